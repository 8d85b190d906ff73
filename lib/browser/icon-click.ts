/** What a click on the toolbar icon, or its key, does while the panel is open. The click that opens it is the worker's. */
import { browser } from 'wxt/browser';
import { type ActiveTab, clickedTab, hostOf } from './tabs.ts';

/**
 * Closes this panel, until the signal aborts, on a click in its own window; not on one that lets it see the address of a
 * page it could not see: that is how such a page's site is switched on. `seen` is what the panel knows of the tab in front.
 */
export function closeOnClick(
  seen: () => ActiveTab | null,
  signal: AbortSignal,
  close = () => window.close(),
): void {
  const stop = clickedTab.watch(async (click) => {
    // The click that opened the panel may be told only now.
    if (!click || click.at < performance.timeOrigin) return;
    const before = seen();
    const unseen = before !== null && !before.followed && before.host === null;
    const [tab, here] = await Promise.all([
      browser.tabs.get(click.tabId).catch(() => null),
      browser.windows.getCurrent(),
    ]);
    if (signal.aborted || !tab || tab.windowId !== here.id) return;
    if (!(unseen && hostOf(tab.url) !== null)) close();
  });
  signal.addEventListener('abort', stop);
}
