/** What each tab shows, kept by the background in the session's storage and read by the panel. */

import type { Detection } from '#lib/model/detection.ts';
import { stored } from './stored.ts';

export interface Page {
  detection: Detection | null;
  site: string | null;
  unread: string[];
  /** What the page sent was in no shape of ours; nothing of it is kept. */
  problem?: 'malformedMessage';
}

const item = (tabId: number) => stored<Page>(`session:page:${tabId}`);

export const pageOf = (tabId: number): Promise<Page | null> => item(tabId).getValue();
export const setPage = (tabId: number, page: Page): Promise<void> => item(tabId).setValue(page);
export const clearPage = (tabId: number): Promise<void> => item(tabId).removeValue();

/** Hears of each change until the signal aborts. */
export function watchPage(
  tabId: number,
  onPage: (page: Page | null) => void,
  signal: AbortSignal,
): void {
  signal.addEventListener('abort', item(tabId).watch(onPage));
}
