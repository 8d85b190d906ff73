/** The real side panel in a headed Chromium, beside a page: a first run, step by step. */
import { test } from 'vitest';
import { launch } from '../e2e/support/browser.ts';
import { startRoundcube, whyNoRoundcube } from '../e2e/support/roundcube.ts';
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

test.skipIf(whyNoRoundcube())(
  'a mail read and a mail written in a webmail, the panel beside it',
  async () => {
    const [server, roundcube, browser] = await Promise.all([
      startServer(),
      startRoundcube({
        address: users.ben.email,
        mails: [
          {
            from: { name: 'Tomás Echeverría', email: 'tomas.echeverria@acme.example' },
            cc: [
              { name: 'Dana Whitfield', email: 'dana.whitfield@acme.example' },
              { name: 'Ana Ruiz', email: users.ana.email },
              { name: 'Marcus Oyelaran', email: 'marcus.oyelaran@acme.example' },
            ],
            subject: 'Talent: next steps',
          },
        ],
      }),
      launch({ headed: true }),
    ]);
    await browser.grantSite('http://127.0.0.1/*');
    const page = await browser.context.newPage();
    await roundcube.logIn(page);
    await roundcube.openMessage(page, 'Talent');
    const take = async (name: string) => keep(await browser.display?.picture(name), name);

    const panel = await browser.sidePanel(page);
    await panel.waitForText('Before Quorum reads anything');
    await panel.fill('Address of your server', server.origin);
    await signIn(browser.context, users.ben, () => panel.click('button', 'Agree and sign in'));
    await panel.click('button', 'Start without the tour');
    await panel.waitForText('Decisions concerned');
    await take('mail-beside');

    await roundcube.compose(page, []);
    await panel.waitForText('Nobody yet');
    await roundcube
      .toField(page)
      .pressSequentially('dana.whitfield@acme.example, marcus.oyelaran@acme.example,');
    await panel.waitForText('2 people');
    await take('mail-writing-beside');
  },
  180_000,
);
