/** Two people’s browsers over one real server: edits that meet, one that is refused, one let go of, an old one taken back. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDatabase } from '#server/db/database.ts';
import { offences } from './support/axe.ts';
import { type Browser, launch } from './support/browser.ts';
import { firstRun, linkedinPattern, openProfile, tomas } from './support/journey.ts';
import { startServer, type TestServer, users } from './support/server.ts';
import type { Credentials } from './support/sign-in.ts';

/** What the server holds of these at its end. */
async function held(server: TestServer) {
  await server.stop();
  const { db, close } = await openDatabase({ folder: server.folder });
  try {
    const rows = await db
      .selectFrom('records')
      .select(['kind', 'id', 'data'])
      .where('deleted_at', 'is', null)
      .execute();
    return (kind: string, id: string) =>
      rows.find((row) => row.kind === kind && row.id === id)?.data;
  } finally {
    await close();
  }
}

/** Beside Tomás’ profile. */
async function opened(browser: Browser, server: TestServer, user: Credentials) {
  await browser.grantSite(linkedinPattern);
  const panel = await firstRun(browser, await openProfile(browser, tomas), { server, user });
  await panel.getByRole('button', { name: 'Attach as Decision maker' }).waitFor();
  return panelOf(panel);
}

function panelOf(panel: Page) {
  const button = (name: string | RegExp) => panel.getByRole('button', { name });
  const back = () => button(/^Back/).click();
  return {
    panel,
    button,
    back,
    async setTerms(terms: { amount?: string; closeDate?: string }) {
      const card = panel.getByRole('article', { name: 'Talent Management' });
      await card.getByRole('heading').getByRole('button').click();
      await button('Edit amount and close date').click();
      const form = panel.getByRole('form', { name: 'Edit amount and close date' });
      if (terms.amount) await form.getByLabel('Amount').fill(terms.amount);
      if (terms.closeDate) await form.getByLabel('Close date').fill(terms.closeDate);
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await back();
    },
    async edit(change: (form: ReturnType<Page['getByRole']>) => Promise<void>) {
      await button(/^Record of/).click();
      await panel.getByRole('menuitem', { name: 'Edit' }).first().click();
      const form = panel.getByRole('form', { name: /^Edit / });
      await change(form);
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
    },
    async ownEdits() {
      await button('show more').click();
      await panel.getByRole('dialog').getByRole('button', { name: 'Your edits' }).click();
      const list = panel.getByRole('list', { name: 'Your edits' });
      await list.waitFor();
      return list;
    },
  };
}

const priya = {
  name: 'Priya Raman',
  slug: 'priya-raman-acme',
  headline: 'VP of Human Resources at ACME',
  company: 'ACME',
};
const shared = 'people@acme.example';

test('[C11] [C10] [R2] [R3] what two people edited apart is settled by each way there is, one edit is let go of and an old one undone', async () => {
  const [server, anas, bens] = await Promise.all([startServer(), launch(), launch()]);
  const ana = await opened(anas, server, users.ana);
  const ben = await opened(bens, server, users.ben);
  await ben.button('Attach as Decision maker').click();
  await ben.panel.getByText('In this decision as Decision maker').waitFor();
  await ben.button('Synced').waitFor();
  await bens.setOffline(true);

  await ana.setTerms({ amount: '90000', closeDate: '2027-03-31' });
  const other = panelOf(await anas.panel(await openProfile(anas, priya)));
  await other.edit((form) =>
    form
      .getByLabel(/^E-mails/)
      .last()
      .fill(shared),
  );
  await other.button('Synced').waitFor();

  await ben.setTerms({ amount: '111000', closeDate: '2027-06-30' });
  await ben.edit((form) =>
    form
      .getByLabel(/^E-mails/)
      .last()
      .fill(shared),
  );
  await ben.edit((form) => form.getByLabel('Title').fill('Director of Everything'));
  await ben.button('Offline, 4 waiting').waitFor();
  const waiting = await ben.ownEdits();
  await waiting
    .getByRole('button', { name: /^Discard: Editing a person/ })
    .first()
    .click();
  await waiting.getByRole('button', { name: 'Discard', exact: true }).click();
  await ben.button('Offline, 3 waiting').waitFor();
  expect(await offences(ben.panel)).toEqual([]);
  await ben.back();

  await bens.setOffline(false);
  const needing = ben.panel.getByRole('region', { name: 'Edits that need you' });
  const amount = needing.getByRole('button', { name: /^Take theirs: Changing the amount/ });
  await amount.waitFor();
  await needing.getByText('Ana Ruiz’s').first().waitFor();
  expect(await offences(ben.panel)).toEqual([]);
  await amount.click();
  await amount.waitFor({ state: 'detached' });
  await needing.getByRole('button', { name: /^Keep mine: Changing the close date/ }).click();
  await needing.getByRole('button', { name: /^Edit once more: Editing a person/ }).click();
  const form = needing.getByRole('form');
  await form
    .getByLabel(/^E-mails/)
    .first()
    .fill('tomas.e@acme.example');
  await form.getByRole('button', { name: 'Save' }).click();
  await needing.waitFor({ state: 'detached' });
  await ben.button('Synced').waitFor();

  const confirmed = await ben.ownEdits();
  await confirmed.getByRole('button', { name: /^Undo: Attaching a person/ }).click();
  await confirmed.getByText('Undone', { exact: true }).waitFor();
  await ben.back();
  await ben.button('Attach as Decision maker').waitFor();
  await ben.button('Synced').waitFor();
  await ana.button('Attach as Decision maker').waitFor();
  expect(await offences(ben.panel)).toEqual([]);

  const at = await held(server);
  expect(at('opportunity', 'acme-talent')).toMatchObject({
    amount: 90_000,
    closeDate: '2027-06-30',
  });
  expect(at('contact', 'priya-raman')?.emails).toContain(shared);
  const { emails, title } = at('contact', 'tomas-echeverria') ?? {};
  expect(emails).toContain('tomas.e@acme.example');
  expect(emails).not.toContain(shared);
  expect(title).toBe('Director of Talent Acquisition');
  expect(at('member', 'acme-hr-operations.tomas-echeverria')).toBeUndefined();
});
