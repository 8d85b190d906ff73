import { dequal } from 'dequal';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Page, watchPage } from '#lib/browser/pages.ts';
import { type ActiveTab, type Following, followActiveTab } from '#lib/browser/tabs.ts';

/** The tab the panel stands beside, and what its page shows; `page` is null while nothing has been said of it. */
export interface Before {
  tab: ActiveTab | null;
  page: Page | null;
}

/** What stands before the panel, with the ways to ask more of it. */
export type PageSeen = ReturnType<typeof usePage>;

/** Follows the window's active tab (or only this one), as long as the component lives; `before` is `null` until the first look. */
export function usePage(only?: number) {
  const [before, setBefore] = useState<Before | null>(null);
  const following = useRef<Following>(null);

  useEffect(() => {
    const ended = new AbortController();
    let left = new AbortController();
    const follow = (tab: ActiveTab | null, kept: Page | null) => {
      left.abort();
      left = new AbortController();
      const signal = AbortSignal.any([left.signal, ended.signal]);
      const show = (page: Page | null) => {
        if (signal.aborted) return;
        const next = { tab, page: tab?.followed ? page : null };
        // A page that is followed again says again what it said: nothing is read or drawn for that.
        setBefore((now) => (dequal(now, next) ? now : next));
      };
      if (tab) watchPage(tab.tabId, show, signal);
      show(kept);
    };
    following.current = followActiveTab(follow, ended.signal, only);
    return () => ended.abort();
  }, [only]);

  return {
    before,
    readOnce: useCallback(async () => following.current?.readOnce(), []),
    report: useCallback(async () => (await following.current?.report()) ?? null, []),
  };
}
