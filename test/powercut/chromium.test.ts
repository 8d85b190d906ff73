import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { retitle } from '#test/support/storm.ts';
import { launch } from '../e2e/support/browser.ts';
import { extensionOrigin } from '../e2e/support/extension.ts';
import { storeInPage, stormInPage, waitingInPage } from '../e2e/support/in-page.ts';
import { makeDisk, whyNoDisk } from './disk.ts';

const reason = whyNoDisk();
if (reason) console.warn(`The power of Chromium's disk is not cut here: ${reason}.`);

/** Milliseconds of edits before each cut. */
const lives = [300, 600, 1000, 1500];
const cache = { name: 'quorum:storm:ana', userId: 'ana' };

const openCache = async (profileDir: string) => {
  const browser = await launch({ profileDir });
  const page = await browser.context.newPage();
  await page.goto(`${extensionOrigin}/manifest.json`);
  await storeInPage(page, cache);
  return { browser, page };
};

test.skipIf(reason)(
  '[C1] [C4] the panel keeps every acknowledged edit through a power cut, once and in order',
  async () => {
    const disk = makeDisk();
    const profileDir = join(disk.folder, 'profile');
    mkdirSync(profileDir);
    const first = await openCache(profileDir);
    await first.page.evaluate(async () => {
      const contact = { id: 'kim', accountId: 'acme', name: 'Kim', emails: [], sources: {} };
      await globalThis.quorumInside.open?.edit([
        { name: 'account.create@1', args: { account: { id: 'acme', name: 'ACME', domains: [] } } },
        { name: 'contact.create@1', args: { contact, accountId: 'acme' } },
      ]);
    });
    await first.browser.close();

    const made = 2;
    let edits = 0;
    let before = 0;
    for (const ms of lives) {
      let kept = before;
      const { browser, page } = await openCache(profileDir);
      await stormInPage(page, {
        contactId: 'kim',
        from: before + 1,
        kept: (title) => {
          kept = title;
        },
      });
      await pause(ms);
      const acknowledged = kept; // a machine without power acknowledges nothing more
      disk.cut();
      await browser.kill();
      disk.restore();

      const again = await openCache(profileDir);
      const { pending, meta } = await waitingInPage(again.page);
      await again.browser.close();
      const titles = pending.slice(made);
      expect(pending.map(({ id }) => id)).toEqual(pending.map((_, at) => at + 1));
      expect(meta).toMatchObject({ nextMutationId: pending.length + 1 });
      expect(meta.mended).toBeUndefined();
      expect(titles.map(({ name, args }) => ({ name, args }))).toEqual(
        titles.map((_, at) => retitle('kim', at + 1)),
      );
      expect(titles.length).toBeGreaterThanOrEqual(acknowledged);
      edits += acknowledged - before;
      before = titles.length;
    }
    console.info(
      `Chromium: ${lives.length} power cuts, ${edits} edits acknowledged, 0 lost, 0 twice`,
    );
    expect(edits).toBeGreaterThan(lives.length * 5);
  },
);

/** Otherwise the test above would show nothing. */
test.skipIf(reason)(
  'IndexedDB as it is by default loses acknowledged writes here: the cut is a real one',
  async () => {
    const disk = makeDisk();
    const profileDir = join(disk.folder, 'profile');
    mkdirSync(profileDir);
    const openPage = async () => {
      const browser = await launch({ profileDir });
      const page = await browser.context.newPage();
      await page.goto(`${extensionOrigin}/manifest.json`);
      const db = await page.evaluateHandle(
        () =>
          new Promise<{ db: IDBDatabase }>((resolve) => {
            const request = indexedDB.open('relaxed');
            request.onupgradeneeded = () => request.result.createObjectStore('writes');
            request.onsuccess = () => resolve({ db: request.result });
          }),
      );
      return { browser, page, db };
    };
    await (await openPage()).browser.close();

    let kept = 0;
    const { browser, page, db } = await openPage();
    await page.exposeFunction('quorumKept', (n: number) => {
      kept = n;
    });
    await db.evaluate(({ db }) => {
      const next = (n: number) => {
        const tx = db.transaction('writes', 'readwrite');
        tx.objectStore('writes').put(n, n);
        tx.oncomplete = () => {
          void globalThis.quorumKept(n);
          next(n + 1);
        };
      };
      next(1);
    });
    await pause(1000);
    disk.cut();
    await browser.kill();
    disk.restore();

    const again = await openPage();
    const found = await again.db.evaluate(
      ({ db }) =>
        new Promise<number>((resolve) => {
          const request = db.transaction('writes').objectStore('writes').count();
          request.onsuccess = () => resolve(request.result);
        }),
    );
    await again.browser.close();
    console.info(`IndexedDB by default: ${kept} writes acknowledged, ${found} kept`);
    expect(found).toBeLessThan(kept);
  },
);
