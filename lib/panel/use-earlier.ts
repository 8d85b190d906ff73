import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Api } from '#lib/api/api.ts';
import { UnreachableError } from '#lib/api/errors.ts';
import type { JourneyEntryView } from '#lib/contract/read.ts';
import type { JourneyEntry } from '#lib/model/journey.ts';
import type { EarlierView, JourneyAsk } from './view.ts';

const pageSize = 100;

/** What the server has of a journey beyond the cache, page by page, the newest first; nothing is asked before somebody wants it. */
export function useEarlier(api: Pick<Api, 'journey'>): {
  earlier: EarlierView | undefined;
  /** The next page of this journey; after a failure, the same once more. */
  askEarlier: (ask: JourneyAsk) => void;
} {
  const [asked, setAsked] = useState<JourneyAsk | null>(null);
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['journey', asked],
    enabled: asked !== null,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam: cursor, signal }) => {
      const { accountId = '', ...filter } = asked ?? {};
      return api.journey(accountId, { ...filter, order: 'desc', limit: pageSize, cursor }, signal);
    },
    getNextPageParam: ({ next }) => next ?? undefined,
    // What was told stays: asking anew would ask for every page again.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

  const key = JSON.stringify(asked);
  const askEarlier = useCallback(
    (ask: JourneyAsk) => {
      if (JSON.stringify(ask) !== key) setAsked(ask);
      else if (data) void fetchNextPage();
      else void refetch();
    },
    [key, data, fetchNextPage, refetch],
  );
  const told = useMemo(() => {
    const views = data?.pages.flatMap(({ entries }) => entries) ?? [];
    return {
      entries: views.map((view) => entryOf(view, asked?.accountId ?? '')),
      names: new Map(views.flatMap(namesIn)),
    };
  }, [data, asked]);
  const earlier = useMemo((): EarlierView | undefined => {
    if (!asked) return undefined;
    const is = isFetching
      ? 'loading'
      : error instanceof UnreachableError
        ? 'offline'
        : error
          ? 'failed'
          : hasNextPage
            ? 'more'
            : 'end';
    return { of: asked, is, ...told };
  }, [asked, isFetching, error, hasNextPage, told]);
  return { earlier, askEarlier };
}

/** An entry as the cache would hold it. */
function entryOf(view: JourneyEntryView, accountId: string): JourneyEntry {
  if (view.kind === 'transition') {
    const { kind, ...transition } = view;
    return { kind, id: view.id, at: view.at, transition: { ...transition, accountId } };
  }
  const { kind, contacts, stage: _, ...touch } = view;
  const contactIds = contacts.map(({ id }) => id);
  return { kind, id: view.id, at: view.at, touch: { ...touch, accountId, contactIds } };
}

const namesIn = (view: JourneyEntryView) =>
  view.kind === 'touch' ? view.contacts.map(({ id, name }) => [id, name] as const) : [];
