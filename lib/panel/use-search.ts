import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Api } from '#lib/api/api.ts';
import { CacheSearch, type Hit } from '#lib/store/search.ts';
import type { Store } from '#lib/store/store.ts';
import { usePaused } from './use-paused.ts';
import { idle } from './use-settled.ts';

/** What is found for what was typed. `beyond`: what the server has besides, how far asking it went, and whether there is more. */
export interface SearchView {
  query: string;
  hits: Hit[];
  /** The cache is still being read: more may be found in a moment. */
  reading: boolean;
  beyond: { is: 'idle' | 'asking' | 'found' | 'away'; hits: Hit[]; more?: boolean };
}

const shown = 8;

/** Search of the cache at each keystroke, and of the server at each pause. The cache is read for it from when it may (`ready`). */
export function useSearch(
  store: Store,
  api: Api,
  ready = true,
): { search: SearchView; find: (query: string) => void; more: () => void } {
  const index = useMemo(() => new CacheSearch(store.db), [store]);
  const [changes, count] = useState(0);
  const [query, find] = useState('');
  useEffect(() => {
    if (!ready) return;
    const ended = new AbortController();
    void index.follow(ended.signal, () => count((now) => now + 1), idle);
    return () => ended.abort();
  }, [index, ready]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` tells that the index finds something else
  const hits = useMemo(() => index.find(query, shown), [index, query, changes]);
  const asked = usePaused(query.trim());
  const { data, isFetching, isError, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['search', asked],
    enabled: asked.length > 0,
    staleTime: 30_000,
    retry: false,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => api.search(asked, pageParam, signal),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const answered = useMemo(() => data?.pages.flatMap(({ hits }) => hits) ?? [], [data]);
  // A page may have been spent on rows that do not fit: somebody who waits is not shown an empty one.
  const goOn = hasNextPage && !isFetching && !isError && answered.length === 0;
  useEffect(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
  const known = new Set(hits.map(({ kind, id }) => `${kind} ${id}`));
  const others = useDeferredValue(answered).filter(({ kind, id }) => !known.has(`${kind} ${id}`));
  const is =
    query.trim() === ''
      ? 'idle'
      : isFetching || asked !== query.trim()
        ? 'asking'
        : isError
          ? 'away'
          : 'found';
  return {
    search: {
      query,
      hits,
      reading: !index.filled,
      beyond: {
        is,
        hits: asked === query.trim() && asked !== '' ? others : [],
        more: is === 'found' && hasNextPage,
      },
    },
    find: useCallback((next: string) => find(next), []),
    more: useCallback(() => void fetchNextPage(), [fetchNextPage]),
  };
}
