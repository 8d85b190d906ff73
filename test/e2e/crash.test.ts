/** Chromium killed in the middle of storms of edits, while the panel's rounds push them. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { databaseName } from '#lib/store/raw.ts';
import { openDatabase } from '#server/db/database.ts';
import { begin, closingLine, nothingWrong, tally, writer } from '#test/support/storm.ts';
import { launch } from './support/browser.ts';
import { extensionOrigin } from './support/extension.ts';
import { storeInPage, stormInPage } from './support/in-page.ts';
import { firstRun, openProfile, tomas } from './support/journey.ts';
import { startServer, users } from './support/server.ts';

/** Milliseconds of edits before each death. */
const lives = [250, 500, 800, 1100, 1500];
const cache = { name: databaseName('demo', 'ana'), userId: 'ana' };

test('[C1] [C4] [P2] killed again and again in storms of edits, Chromium loses none and sends none twice', async () => {
  const server = await startServer();
  const first = await launch();
  const { profileDir } = first;
  await firstRun(first, await openProfile(first, tomas), { server, user: users.ana });
  await first.close();

  const typed = writer('storm-kim');
  for (const [life, ms] of lives.entries()) {
    const browser = await launch({ profileDir });
    const panel = await browser.context.newPage();
    await panel.goto(`${extensionOrigin}/sidepanel.html`);
    await panel.getByRole('button', { name: 'Settings' }).waitFor();
    await storeInPage(panel, cache);
    if (life === 0)
      await panel.evaluate(async (call) => {
        await globalThis.quorumInside.open?.follow(['acme']);
        dispatchEvent(new Event('online'));
        while ((await globalThis.quorumInside.open?.progress())?.filling)
          await new Promise((resolve) => setTimeout(resolve, 50));
        await globalThis.quorumInside.open?.edit([call]);
      }, begin(typed));
    // Of each life's titles the last may be on disk without having been acknowledged: the next one's are others.
    await stormInPage(panel, {
      contactId: typed.contactId,
      from: life * 100_000 + 1,
      kept: (title) => typed.acknowledged.push(title),
    });
    await panel.evaluate(() => void setInterval(() => dispatchEvent(new Event('online')), 40));
    await pause(ms);
    await browser.kill();
  }

  const last = await launch({ profileDir });
  const panel = await last.context.newPage();
  await panel.goto(`${extensionOrigin}/sidepanel.html`);
  await panel.getByRole('button', { name: 'Synced' }).waitFor({ timeout: 60_000 });
  await last.close();
  await server.stop();

  const { db, close } = await openDatabase({ folder: server.folder });
  const found = await tally(db, [typed]);
  await close();
  console.info(closingLine(found, `Chromium killed ${lives.length} times`));
  expect(found).toMatchObject(nothingWrong);
  expect(found.edits).toBeGreaterThan(lives.length * 5);
});
