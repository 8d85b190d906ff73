/** The built extension, seen from outside: its id, its worker, its tabs and the hosts it may read. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { extensionOrigin, serviceWorker } from '../../../scripts/extension.ts';

export {
  expectGrant,
  extensionId,
  extensionOrigin,
  grantSite,
  serviceWorker,
} from '../../../scripts/extension.ts';

/** The folder that `npm run build` writes. */
export function builtExtension(): string {
  const folder = resolve('.output/chrome-mv3');
  if (!existsSync(`${folder}/manifest.json`))
    throw new Error('The extension is not built: run `npm run build` first');
  return folder;
}

/** The part of `chrome` that the harness calls inside the extension. */
interface ChromeInside {
  tabs: {
    query: (query: { active: true; windowType: 'normal' }) => Promise<{ id?: number }[]>;
  };
  windows: {
    create: (settings: { url: string; type: 'popup'; width: number; height: number }) => unknown;
  };
}
declare const chrome: ChromeInside;

/** The browser's number for the tab of this page, which is in front afterwards. */
export async function tabId(context: BrowserContext, page: Page): Promise<number> {
  await page.bringToFront();
  const worker = await serviceWorker(context);
  const ids = await worker.evaluate(async () => {
    const tabs = await chrome.tabs.query({ active: true, windowType: 'normal' });
    return tabs.map((tab) => tab.id);
  });
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0)
    throw new Error(`${ids.length} windows have a tab in front: which one is meant?`);
  return id;
}

/**
 * The panel of this page in a window beside it, so that the page stays its own window's active tab.
 * For the panel where the browser really puts it, see openSidePanel.
 */
export async function openPanel(context: BrowserContext, page: Page): Promise<Page> {
  const tab = await tabId(context, page);
  const worker = await serviceWorker(context);
  const url = `${extensionOrigin}/sidepanel.html?tab=${tab}`;
  const size = { width: 400, height: 860 };
  const [panel] = await Promise.all([
    context.waitForEvent('page', { predicate: (opened) => opened.url() === url }),
    worker.evaluate(
      async ({ url, size }) => {
        await chrome.windows.create({ url, type: 'popup', ...size });
      },
      { url, size },
    ),
  ]);
  await panel.setViewportSize(size);
  await panel.waitForLoadState();
  return panel;
}
