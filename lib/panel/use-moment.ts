import { useQuery } from '@tanstack/react-query';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Api } from '#lib/api/api.ts';
import type { Page } from '#lib/browser/pages.ts';
import type { Store } from '#lib/store/store.ts';
import { keysOn, momentOf } from './moment.ts';
import type { Before } from './use-page.ts';
import type { Moment } from './view.ts';

export interface MomentOptions {
  store: Store;
  api: Api;
  before: Before | null;
  /** Scopes were followed: fetch them. */
  onFollowed: () => void;
  now?: () => number;
}

/** What stands before the user, kept current with page and cache; whom the cache does not know is looked up by exact key. */
export function useMoment({ store, api, before, onFollowed, now = Date.now }: MomentOptions) {
  const page = before?.page ?? null;
  const [chosen, setChosen] = useState<{ url: string; accountId: string | null } | null>(null);
  const url = page?.detection?.url;
  const accountId = (chosen && chosen.url === url && chosen.accountId) || undefined;

  useLookup({ store, api, page, onFollowed });
  const shown = useLiveQuery(
    async () => (page ? { page, moment: await momentOf(store.db, page, now(), accountId) } : null),
    [store, page, accountId],
  );
  const moment = shown?.page === page ? shown?.moment : undefined;

  return {
    moment: before
      ? (momentWithout(before) ?? moment ?? ({ at: 'loading' } as const))
      : ({ at: 'loading' } as const),
    chooseAccount: (id: string | null) => setChosen(url ? { url, accountId: id } : null),
  };
}

/** What there is to say before the cache is asked. */
function momentWithout({ tab, page }: Before): Moment | null {
  if (!tab?.followed) return { at: 'siteOff', host: tab?.host ?? null };
  return page ? null : { at: 'loading' };
}

/** Asks the server who has the page's exact keys, and follows those accounts. Answers are kept for a minute. */
function useLookup({
  store,
  api,
  page,
  onFollowed,
}: Omit<MomentOptions, 'before'> & { page: Page | null }): void {
  const keys = page?.detection ? keysOn(page.detection).sort() : [];
  useQuery({
    queryKey: ['lookup', keys],
    enabled: keys.length > 0,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const { matches } = await api.lookup(keys, signal);
      const fresh = await store.follow([...new Set(matches.map(({ scope }) => scope))]);
      if (fresh.length > 0) onFollowed();
      return matches;
    },
  });
}
