import { useMemo, useSyncExternalStore } from 'react';
import type { PageInFront } from './page-in-front.ts';

/** What stands before the panel, with the ways to ask more of it. */
export type PageSeen = ReturnType<typeof usePage>;

/** Follows the page in front as long as the component lives; `before` is `null` until the first look. */
export function usePage(page: PageInFront) {
  const before = useSyncExternalStore(page.watch, page.now);
  return useMemo(() => ({ before, readOnce: page.readOnce, report: page.report }), [before, page]);
}
