/** The content script and the readers as they are built, in real Chromium, with a worker that only injects and takes notes. */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import type { PageMessage } from '#lib/sites/follow.ts';
import { builtExtension } from '#test/e2e/support/extension.ts';
import { browserPath } from '../../scripts/detectors.ts';

/** The worker: answers as the background does, and keeps what it heard. */
const worker = `
const heard = [];
let port;
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  heard.push(message);
  if (message.type === 'readerWanted')
    chrome.scripting.executeScript({ target: { tabId: sender.tab.id }, files: ['/reader-' + message.reader + '.js'] });
  answer({ pack: null });
});
self.heard = () => heard;
self.connect = async (name, times = 1) => {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  for (let i = 0; i < times; i++)
    await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['/content.js'] });
  port = chrome.tabs.connect(tab.id, { name });
  port.onMessage.addListener((message) => heard.push(message));
};
self.post = (message) => port.postMessage(message);
self.leave = () => port.disconnect();
`;

export interface Life {
  page: Page;
  context: BrowserContext;
  /** What this address is answered with from now on. */
  serve(url: string, body: string, xhtml?: boolean): void;
  /** Injects the first script and connects as a panel does. */
  connect(name?: string, times?: number): Promise<void>;
  post(message: unknown): Promise<void>;
  leave(): Promise<void>;
  /** All messages so far. */
  heard(): Promise<(PageMessage | { type: string })[]>;
  close(): Promise<void>;
}

/** Puts our scripts, as `npm run build` wrote them, beside that worker and starts a browser with both. */
export async function openLife(): Promise<Life> {
  const folder = await mkdtemp(join(tmpdir(), 'quorum-sites-'));
  const dir = join(folder, 'extension');
  await mkdir(dir);
  for (const file of ['content.js', 'reader-linkedin.js', 'reader-mail.js', 'reader-web.js'])
    await copyFile(join(builtExtension(), file), join(dir, file));
  await writeFile(join(dir, 'worker.js'), worker);
  await writeFile(
    join(dir, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'sites',
      version: '1',
      permissions: ['scripting', 'tabs'],
      host_permissions: ['<all_urls>'],
      background: { service_worker: 'worker.js' },
    }),
  );
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: browserPath(),
    headless: true,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      `--load-extension=${dir}`,
      `--disable-extensions-except=${dir}`,
    ],
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  const served = new Map<string, { body: string; contentType: string }>();
  await context.route(/^https?:/, (route) => {
    const found = served.get(route.request().url().split('#')[0] ?? '');
    if (found) return route.fulfill({ status: 200, ...found });
    return new URL(route.request().url()).hostname === '127.0.0.1'
      ? route.continue()
      : route.abort();
  });
  const background: Worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = context.pages()[0] ?? (await context.newPage());
  const call = <T>(code: string) => background.evaluate(code) as Promise<T>;
  return {
    page,
    context,
    serve: (url, body, xhtml = false) =>
      void served.set(url, {
        body,
        contentType: xhtml ? 'application/xhtml+xml' : 'text/html; charset=utf-8',
      }),
    connect: (name = 'watch', times = 1) => call(`self.connect('${name}', ${times})`),
    post: (message) => call(`self.post(${JSON.stringify(message)})`),
    leave: () => call('self.leave()'),
    heard: () => call('self.heard()'),
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
