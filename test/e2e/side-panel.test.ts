/** The panel where the browser puts it: opened by its key in a headed Chromium, beside a profile. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { launch } from './support/browser.ts';
import { linkedinPattern, openProfile, tomas } from './support/journey.ts';
import { ledgerOf } from './support/ledger.ts';
import { startServer, users } from './support/server.ts';
import { signIn } from './support/sign-in.ts';

test('attaches the person of the page beside it, and follows to the next tab', async () => {
  const server = await startServer();
  const browser = await launch({ headed: true });
  await browser.grantSite(linkedinPattern);
  const page = await openProfile(browser, tomas);
  const panel = await browser.sidePanel(page);
  await panel.waitForText('Before Quorum reads anything');
  await panel.fill('Address of your server', server.origin);
  await signIn(browser.context, users.ana, () => panel.click('button', 'Agree and sign in'));
  await panel.waitForText('Where may Quorum read?');
  await panel.click('button', 'Start without the tour');
  await panel.waitForText(tomas.name);
  await panel.click('button', 'Attach as Decision maker');
  await panel.waitForText('In this decision as Decision maker');
  expect(existsSync((await browser.display?.picture('side-panel')) ?? '')).toBe(true);

  const next = await openProfile(browser, {
    name: 'Priya Raman',
    slug: 'priya-raman-acme',
    headline: 'HR IT Lead at ACME',
    company: 'ACME',
  });
  await panel.waitForText('HR IT Lead');

  // What is opened there stays when the first tab is in front again, and says whom that shows.
  await panel.click('button', 'Talent Management');
  await panel.waitForText('Buying group');
  await page.bringToFront();
  await panel.waitForText('On this page now');
  await panel.waitForText(tomas.name);
  expect(existsSync((await browser.display?.picture('page-now')) ?? '')).toBe(true);
  await panel.click('button', `Show ${tomas.name}`);
  await panel.waitForNoText('On this page now');
  await panel.waitForText('In this decision as Decision maker');
  await next.close();
  await panel.waitForText('In this decision as Decision maker');

  const ledger = await ledgerOf(server);
  expect(ledger.members('acme-hr-operations')).toContain('tomas-echeverria: decision_maker');
});
