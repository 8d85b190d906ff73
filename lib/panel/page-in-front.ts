/** The page in front of the panel, followed whether or not anything is there yet to show it. */
import { dequal } from 'dequal';
import { type Page, watchPage } from '#lib/browser/pages.ts';
import { type ActiveTab, type Following, followActiveTab } from '#lib/browser/tabs.ts';

/** The tab the panel stands beside, and what its page shows; `page` is null while nothing has been said of it. */
export interface Before {
  tab: ActiveTab | null;
  page: Page | null;
}

export type PageInFront = ReturnType<typeof pageInFront>;

/**
 * Of the window's active tab (or only this one). It is followed from `begin` or the first `watch` on, until nobody watches
 * any more; `now` is `null` until the first look.
 */
export function pageInFront(only?: number) {
  let now: Before | null = null;
  let following: (Following & { end: () => void; first: Promise<Before> }) | undefined;
  const watching = new Set<() => void>();

  function begun() {
    const ended = new AbortController();
    const { promise: first, resolve } = Promise.withResolvers<Before>();
    let left = new AbortController();
    const follow = (tab: ActiveTab | null, kept: Page | null) => {
      left.abort();
      left = new AbortController();
      const signal = AbortSignal.any([left.signal, ended.signal]);
      const show = (page: Page | null) => {
        if (signal.aborted) return;
        const next = { tab, page: tab?.followed ? page : null };
        // A page that is followed again says again what it said: nothing is read or drawn for that.
        if (dequal(now, next)) return;
        now = next;
        resolve(next);
        for (const heard of watching) heard();
      };
      if (tab) watchPage(tab.tabId, show, signal);
      show(kept);
    };
    const end = () => {
      ended.abort();
      following = undefined;
      now = null;
    };
    return { ...followActiveTab(follow, ended.signal, only), end, first };
  }

  /** Follows it from now on, and tells the first look. */
  function begin(): Promise<Before> {
    following ??= begun();
    return following.first;
  }

  return {
    begin,
    now: () => now,
    watch(heard: () => void) {
      void begin();
      watching.add(heard);
      return () => {
        watching.delete(heard);
        if (watching.size === 0) following?.end();
      };
    },
    readOnce: async () => following?.readOnce(),
    report: async () => (await following?.report()) ?? null,
  };
}
