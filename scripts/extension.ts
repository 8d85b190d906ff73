/** The built extension in a Chromium that a program drives: its id, its worker, and the hosts it may read. */
import type { BrowserContext, Worker } from 'playwright-core';

/** Follows from the key in wxt.config.ts. */
export const extensionId = 'pbahnhiaaefjplpjidjbagkakddegdkf';
export const extensionOrigin = `chrome-extension://${extensionId}`;

/** What is called inside the extension; Chromium's own page adds the last. */
interface ChromeInside {
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
