import { useEffect } from 'react';
import { showBadge } from '#lib/browser/badge.ts';
import { badgeSetting } from '#lib/browser/settings.ts';
import { badgeOf } from './badge.ts';
import type { Before } from './page-in-front.ts';
import { useStored } from './use-stored.ts';
import type { Moment } from './view.ts';

/** Keeps the toolbar icon in step with the panel, where the user wants it to tell: what is attached here shows there at once. */
export function useBadge(before: Before | null, moment: Moment): void {
  const wanted = useStored(badgeSetting);
  const tabId = before?.tab?.followed ? before.tab.tabId : undefined;
  useEffect(() => {
    if (wanted && tabId !== undefined && moment.at !== 'loading')
      void showBadge(tabId, badgeOf(moment));
  }, [wanted, tabId, moment]);
}
