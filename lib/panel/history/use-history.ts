import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Api } from '#lib/api/api.ts';
import { SignedOutError, UnreachableError } from '#lib/api/errors.ts';
import type { Kind } from '#lib/model/kinds.ts';
import { all } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import { useLive } from '../use-live.ts';
import type { HistoryAsk, HistoryDoor, HistoryLine, HistoryNames, HistoryView } from './history.ts';
import { knownLines, recordsOf, waitingLines } from './known.ts';
import { toldLines, withAbout } from './lines.ts';

const pageSize = 50;
const nobody: HistoryNames = { users: [], stages: [], solutions: [] };
const none: readonly HistoryLine[] = [];

/**
 * The way to who changed what: nothing is asked before somebody opens a history. `sight` is another number whenever who may see
 * what was changed, which no record tells.
 */
export const createHistoryDoor = (
  api: Pick<Api, 'history'>,
  store: Store,
  userId: string,
  sight = 0,
): HistoryDoor => ({ useHistory: (ask) => useHistory(api, store, { userId, sight }, ask) });

/** The server's history of a record, page by page, anew where the record changed; without the server, what the cache knows. */
function useHistory(
  api: Pick<Api, 'history'>,
  store: Store,
  { userId, sight }: { userId: string; sight: number },
  { kind, id, around = false }: HistoryAsk,
): HistoryView {
  const { db } = store;
  const changed = useLive(() => changeOf(store, { kind, id, around }), [store, kind, id, around]);
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['history', kind, id, around, changed, kind === 'account' ? sight : 0],
    enabled: changed !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }) =>
      api.history({ kind, id, around: `${around}`, limit: pageSize, cursor }, signal),
    getNextPageParam: ({ next }) => next ?? undefined,
    // While the record stays as it is, so does what was told.
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
    retry: false,
  });
  const read = useLive(async () => {
    const ask = { kind, id, around };
    const told = data && toldLines(data.pages.flatMap(({ entries }) => entries));
    const [users, stages, solutions, lines] = await Promise.all([
      all(db, 'user'),
      all(db, 'stage'),
      all(db, 'solution'),
      told ? waitingLines(db, ask, userId) : knownLines(db, ask, userId),
    ]);
    const shown = await withAbout(db, ask, [...lines, ...(told ?? none)]);
    return { names: { users, stages, solutions }, lines: shown, told: told !== undefined };
  }, [db, kind, id, around, userId, data]);

  const ask = useCallback(() => {
    if (hasNextPage) void fetchNextPage();
    else void refetch();
  }, [hasNextPage, fetchNextPage, refetch]);
  return useMemo(() => {
    const { lines = none, names = nobody, told = false } = read ?? {};
    const asking = isFetching || changed === undefined || !read || (!told && !error);
    return { is: asking ? 'loading' : standing(error, hasNextPage), told, lines, names, ask };
  }, [read, isFetching, changed, error, hasNextPage, ask]);
}

function standing(error: Error | null, more: boolean): HistoryView['is'] {
  if (error instanceof UnreachableError || error instanceof SignedOutError) return 'offline';
  if (error) return 'failed';
  return more ? 'more' : 'end';
}

/** Another word for each state of the record, and of what hangs on it. */
async function changeOf({ db }: Store, ask: HistoryAsk): Promise<string> {
  const keys = await recordsOf(db, ask);
  const rows = await db.records.bulkGet(keys.map(([kind, id]): [Kind, string] => [kind, id]));
  return `${Math.max(...rows.map((row) => row?.version ?? 0))} of ${keys.length}`;
}
