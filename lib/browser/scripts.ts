/** Getting the first script onto the pages of the sites switched on, and a reader where the first script asks for one. */
import { browser } from 'wxt/browser';
import { stored } from './stored.ts';

const scriptId = 'content';
const firstScript = '/content.js';

/** When the pages open got their scripts last (ms since 1970): a panel that stood before a page without one looks again. */
export const scriptsReady = stored<number>('session:scriptsReady');

/** Registers the first script for these patterns and no others, and puts it into the pages open already. One call at a time. */
export function syncScripts(patterns: string[]): Promise<void> {
  return navigator.locks.request('quorum-scripts', () => sync(patterns));
}

async function sync(patterns: string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (patterns.length === 0) {
    if (registered.length > 0)
      await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
    return;
  }
  const script = {
    id: scriptId,
    matches: patterns,
    js: [firstScript],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  const tabs = await browser.tabs.query({ url: patterns });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? null : inject(id, firstScript))));
  await scriptsReady.setValue(Date.now());
}

/** Puts the first script into one page the user clicked for. Tells whether it could. */
export const readPage = (tabId: number): Promise<boolean> => inject(tabId, firstScript);

export const injectReader = (
  tabId: number,
  reader: 'linkedin' | 'mail' | 'web',
): Promise<boolean> => inject(tabId, `/reader-${reader}.js`);

type ScriptFile = '/content.js' | `/reader-${'linkedin' | 'mail' | 'web'}.js`;

async function inject(tabId: number, file: ScriptFile): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [file as never] });
    return true;
  } catch {
    return false; // a browser's own page, a closed tab, or no permission for it (any more)
  }
}
