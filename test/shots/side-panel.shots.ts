/** The real side panel in a headed Chromium, beside a page: a first run, step by step. */
import { test } from 'vitest';
import { launch } from '../e2e/support/browser.ts';
import { startServer, users } from '../e2e/support/server.ts';
import { signIn } from '../e2e/support/sign-in.ts';
import { keep } from './camera.ts';

test('a first run on the practice page', async () => {
  const server = await startServer();
  const browser = await launch({ headed: true });
  await browser.grantSite('http://127.0.0.1/*');
  const page = await browser.context.newPage();
  await page.goto(`${server.origin}/practice/marcus-oyelaran`);
  const take = async (name: string) => keep(await browser.display?.picture(name), name);

  const panel = await browser.sidePanel(page);
  await panel.waitForText('Before Quorum reads anything');
  await take('run-1-consent');
  await panel.fill('Address of your server', server.origin);
  await signIn(browser.context, users.ana, () => panel.click('button', 'Agree and sign in'));
  await panel.waitForText('Marcus Oyelaran');
  await panel.waitForText('Talent Management');
  await take('run-2-somebody-new');
  await panel.click('button', 'Attach as');
  await panel.waitForText('Undo');
  await take('run-3-attached');
  await page.goto(`${server.origin}/practice`);
  await panel.waitForText('Learning');
  await take('run-4-company');
}, 180_000);
