/** The worker: keeps what pages say, hands out readers, and sends what waits when no panel is open. It only wires. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { followForBadge, showBadge } from '#lib/browser/badge.ts';
import { nothingWaits, onSendLater, sendLater } from '#lib/browser/flush-alarm.ts';
import { switchedOn, watchSwitches } from '#lib/browser/hosts.ts';
import { followLanguage } from '#lib/browser/language.ts';
import { isPageMessage, Message, type Reader } from '#lib/browser/messages.ts';
import { packItem } from '#lib/browser/pack.ts';
import { clearPage, type Page, setPage } from '#lib/browser/pages.ts';
import { panelPort } from '#lib/browser/ports.ts';
import { injectReader, readPage, syncScripts } from '#lib/browser/scripts.ts';
import { session } from '#lib/browser/session.ts';
import { badgeSetting, consentSetting } from '#lib/browser/settings.ts';
import { stored } from '#lib/browser/stored.ts';
import { clickedTab } from '#lib/browser/tabs.ts';
import { normalise } from '#lib/model/normalise.ts';
import { badgeOf } from '#lib/panel/badge.ts';
import { momentOf } from '#lib/panel/moment.ts';
import { parsePack } from '#lib/sites/pack/parse.ts';
import { connect } from '#lib/sync/connection.ts';
import { flush } from '#lib/sync/flush.ts';

const startedItem = stored<boolean>('session:started', false);

export default defineBackground(() => {
  // Not `openPanelOnActionClick`: only a click we hear ourselves lets us see which page it was made on (activeTab).
  browser.action.onClicked.addListener(({ id: tabId, windowId }) => {
    void browser.sidePanel.open({ windowId });
    if (tabId !== undefined) void clickedTab.setValue({ tabId, at: Date.now() });
  });

  browser.runtime.onMessage.addListener((raw: unknown, sender, answer) => {
    if (sender.id !== browser.runtime.id) return false;
    const message = Message.safeParse(raw);
    if (!message.success) {
      if (isPageMessage(raw)) refuse(sender.tab?.id);
      return false;
    }
    handle(message.data, sender.tab?.id).then(answer, () => answer(false));
    return true;
  });

  browser.runtime.onConnect.addListener((port) => {
    if (port.name === panelPort) port.onDisconnect.addListener(() => void send());
  });
  // A worker is ended when idle for half a minute, and its ports with it: this wakes it, from Chrome 142 on.
  browser.sidePanel.onClosed?.addListener(() => void send());
  onSendLater(() => void send());
  browser.tabs.onRemoved.addListener((tabId) => void clearPage(tabId));
  browser.runtime.onInstalled.addListener(() => void register());
  browser.runtime.onStartup.addListener(() => void start());
  watchSwitches(() => void register(), new AbortController().signal);
  consentSetting.watch(() => void register());
  followForBadge();
  void start();
});

/** Once a session of the browser: an extension loaded from a folder hears no `onStartup`, so the first start counts. */
async function start(): Promise<void> {
  if (await startedItem.getValue()) return;
  await startedItem.setValue(true);
  void register();
  await send();
}

async function handle(message: Message, tabId: number | undefined): Promise<unknown> {
  switch (message.type) {
    case 'pageDetected': {
      if (tabId === undefined) return false;
      const { detection, site, unread } = message;
      const page = { detection: detection && normalise(detection), site, unread };
      await setPage(tabId, page);
      await tell(tabId, page);
      return true;
    }
    case 'readerWanted':
      return tabId === undefined ? false : give(tabId, message.reader);
    case 'readThisPage':
      return readPage(message.tabId);
  }
}

/** The reader a page needs, and with it newer ways to read, if the workspace has good ones. */
async function give(tabId: number, reader: Reader): Promise<unknown> {
  const { id: _, ...pack } = (await packItem.getValue()) ?? { id: '' };
  return { injected: await injectReader(tabId, reader), pack: parsePack(pack) ?? null };
}

/** A page whose words cannot be understood is said to be so; nothing of them is kept. */
function refuse(tabId: number | undefined): void {
  if (tabId === undefined) return;
  void setPage(tabId, { detection: null, site: null, unread: [], problem: 'malformedMessage' });
}

/** On the toolbar icon, where the user wants that: what this browser's copy knows of the page. Nobody is asked. */
async function tell(tabId: number, page: Page): Promise<void> {
  const user = (await badgeSetting.getValue()) ? await session() : null;
  if (!user) return;
  const { store } = await connect(user);
  try {
    await followLanguage();
    await showBadge(tabId, badgeOf(await momentOf(store.db, page, Date.now())));
  } finally {
    store.close();
  }
}

/** Pages are read only after consent, and only where the user switched the site on. */
async function register(): Promise<void> {
  const agreed = (await consentSetting.getValue()) !== null;
  await syncScripts(agreed ? await switchedOn() : []);
}

/** What still waits afterwards is tried again in a minute; nothing is scheduled when nothing waits. */
async function send(): Promise<void> {
  const waiting = await flush(await session());
  if (waiting) await sendLater();
  else await nothingWaits();
}
