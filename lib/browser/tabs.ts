/** The panel follows its window's active tab, and holds a port to the page as long as it does. */
import { browser } from 'wxt/browser';
import type { Message } from './messages.ts';
import { clearPage, type Page, pageOf } from './pages.ts';
import { watchAskedPort, watchPort } from './ports.ts';
import { scriptsReady } from './scripts.ts';
import { stored } from './stored.ts';

/** `host` is known only where the site is switched on, or the user clicked for the page. */
export interface ActiveTab {
  tabId: number;
  host: string | null;
  /** Whether a script of ours listens there: then the page is being followed. */
  followed: boolean;
}

/** The tab in which the user clicked our icon last: there we may see the address, and read the page if asked to. */
export const clickedTab = stored<{ tabId: number; at: number }>('session:clickedTab');

export interface Following {
  /** The user asks for the page in front, though its site is off. Where the browser allows it, it is followed from now on. */
  readOnce: () => Promise<void>;
  /** The followed page's structure with every text blanked; `null` where the page has none to give. */
  report: () => Promise<string | null>;
}

/**
 * Tells of the active tab, with what is kept of its page, and of each change until the signal aborts. `only`: this tab
 * instead of the active one, for a panel opened as a page of its own.
 */
export function followActiveTab(
  onTab: (tab: ActiveTab | null, page: Page | null) => void,
  signal: AbortSignal,
  only?: number,
): Following {
  let held: Held | undefined;
  let current: number | undefined;
  let followed = false;
  let windowId: number | undefined;
  /** Pages that were complete while another was taken for followed. */
  let missed = 0;

  async function look(asked = false): Promise<void> {
    const tab = await find();
    if (signal.aborted) return;
    held?.leave();
    current = tab?.id;
    if (tab?.id === undefined) {
      onTab(null, null);
      return;
    }
    const state = { tabId: tab.id, host: hostOf(tab.url) };
    const page = await keptOf(tab.id, tab.url);
    if (signal.aborted || current !== tab.id) return;
    followed = true;
    onTab({ ...state, followed }, page);
    const before = missed;
    held = hold(tab.id, asked, () => {
      followed = false;
      void clearPage(state.tabId);
      onTab({ ...state, followed }, null);
      // Whether anybody listens is told late: a page that came meanwhile would be overlooked.
      if (missed !== before) void look();
    });
  }

  async function find() {
    if (only !== undefined) return browser.tabs.get(only).catch(() => undefined);
    const [tab] = await browser.tabs.query({
      active: true,
      ...(windowId === undefined ? { currentWindow: true } : { windowId }),
    });
    windowId ??= tab?.windowId;
    return tab;
  }

  const onActivated = (info: { windowId: number }) => {
    if (only === undefined && info.windowId === windowId) void look();
  };
  const onUpdated = (tabId: number, change: { status?: string }) => {
    if (tabId !== current || change.status !== 'complete') return;
    if (followed) missed += 1;
    else void look();
  };
  const lookAgain = () => {
    if (!followed) void look();
  };
  const stops = [scriptsReady.watch(lookAgain), clickedTab.watch(lookAgain)];
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    held?.leave();
  });
  void look();
  return {
    async readOnce() {
      const message: Message = { type: 'readThisPage', tabId: current ?? -1 };
      if (await browser.runtime.sendMessage(message)) await look(true);
    },
    report: () => (followed ? askForReport(held) : Promise.resolve(null)),
  };
}

type Port = ReturnType<typeof browser.tabs.connect>;
interface Held {
  port: Port;
  leave: () => void;
}

/** Holds a port to the page; `onNobody` when no script of ours is there. */
function hold(tabId: number, asked: boolean, onNobody: () => void): Held {
  const port = browser.tabs.connect(tabId, { name: asked ? watchAskedPort : watchPort });
  let left = false;
  port.onDisconnect.addListener(() => {
    void browser.runtime.lastError; // read, or the browser reports it as unchecked
    if (!left) onNobody();
  });
  return {
    port,
    leave: () => {
      left = true;
      port.disconnect();
    },
  };
}

/** Asks the page for its report; a page that does not answer within two seconds has none. */
async function askForReport(held: Held | undefined): Promise<string | null> {
  // Not before it is needed: the first look at the page waits for no shapes.
  const { PageReport } = await import('./messages.ts');
  return new Promise((resolve) => {
    if (!held) return resolve(null);
    const { onMessage } = held.port;
    const answered = (raw: unknown) => {
      const answer = PageReport.safeParse(raw);
      clearTimeout(timer);
      onMessage.removeListener(answered);
      resolve((answer.success && answer.data.report) || null);
    };
    const timer = setTimeout(answered, 2000);
    onMessage.addListener(answered);
    held.port.postMessage({ type: 'reportWanted' });
  });
}

/** What is kept of a tab that went elsewhere while nobody followed it must not be shown, not even for a moment. */
async function keptOf(tabId: number, url: string | undefined): Promise<Page | null> {
  const kept = await pageOf(tabId);
  if (!kept?.detection || kept.detection.url === url) return kept;
  await clearPage(tabId);
  return null;
}

/** The host of a page of the web; `null` for others, and where the browser does not tell the address. */
export function hostOf(url: string | undefined): string | null {
  if (!url) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? hostname : null;
}
