/** What an admin changes on the options page, a colleague's open panel shows; the rest of the page beside it. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { offences } from './support/axe.ts';
import { type Browser, launch } from './support/browser.ts';
import { extensionOrigin } from './support/extension.ts';
import { firstRun, linkedinPattern, openProfile, tomas } from './support/journey.ts';
import { ledgerOf } from './support/ledger.ts';
import { startServer, type TestServer, users } from './support/server.ts';
import { signIn } from './support/sign-in.ts';

const settings = async (browser: Browser): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(`${extensionOrigin}/options.html`);
  return page;
};

async function adaInSettings(server: TestServer): Promise<Page> {
  const browser = await launch();
  const page = await settings(browser);
  await page.getByLabel('Address of your server').fill(server.origin);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').waitFor();
  await signIn(browser.context, users.ada, () =>
    page.getByRole('button', { name: 'Sign in' }).click(),
  );
  await page.getByRole('button', { name: 'Synced' }).waitFor();
  return page;
}

/** One server, Ana with the panel open and Ada in the settings: each test goes on where the one before has left them. */
let server: TestServer;
let anas: Browser;
let ana: Page;
let ada: Page;
beforeAll(async () => {
  [server, anas] = await Promise.all([startServer(), launch()]);
  await anas.grantSite(linkedinPattern);
  ana = await firstRun(anas, await openProfile(anas, tomas), { server, user: users.ana });
  ada = await adaInSettings(server);
});

test('what Ada renames and adds in the settings, Ana’s open panel shows without a reload', async () => {
  await ana.getByRole('button', { name: 'Stage of HR Operations: Engaged' }).waitFor();
  const stages = ada.getByRole('region', { name: 'Stages' });
  await stages.getByRole('button', { name: /^Engaged/ }).click();
  await stages.getByRole('textbox', { name: 'Name' }).fill('Shortlisted');
  await stages.getByRole('button', { name: 'Save' }).click();
  await ana.getByRole('button', { name: 'Stage of HR Operations: Shortlisted' }).waitFor();

  const solutions = ada.getByRole('region', { name: 'Solutions' });
  await solutions.getByRole('textbox', { name: 'Another solution' }).fill('Payroll');
  await solutions
    .getByLabel('Seats to start with')
    .selectOption({ label: 'Consulting or another service' });
  await solutions.getByRole('button', { name: 'Add', exact: true }).click();
  await ada.getByRole('button', { name: 'Synced' }).waitFor();
  await ana.getByRole('button', { name: 'Add a decision' }).click();
  await ana.getByRole('menuitem', { name: 'Payroll' }).waitFor();
  await ana.keyboard.press('Escape');
  expect(await offences(ana)).toEqual([]);
  expect(await offences(ada)).toEqual([]);
});

test('Ada takes a stage out: every decision at it moves on, and she sees when the server has agreed', async () => {
  await ada.reload();
  const stages = ada.getByRole('region', { name: 'Stages' });
  await stages.getByRole('button', { name: /^Shortlisted/ }).click();
  await stages.getByRole('button', { name: 'Take out…' }).click();
  const dialog = ada.getByRole('alertdialog', { name: 'Take out Shortlisted?' });
  await dialog.getByLabel('Move its decisions to').selectOption({ label: 'Prioritized' });
  await dialog.getByRole('button', { name: 'Take out' }).click();
  await stages.getByRole('button', { name: /^Shortlisted/ }).waitFor({ state: 'detached' });
  await stages.getByText('Being taken out').waitFor({ state: 'detached' });
  expect(await stages.getByRole('listitem').count()).toBe(7);
  expect(await offences(ada)).toEqual([]);
});

test('a language chosen in the settings is spoken there and in the open panel at once, and after a start', async () => {
  const page = await settings(anas);
  await page.getByText(/Only admins change it/).waitFor();
  await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: '简体中文' });
  await page.getByRole('heading', { name: 'Quorum 设置' }).waitFor();
  await ana.getByRole('button', { name: '设置' }).waitFor();
  expect(await offences(ana)).toEqual([]);
  await page.reload();
  await page.getByRole('heading', { name: 'Quorum 设置' }).waitFor();

  const { mutations } = await ledgerOf(server);
  expect(mutations).toEqual(['stage.edit@1', 'solution.create@1', 'stage.retire@1']);
});
