import { useQuery } from '@tanstack/react-query';
import type { Api } from '#lib/api/api.ts';
import { forget, openedBy, recentItem } from '#lib/browser/recent.ts';
import type { Me } from '#lib/contract/sync.ts';
import type { Store } from '#lib/store/store.ts';
import { goneOf, type HomeView, homeOf } from './home.ts';
import { useLive } from './use-live.ts';
import { useStored } from './use-stored.ts';

/** Keeps what the user works on in the cache, and tells what is worth seeing of it. */
export function useHome({
  store,
  api,
  me,
  wanted,
  onFollowed,
  now = Date.now,
}: {
  store: Store;
  api: Api;
  me: Me;
  /** It is shown: nothing is read for it before. */
  wanted: boolean;
  onFollowed: () => void;
  now?: () => number;
}): HomeView | undefined {
  useQuery({
    queryKey: ['mine', me.userId],
    staleTime: 5 * 60_000,
    retry: false,
    queryFn: async ({ signal }) => {
      const { scopes } = await api.mine(signal);
      if ((await store.follow(scopes)).length > 0) onFollowed();
      return scopes;
    },
  });
  const kept = useStored(recentItem);
  return useLive(async () => {
    const opened = openedBy(kept, me);
    const gone = await goneOf(store.db, opened);
    // A browser that keeps nothing has nothing to forget.
    if (gone.length > 0) void forget(gone, me).catch(() => {});
    return wanted ? await homeOf(store.db, me.userId, opened, now()) : undefined;
  }, [store, me, kept, wanted]);
}
