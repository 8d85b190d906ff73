import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Api } from '#lib/api/api.ts';
import type { LookupAnswer } from '#lib/contract/sync.ts';
import type { Detection } from '#lib/model/detection.ts';
import { isFilling } from '#lib/store/scopes.ts';
import type { Store } from '#lib/store/store.ts';
import { closedKeys } from './closed.ts';
import { withoutExcluded } from './excluded.ts';
import { keysOn } from './moment.ts';
import { useLive } from './use-live.ts';
import { idle } from './use-settled.ts';

export interface LookupOptions {
  store: Store;
  api: Api;
  detection: Detection | null;
  /** Accounts were followed: fetch them. */
  onFollowed: () => void;
  /** The server did not answer: find out how it stands. */
  onUnanswered?: () => void;
  /** When the server was last reached, ms; `null` while it is not. Whatever it had not answered is then asked again. */
  reached?: number | null;
  /** Somebody who waits longer than this for the server, in ms, sees what the cache alone knows. */
  patience?: number;
  /** Another number whenever the server tells that who may see what was changed: what was closed is asked again. */
  sight?: number;
}

/**
 * Asks the server who has the page's exact keys, and follows those accounts; an answer holds for a minute.
 * Tells whether one must wait: before it is answered and filled, calling a person new would be a guess; whether the
 * server is `silent`, having failed or taken longer than one waits; and which keys are `closed`, on record at accounts
 * that are not open to the user.
 */
export function useLookup({
  store,
  api,
  detection,
  onFollowed,
  onUnanswered,
  reached = null,
  patience = 2500,
  sight = 0,
}: LookupOptions): {
  waiting: boolean;
  silent: boolean;
  closed: readonly string[];
  lookAgain: () => void;
} {
  const allowed = useLive(async () => {
    // What tells companies by their addresses is loaded for it: whom the cache knows is shown first.
    await idle();
    const rest = detection && (await withoutExcluded(store.db, detection));
    return { of: detection, keys: rest ? await keysOn(rest) : [] };
  }, [store, detection]);
  // Nothing is asked before the do-not-record list was.
  const looking = allowed?.of !== detection;
  const keys = looking ? [] : allowed.keys;
  const query = useQuery({
    queryKey: ['lookup', keys],
    enabled: keys.length > 0,
    staleTime: 60_000,
    retry: false,
    queryFn: async ({ signal }) => {
      const answer = await api.lookup(keys, signal);
      if ((await store.follow(scopesOf(answer))).length > 0) onFollowed();
      return { ...answer, sight };
    },
  });
  const { data, isPending, isEnabled, isLoadingError, errorUpdateCount, refetch } = query;
  const failedFirst = isLoadingError && errorUpdateCount === 1;
  useEffect(() => {
    if (failedFirst) onUnanswered?.();
  }, [failedFirst, onUnanswered]);
  // Nothing is asked over and over: what fails again waits until the server has been reached once more.
  const last = useRef(reached);
  useEffect(() => {
    if (isLoadingError && reached !== null && reached !== last.current) void refetch();
    if (!isLoadingError || reached !== null) last.current = reached;
  }, [isLoadingError, reached, refetch]);
  // Of what is open to the user a pull tells that it was closed; of what never was, only another look that it was opened.
  const newSight = data && data.closed.length > 0 && data.sight !== sight ? sight : null;
  useEffect(() => {
    if (newSight !== null) void refetch();
  }, [newSight, refetch]);
  const told = useLive(async () => {
    if (!data) return { filled: true, closed: [] };
    const rows = await store.db.scopes.bulkGet(scopesOf(data));
    const filled = rows.every((row) => row && !isFilling(row));
    return { filled, closed: await closedKeys(store.db, data) };
  }, [store, data]);
  const waiting =
    (looking && detection !== null) ||
    (isEnabled && (isPending || (data !== undefined && told?.filled !== true)));
  const late = useLate(waiting, keys.join('\n'), patience);
  const closed = told?.closed ?? noKeys;
  return {
    waiting: waiting && !late,
    silent: (waiting && late) || isLoadingError,
    closed,
    lookAgain: useCallback(() => void refetch(), [refetch]),
  };
}

const noKeys: string[] = [];
const scopesOf = ({ matches }: LookupAnswer) => [...new Set(matches.map(({ scope }) => scope))];

/** Whether `waiting` has lasted too long for this subject. */
function useLate(waiting: boolean, subject: string, patience: number): boolean {
  const [late, setLate] = useState<string>();
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLate(subject), patience);
    return () => clearTimeout(timer);
  }, [waiting, subject, patience]);
  return late === subject;
}
