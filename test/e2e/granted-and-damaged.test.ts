/** What the panel says of itself: an account that is granted while it is looked at, and a damaged cache. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { databaseName } from '#lib/store/raw.ts';
import { offences } from './support/axe.ts';
import { launch } from './support/browser.ts';
import { firstRun, linkedinPattern, openProfile, tomas } from './support/journey.ts';
import { ledgerOf } from './support/ledger.ts';
import { startServer, type TestServer, users } from './support/server.ts';

function sees(server: TestServer, command: 'restrict' | 'grant', user?: string): void {
  const args = [
    '--workspace',
    'demo',
    '--account',
    'acme.example',
    ...(user ? ['--user', user] : []),
  ];
  execFileSync(process.execPath, ['scripts/admin.ts', command, ...args], {
    env: { ...process.env, QUORUM_DATA: server.folder },
  });
}

test('[A5] an account that was never open to Ben shows by itself as soon as it is granted to him, with who did it in its history', async () => {
  const [server, browser] = await Promise.all([startServer(), launch()]);
  sees(server, 'restrict');
  await browser.grantSite(linkedinPattern);
  const page = await openProfile(browser, tomas);
  const panel = await firstRun(browser, page, { server, user: users.ben });
  const closed = panel.getByRole('region', { name: 'Not open to you' });
  await closed.waitFor();
  expect(await offences(panel)).toEqual([]);
  await panel.getByRole('button', { name: 'Synced' }).waitFor();

  sees(server, 'grant', users.ben.email);
  await panel.getByRole('article', { name: 'Talent Management' }).waitFor();
  await closed.waitFor({ state: 'detached' });
  await panel.keyboard.press('/');
  await panel.getByRole('dialog').getByRole('combobox').fill('acme');
  await panel.getByRole('option', { name: /^ACME/ }).first().click();
  await panel.getByRole('heading', { name: 'ACME', level: 1 }).waitFor();
  await panel.getByRole('button', { name: 'Record of ACME' }).click();
  await panel.getByRole('menuitem', { name: 'History' }).click();
  const history = panel.getByRole('list', { name: 'History of ACME' });
  await history.getByText('Everybody').waitFor();
  await history.getByText('Admins and Ben Okafor').waitFor();
  expect(await offences(panel)).toEqual([]);

  // Once more, with the history open: what it says is asked anew.
  sees(server, 'grant', users.mia.email);
  await history.getByText(/^Admins, Ben Okafor, and /).waitFor();
});

/** Spoils the cache below Dexie, as a disk would. */
const spoil = (panel: Page, name: string) =>
  panel.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const tx = db.transaction(['records', 'meta'], 'readwrite');
          const key = ['contact', 'priya-raman'];
          tx.objectStore('records').put({ kind: key[0], id: key[1], scope: 'acme', view: 7 });
          tx.objectStore('meta').clear();
          tx.onerror = () => reject(tx.error);
          tx.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    name,
  );

test('[C9] a spoilt cache is put aside and saved on request, filled anew from the server, and what waited arrives once', async () => {
  const [server, browser] = await Promise.all([startServer(), launch()]);
  await browser.grantSite(linkedinPattern);
  const page = await openProfile(browser, tomas);
  const before = await firstRun(browser, page, { server, user: users.ana });
  const attach = before.getByRole('button', { name: 'Attach as Decision maker' });
  await attach.waitFor();
  await before.getByRole('button', { name: 'Synced' }).waitFor();
  await browser.setOffline(true);
  await attach.click();
  await before.getByRole('button', { name: 'Offline, 1 waiting' }).waitFor();
  await spoil(before, databaseName('demo', 'ana'));
  await before.close();

  const panel = await browser.panel(page);
  const aside = panel.getByRole('region', { name: 'Damaged data' });
  await aside.getByText('1 edit that waited was rescued and is sent.').waitFor();
  await panel.getByText('In this decision as Decision maker').waitFor();
  expect(await offences(panel)).toEqual([]);
  await browser.setOffline(false);
  await panel.getByRole('button', { name: 'Synced' }).waitFor();
  const [file] = await Promise.all([
    panel.waitForEvent('download'),
    aside.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^quorum-\d{4}-\d\d-\d\d\.json$/);
  const saved = readFileSync(await file.path(), 'utf8');
  expect(JSON.parse(saved)).toBeTruthy();
  expect(saved).toContain('priya-raman');
  expect(saved).toContain('opportunity.addMember@1');
  await aside.getByRole('button', { name: 'Remove the old data' }).click();
  await aside.waitFor({ state: 'detached' });
  // The record that was spoilt is what the server has again.
  await panel.getByText('Priya Raman').first().waitFor();

  const ledger = await ledgerOf(server);
  expect(ledger.mutations).toEqual(['opportunity.addMember@1']);
  expect(ledger.members('acme-hr-operations')).toContain('tomas-echeverria: decision_maker');
});
