/** The built extension, seen from outside: its id, its worker, its tabs and the hosts it may read. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContext, Page, Worker } from 'playwright-core';

/** Follows from the key in wxt.config.ts. */
export const extensionId = 'pbahnhiaaefjplpjidjbagkakddegdkf';
export const extensionOrigin = `chrome-extension://${extensionId}`;

/** The folder that `npm run build` writes. */
export function builtExtension(): string {
  const folder = resolve('.output/chrome-mv3');
  if (!existsSync(`${folder}/manifest.json`))
    throw new Error('The extension is not built: run `npm run build` first');
  return folder;
}

/** The part of `chrome` that the harness calls inside the extension; Chromium's own page adds the last. */
interface ChromeInside {
  tabs: {
    query: (query: { active: true; windowType: 'normal' }) => Promise<{ id?: number }[]>;
  };
  windows: {
    create: (settings: { url: string; type: 'popup'; width: number; height: number }) => unknown;
  };
  permissions: { request: (permissions: { origins: string[] }) => Promise<boolean> };
  developerPrivate: { addHostPermission: (id: string, pattern: string) => Promise<void> };
}
declare const chrome: ChromeInside;

/** The extension's service worker, waiting for it where it has not started yet. */
export async function serviceWorker(context: BrowserContext): Promise<Worker> {
  const isOurs = (worker: Worker) => worker.url().startsWith(extensionOrigin);
  return (
    context.serviceWorkers().find(isOurs) ??
    (await context.waitForEvent('serviceworker', { predicate: isOurs, timeout: 15_000 }))
  );
}

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

/**
 * Lets the next `permissions.request` for this pattern, made by a click on our own interface, through
 * without the browser's prompt, which a headless browser cannot show.
 */
export async function expectGrant(context: BrowserContext, pattern: string): Promise<void> {
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    ({ id, pattern }) => chrome.developerPrivate.addHostPermission(id, pattern),
    { id: extensionId, pattern },
  );
  await settings.close();
}

/** Grants the extension this host, as if the user had answered its question with yes. */
export async function grantSite(context: BrowserContext, pattern: string): Promise<void> {
  await expectGrant(context, pattern);
  const page = await context.newPage();
  await page.goto(`${extensionOrigin}/manifest.json`);
  const granted = await page.evaluateHandle(
    (origins) => ({
      answer: new Promise<boolean>((resolve, reject) => {
        document.addEventListener('click', () =>
          chrome.permissions.request({ origins }).then(resolve, reject),
        );
      }),
    }),
    [pattern],
  );
  await page.mouse.click(10, 10);
  const answer = await granted.evaluate(({ answer }) => answer);
  await page.close();
  if (!answer) throw new Error(`${pattern} was not granted`);
}
