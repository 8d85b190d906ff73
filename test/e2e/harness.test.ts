import { readdirSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launch } from './support/browser.ts';
import { serveText } from './support/pages.ts';

test('a page stands at its real address, and nothing else can be reached', async () => {
  const { context } = await launch();
  const page = await context.newPage();
  await serveText(context, 'https://www.linkedin.com/in/kim-park/', '<h1>Kim Park</h1>');

  await page.goto('https://www.linkedin.com/in/kim-park/?trk=feed');
  expect(await page.locator('h1').textContent()).toBe('Kim Park');
  await expect(page.goto('https://www.linkedin.com/in/jo-park/')).rejects.toThrow('ERR_NAME_NOT');
  await expect(page.goto('http://93.184.215.14/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
});

test('a killed browser leaves no process, and its profile can be started again', async () => {
  const killed = await launch();
  await openAcme(killed.context).then((page) => page.evaluate(putInDatabase));
  await killed.kill();
  expect(processesOf(killed.profileDir)).toEqual([]);

  const again = await launch({ profileDir: killed.profileDir });
  await again.serviceWorker();
  const page = await openAcme(again.context);
  expect(await page.evaluate(() => indexedDB.databases())).toMatchObject([{ name: 'kept' }]);
});

async function openAcme(context: BrowserContext): Promise<Page> {
  await serveText(context, 'https://acme.example/', '<title>ACME</title>');
  const page = await context.newPage();
  await page.goto('https://acme.example/');
  return page;
}

const putInDatabase = () =>
  new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('kept');
    opening.onsuccess = () => resolve();
    opening.onerror = () => reject(opening.error);
  });

/** Names of the processes that have this profile open. */
const processesOf = (profileDir: string) =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profileDir);
    } catch {
      return false;
    }
  });
