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
