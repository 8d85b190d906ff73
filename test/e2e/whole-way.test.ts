/** The main job, once for real: from the page to the colleague's panel, and through a power cut. */
import { expect, test } from 'vitest';
import { offences } from './support/axe.ts';
import { launch } from './support/browser.ts';
import { firstRun, linkedinPattern, openProfile, tomas } from './support/journey.ts';
import { ledgerOf } from './support/ledger.ts';
import { startServer, users } from './support/server.ts';

test('what Ana attaches from a LinkedIn profile, Ben sees without a reload; somebody new is attached after one question', async () => {
  const [server, anas, bens] = await Promise.all([startServer(), launch(), launch()]);
  await Promise.all([anas.grantSite(linkedinPattern), bens.grantSite(linkedinPattern)]);
  const ana = await firstRun(anas, await openProfile(anas, tomas), { server, user: users.ana });
  const ben = await firstRun(bens, await openProfile(bens, tomas), { server, user: users.ben });
  await ben.getByRole('button', { name: 'Attach as Decision maker' }).waitFor();

  await ana.getByRole('button', { name: 'Attach as Decision maker' }).click();
  await ana.getByText('In this decision as Decision maker').waitFor();
  await ben.getByText('In this decision as Decision maker').waitFor();
  expect(await offences(ben)).toEqual([]);

  // Their page names nothing but the company.
  const marcus = await openProfile(anas, {
    name: 'Marcus Oyelaran',
    slug: 'marcus-oyelaran-acme',
    headline: 'Head of Procurement at ACME',
    company: 'ACME',
  });
  const panel = await anas.panel(marcus);
  await panel.getByRole('button', { name: /ACME/ }).first().click();
  const talent = panel.getByRole('article', { name: 'Talent Management' });
  await talent.getByRole('button', { name: 'Add and attach as Ratifier' }).click();
  await talent.getByText('In this decision as Ratifier').waitFor();
  await panel.getByRole('button', { name: 'Synced' }).waitFor();
  expect(await offences(panel)).toEqual([]);

  const ledger = await ledgerOf(server);
  expect(ledger.members('acme-hr-operations')).toContain('tomas-echeverria: decision_maker');
  expect(ledger.mutations).toEqual([
    'opportunity.addMember@1',
    'contact.create@1',
    'opportunity.addMember@1',
  ]);
});

test('an edit made offline survives the death of the browser, and arrives once', async () => {
  const server = await startServer();
  const dying = await launch();
  await dying.grantSite(linkedinPattern);
  const page = await openProfile(dying, tomas);
  const before = await firstRun(dying, page, { server, user: users.ana });
  await before.getByRole('button', { name: 'Attach as Decision maker' }).waitFor();
  await dying.setOffline(true);
  await before.getByRole('button', { name: 'Attach as Decision maker' }).click();
  await before.getByText('In this decision as Decision maker').waitFor();
  await before.getByRole('button', { name: 'Offline, 1 waiting' }).waitFor();
  await dying.kill();

  const again = await launch({ profileDir: dying.profileDir });
  await again.grantSite(linkedinPattern); // Chromium notes a permission seconds later, and then it was dead.
  const panel = await again.panel(await openProfile(again, tomas));
  await panel.getByText('In this decision as Decision maker').waitFor();
  await panel.getByRole('button', { name: 'Synced' }).waitFor();

  const ledger = await ledgerOf(server);
  expect(ledger.members('acme-hr-operations')).toContain('tomas-echeverria: decision_maker');
  expect(ledger.mutations).toEqual(['opportunity.addMember@1']);
});
