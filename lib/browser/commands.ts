/** The browser's own keys for the extension. */
import { browser } from 'wxt/browser';

/** The key that opens the panel, as the browser writes it; empty where none is set. */
export async function panelKey(): Promise<string> {
  const all = await browser.commands.getAll();
  return all.find(({ name }) => name === '_execute_action')?.shortcut ?? '';
}

/** Where the browser lets it be changed; no page may link there. */
export const keysAddress = 'chrome://extensions/shortcuts';
