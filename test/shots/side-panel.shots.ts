/** The real side panel in a headed Chromium, beside a page: a first run, step by step. */
import { test } from 'vitest';
import { launch } from '../e2e/support/browser.ts';
import { startRoundcube, whyNoRoundcube } from '../e2e/support/roundcube.ts';
import { startServer, users } from '../e2e/support/server.ts';
import { signIn } from '../e2e/support/sign-in.ts';
import { atRest, keep } from './camera.ts';

test('a first run, every step of it: consent, sign-in, a site, the tour', async () => {
  const server = await startServer();
  const browser = await launch({ headed: true });
  await browser.serviceWorker(); // before, nobody listens to the panel's key
  const page = await browser.context.newPage();
  for (const other of browser.context.pages()) if (other !== page) await other.close();
  await page.goto(`${server.origin}/practice`);
  let step = 0;
  const take = async (name: string) => {
    step += 1;
    const numbered = `first-run-${String(step).padStart(2, '0')}-${name}`;
    keep(await browser.display?.picture(numbered), numbered);
  };

  await take('practice-page');
  const panel = await browser.sidePanel(page);
  await panel.waitForText('Before Quorum reads anything');
  await panel.fill('Address of your server', server.origin);
  await take('consent');
  const [door] = await Promise.all([
    browser.context.waitForEvent('page'),
    panel.click('button', 'Agree and sign in'),
  ]);
  await door.getByRole('button', { name: /Ana Ruiz/ }).click();
  await take('sign-in');
  await door.getByRole('button', { name: 'Sign in', exact: true }).click();
  await panel.waitForText('Where may Quorum read?');
  await take('choose-sites');
  await panel.clickAndAllow('switch', 'Practice page', () => take('browser-asks'));
  await panel.waitForText('127.0.0.1\nOn');
  await take('site-on');

  /** The tour's next step, once what it shows has come to rest. */
  const stepOf = async (text: string, name: string) => {
    await panel.waitForText(text);
    await atRest(panel);
    await take(name);
  };
  await panel.click('button', 'Take the two-minute tour');
  await panel.waitForText('Decisions in motion');
  await stepOf('Tour, step 1 of 6', 'tour-begins');
  // The tour opened the team's page beside the one that was there.
  const team = browser.context.pages().at(-1);
  await team?.getByRole('link', { name: /Marcus Oyelaran/ }).click();
  await stepOf('Add and attach as Ratifier', 'somebody-new');
  await panel.click('button', 'Add and attach as Ratifier');
  await stepOf('Tour, step 3 of 6', 'attached');
  await panel.click('button', 'Undo');
  await stepOf('Tour, step 4 of 6', 'taken-back');
  await panel.click('button', 'HR Operations');
  await stepOf('Tour, step 5 of 6', 'decision');
  await panel.click('button', 'Call');
  await panel.fill('What about', 'Who signs for HR Operations');
  await take('call');
  await panel.click('button', 'Note the call');
  await stepOf('Tour, step 6 of 6', 'call-noted');
  await panel.click('button', 'Find people');
  await panel.fill('Find people', 'pri');
  await panel.waitForText('HR IT Lead');
  await take('search');
  await panel.click('option', 'Priya Raman');
  await stepOf('You know the way now', 'tour-ends');
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
    for (const other of browser.context.pages()) if (other !== page) await other.close();
    await roundcube.logIn(page);
    await roundcube.openMessage(page, 'Talent');
    const take = async (name: string) => keep(await browser.display?.picture(name), name);

    const panel = await browser.sidePanel(page);
    await panel.waitForText('Before Quorum reads anything');
    await panel.fill('Address of your server', server.origin);
    await signIn(browser.context, users.ben, () => panel.click('button', 'Agree and sign in'));
    await panel.click('button', 'Start without the tour');
    await panel.waitForText('Decisions concerned');
    await atRest(panel);
    await take('webmail-mail-read');

    await roundcube.compose(page, []);
    await panel.waitForText('Nobody yet');
    await roundcube
      .toField(page)
      .pressSequentially('dana.whitfield@acme.example, marcus.oyelaran@acme.example,');
    await panel.waitForText('2 people');
    await atRest(panel);
    await take('webmail-mail-written');
  },
  180_000,
);
