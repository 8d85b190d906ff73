/** The toolbar icon of one tab, and following the page in front for it while no panel is open. */
import { browser } from 'wxt/browser';
import { watchPort } from './ports.ts';
import { badgeSetting } from './settings.ts';

/** Shows a few signs on the icon beside this tab, with their meaning as its title; `null` clears both. */
export async function showBadge(
  tabId: number,
  badge: { text: string; title: string } | null,
): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: '#3c4a63' });
    await browser.action.setBadgeText({ tabId, text: badge?.text ?? '' });
    await browser.action.setTitle({ tabId, title: badge?.title ?? '' });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** Called as the worker starts: its listeners wake it for each page that comes to the front. */
export function followForBadge(): void {
  let leave = () => {};
  const look = async (tabId: number | undefined) => {
    leave();
    if (tabId === undefined || !(await badgeSetting.getValue())) return;
    const port = browser.tabs.connect(tabId, { name: watchPort });
    // Read, or the browser reports it as unchecked: on a page whose site is off nobody listens.
    port.onDisconnect.addListener(() => void browser.runtime.lastError);
    leave = () => port.disconnect();
  };
  browser.tabs.onActivated.addListener(({ tabId }) => void look(tabId));
  browser.tabs.onUpdated.addListener((tabId, { status, url }, { active }) => {
    // The address is told for sites switched on alone: there a page also changes without loading.
    if (active && (status === 'complete' || url !== undefined)) void look(tabId);
  });
  badgeSetting.watch(async (on) => {
    const tabs = await browser.tabs.query({});
    for (const { id, active } of tabs) {
      if (on && active) await look(id);
      if (!on && id !== undefined) await showBadge(id, null);
    }
    if (!on) leave();
  });
}
