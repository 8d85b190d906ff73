/** The moments of the panel over the demo workspace, in light and dark and both languages. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { protocolVersion, schemaVersion } from '#lib/contract/version.ts';
import { type Browser, launch } from '../e2e/support/browser.ts';
import { extensionOrigin } from '../e2e/support/extension.ts';
import { firstRun, linkedinPattern } from '../e2e/support/journey.ts';
import { servePage } from '../e2e/support/pages.ts';
import { startRoundcube, whyNoRoundcube } from '../e2e/support/roundcube.ts';
import { startServer, users } from '../e2e/support/server.ts';
import { signIn } from '../e2e/support/sign-in.ts';
import { type Look, shot } from './camera.ts';

declare const chrome: { storage: { local: { set: (items: object) => Promise<void> } } };

const fixtures = JSON.parse(readFileSync('test/fixtures/pages/index.json', 'utf8')) as Record<
  string,
  { url: string }
>;

/** What another language, drawn anew, would close. */
async function lightAndDark(panel: Page, name: string, look: Look = {}): Promise<void> {
  await shot(panel, name, look);
  await shot(panel, `${name}-dark`, { ...look, theme: 'dark' });
}

/** One picture as it is, one in the dark, one in Chinese. */
async function everyWay(panel: Page, name: string, look: Look = {}): Promise<void> {
  await lightAndDark(panel, name, look);
  await speak(panel, 'zh_CN');
  await shot(panel, `${name}-zh`, look);
  await speak(panel, 'en');
}

/** Opens the record's menu and chooses this of it. */
async function fromMenu(panel: Page, item: string): Promise<void> {
  await panel.getByRole('button', { name: /^Record of/ }).click();
  await panel.getByRole('menuitem', { name: item }).click();
}

async function speak(panel: Page, language: string): Promise<void> {
  await panel.evaluate(async (chosen) => chrome.storage.local.set({ language: chosen }), language);
  await panel.waitForFunction(
    (tag) => document.documentElement.lang.startsWith(tag),
    language.slice(0, 2),
  );
}

const rounds = /\/v1\/(pull|push)$/;

/** The server answers as one that speaks another schema does. */
const refuse = (panel: Page, schema: number) =>
  panel.route(rounds, (route) =>
    route.fulfill({
      status: 426,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        ...{ title: 'This version is no longer served', status: 426, code: 'upgradeRequired' },
        speaks: { protocol: protocolVersion, schema },
      }),
    }),
  );

/** Panels stand before one tab each: opened anew for each page. */
async function panelBeside(browser: Browser, page: Page, text: string): Promise<Page> {
  const panel = await browser.panel(page);
  await panel.getByText(text).first().waitFor();
  return panel;
}

test('the six moments, search and the settings', async () => {
  const server = await startServer();
  const browser = await launch();
  await browser.grantSite('http://127.0.0.1/*');
  await browser.grantSite(linkedinPattern);
  const page = await browser.context.newPage();
  const visit = (path: string) => page.goto(`${server.origin}${path}`);

  await visit('/practice/tomas-echeverria');
  const first = await browser.panel(page);
  await first.getByLabel('Address of your server').waitFor();
  await everyWay(first, 'consent');
  await first.close();

  const welcome = await browser.panel(page);
  await welcome.getByLabel('Address of your server').fill(server.origin);
  await signIn(browser.context, users.ada, () =>
    welcome.getByRole('button', { name: 'Agree and sign in' }).click(),
  );
  await welcome.getByText('Where may Quorum read?').waitFor();
  await everyWay(welcome, 'choose-sites');
  await welcome.getByRole('button', { name: 'Take the two-minute tour' }).click();
  await welcome.getByText('Tour, step 2 of 6').waitFor();
  await everyWay(welcome, 'tour-step-2');
  await welcome.getByRole('button', { name: 'End the tour' }).click();
  await welcome.close();
  await page.bringToFront();

  const panel = await panelBeside(browser, page, 'Decisions at ACME');
  await panel.getByRole('heading', { name: 'Tomás Echeverría' }).waitFor();
  await panel.getByText('Talent Management').first().waitFor();
  await everyWay(panel, 'profile-known');
  await shot(panel, 'profile-known-narrow', { width: 320 });

  await panel
    .getByRole('button', { name: /Talent Management/ })
    .first()
    .click();
  await panel.getByRole('heading', { name: 'Talent Management', level: 1 }).waitFor();
  await everyWay(panel, 'decision', { height: 2600 });
  await panel.keyboard.press('Escape');

  await fromMenu(panel, 'Merge with…');
  await panel.getByRole('searchbox').fill('grace');
  await panel.getByRole('button', { name: /Grace Lindqvist/ }).click();
  await panel.getByText('Moves along').waitFor();
  await lightAndDark(panel, 'merge-preview');
  await panel.keyboard.press('Escape');
  await fromMenu(panel, 'Erase…');
  await panel.getByRole('button', { name: 'Erase for good' }).waitFor();
  await lightAndDark(panel, 'erase-person');
  await panel.getByRole('button', { name: 'Cancel' }).click();

  await visit('/practice/marcus-oyelaran');
  await panel.getByRole('heading', { name: 'Marcus Oyelaran' }).waitFor();
  await everyWay(panel, 'profile-new');

  await visit('/practice/nadia-kessler');
  await panel.getByRole('heading', { name: 'Nadia Kessler' }).waitFor();
  await panel.getByRole('button', { name: 'Confirm as Decision maker' }).waitFor();
  await everyWay(panel, 'profile-potential');

  await visit('/practice');
  await panel.getByText('Decisions').first().waitFor();
  await everyWay(panel, 'company', { height: 1600 });
  await panel.getByRole('button', { name: 'All known' }).click();
  await panel.getByRole('button', { name: /^Attach \d/ }).waitFor();
  await everyWay(panel, 'company-people-ticked', { height: 1600 });
  await panel.getByRole('button', { name: 'None', exact: true }).click();

  await panel.keyboard.press('/');
  const field = panel.getByRole('dialog').getByRole('combobox');
  await field.fill('hel');
  await panel.getByRole('option', { name: 'Helena Brandt' }).waitFor();
  await everyWay(panel, 'search');
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('Control+k');
  await everyWay(panel, 'command-palette');
  await panel.keyboard.press('Escape');

  for (const [name, schema, title] of [
    ['extension-needs-update', schemaVersion + 1, 'This extension needs an update'],
    ['server-needs-update', schemaVersion - 1, 'Your server needs an update'],
  ] as const) {
    await refuse(panel, schema);
    await panel.reload();
    await panel.getByText(title).waitFor();
    await everyWay(panel, name);
    await panel.unroute(rounds);
  }
  await panel.close();

  const results = 'linkedin-search-sdui.xhtml';
  const url = fixtures[results]?.url ?? '';
  await servePage(browser.context, url, `test/fixtures/pages/${results}`);
  await page.goto(url);
  const list = await panelBeside(browser, page, 'people');
  await everyWay(list, 'linkedin-search-results');
  await list.close();

  await visit('/health');
  const nowhere = await panelBeside(browser, page, 'Nobody on this page');
  await everyWay(nowhere, 'nothing-recognised');
  await nowhere.close();

  const options = await browser.context.newPage();
  await options.goto(`${extensionOrigin}/options.html`);
  await options.getByRole('heading', { name: 'Workspace' }).waitFor();
  await everyWay(options, 'settings', { width: 1280, height: 4200 });
  await options.locator('input[type=file]').setInputFiles({
    ...{ name: 'people.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(
      'Name;E-mail;Company\nZoë Åkesson;zoe@initech.example;Initech\nNo Address;nowhere;Initech\n',
    ),
  });
  await options.getByRole('button', { name: 'Check', exact: true }).click();
  await options.getByText('Lines with errors').waitFor();
  const lists = options.locator('section', { has: options.locator('h4[tabindex="-1"]') }).last();
  await everyWay(options, 'import-checked', { width: 1280, height: 720, from: lists });
}, 600_000);

test.skipIf(whyNoRoundcube())(
  'an open mail',
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
              { name: 'Priya Raman', email: 'priya.raman@acme.example' },
            ],
            subject: 'Learning: who else should join',
          },
        ],
      }),
      launch(),
    ]);
    await browser.grantSite('http://127.0.0.1/*');
    const page = await browser.context.newPage();
    await roundcube.logIn(page);
    await roundcube.openMessage(page, 'Learning');
    const panel = await firstRun(browser, page, { server, user: users.ben });
    await panel.getByText('3 people').waitFor();
    await everyWay(panel, 'mail-read', { height: 1400 });

    await roundcube.compose(page, []);
    await panel.getByText('Nobody yet').waitFor();
    await shot(panel, 'mail-written-to-nobody');
    await roundcube
      .toField(page)
      .pressSequentially(
        'priya.raman@acme.example, "Lena Novak" <lena.novak@acme.example>, omar.haddad@acme.example,',
      );
    await panel.getByText('3 people · 2 not on record').waitFor();
    await everyWay(panel, 'mail-written', { height: 1400 });
  },
  180_000,
);
