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
  await panel.waitForText('Where may Quorum read?');
  await take('run-2-sites');
  await panel.click('button', 'Take the two-minute tour');
  await panel.waitForText('Tour, step 1 of 6');
  await take('run-3-tour');
  // The tour opened the team's page beside the one that was there.
  const [team] = browser.context.pages().filter((one) => one.url().endsWith('/practice'));
  await team?.getByRole('link', { name: /Marcus Oyelaran/ }).click();
  await panel.waitForText('Add and attach as Ratifier');
  await take('run-4-somebody-new');
  await panel.click('button', 'Add and attach as Ratifier');
  await panel.waitForText('Tour, step 3 of 6');
  await take('run-5-attached');
  await panel.click('button', 'Undo');
  await panel.waitForText('Tour, step 4 of 6');
  await panel.click('button', 'End the tour');
  await team?.goto(`${server.origin}/practice`);
  await panel.waitForText('Decisions in motion');
  await take('run-6-company');
}, 180_000);
