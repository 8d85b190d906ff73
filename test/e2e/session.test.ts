/** Signing out, a sign-in that has ended, and a page that says nonsense: nothing is lost, and the panel says so. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { offences } from './support/axe.ts';
import { type Browser, launch } from './support/browser.ts';
import { extensionOrigin } from './support/extension.ts';
import { firstRun, linkedinPattern, openProfile, tomas } from './support/journey.ts';
import { ledgerOf } from './support/ledger.ts';
import { startServer, type TestServer, users } from './support/server.ts';
import { signIn } from './support/sign-in.ts';

const attach = { name: 'Attach as Decision maker' };

async function anaAtWork(
  server: TestServer,
): Promise<{ browser: Browser; page: Page; panel: Page }> {
  const browser = await launch();
  await browser.grantSite(linkedinPattern);
  const page = await openProfile(browser, tomas);
  const panel = await firstRun(browser, page, { server, user: users.ana });
  await panel.getByRole('button', attach).waitFor();
  return { browser, page, panel };
}

/** Ends the sign-in at the issuer, as an admin would, and forgets the short-lived token that still runs. */
async function endSignIn(server: TestServer, panel: Page): Promise<void> {
  const refresh = await panel.evaluate(async () => {
    await chrome.storage.session.remove('accessToken');
    return (await chrome.storage.local.get('refreshToken')).refreshToken;
  });
  const answer = await fetch(`${server.origin}/auth/oauth2/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ token: refresh, client_id: 'quorum-extension' }),
  });
  expect(answer.status).toBe(200);
}

test('an ended sign-in keeps cache and edits, and signing in again sends them', async () => {
  const server = await startServer();
  const { browser, panel } = await anaAtWork(server);
  await endSignIn(server, panel);
  await panel.getByRole('button', attach).click();
  await panel.getByText('In this decision as Decision maker').waitFor();
  await panel
    .getByText(/session has ended/)
    .first()
    .waitFor();

  await browser.context.clearCookies();
  await signIn(browser.context, users.ana, () =>
    panel.getByRole('button', { name: 'Sign in' }).first().click(),
  );
  await panel.getByRole('button', { name: 'Synced' }).waitFor();
  const ledger = await ledgerOf(server);
  expect(ledger.members('acme-hr-operations')).toContain('tomas-echeverria: decision_maker');
});

test('signing out warns of edits that wait, and then leaves nothing behind', async () => {
  const server = await startServer();
  const { browser, panel } = await anaAtWork(server);
  await server.stop();
  await panel.getByRole('button', attach).click();
  await panel.getByRole('button', { name: 'Offline, 1 waiting' }).waitFor();

  const options = await browser.context.newPage();
  await options.goto(`${extensionOrigin}/options.html`);
  await options.getByRole('button', { name: 'Sign out' }).click();
  const warning = options.getByRole('alertdialog');
  expect(await warning.textContent()).toMatch(/1 edit/);
  await warning.getByRole('button', { name: 'Stay' }).click();
  expect(await options.evaluate(() => indexedDB.databases())).toHaveLength(1);

  await options.getByRole('button', { name: 'Sign out' }).click();
  await options
    .getByRole('alertdialog')
    .getByRole('button', { name: /Sign out/ })
    .click();
  await panel.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await offences(panel)).toEqual([]);
  expect(await options.evaluate(() => indexedDB.databases())).toEqual([]);
  expect(
    await options.evaluate(async () => Object.keys(await chrome.storage.local.get(null))),
  ).not.toContain('refreshToken');
});

test('a page whose words cannot be understood is said to be so, and nothing of it is kept', async () => {
  const server = await startServer();
  const { browser, panel } = await anaAtWork(server);
  const worker = await browser.serviceWorker();
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://www.linkedin.com/*' });
    await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? 0 },
      func: () => chrome.runtime.sendMessage({ type: 'pageDetected', detection: { kind: 'moon' } }),
    });
  });
  await panel.getByText('What this page sent could not be understood').waitFor();
  await panel.getByText(tomas.name).waitFor({ state: 'detached' });
  expect(await offences(panel)).toEqual([]);
});

test('an edit that waits is sent when the browser starts, with no panel open', async () => {
  const server = await startServer();
  const first = await anaAtWork(server);
  await first.browser.setOffline(true);
  await first.panel.getByRole('button', attach).click();
  await first.panel.getByRole('button', { name: 'Offline, 1 waiting' }).waitFor();
  await first.browser.close();

  const again = await launch({ profileDir: first.browser.profileDir });
  await again.serviceWorker();
  await expect.poll(() => server.output()).toMatch(/"\/v1\/push","status":200/);
  const ledger = await ledgerOf(server);
  expect(ledger.mutations).toEqual(['opportunity.addMember@1']);
});

declare const chrome: {
  storage: {
    session: { remove: (key: string) => Promise<void> };
    local: { get: (key: string | null) => Promise<{ refreshToken: string }> };
  };
  runtime: { sendMessage: (message: unknown) => Promise<unknown> };
  tabs: { query: (query: { url: string }) => Promise<{ id?: number }[]> };
  scripting: {
    executeScript: (injection: {
      target: { tabId: number };
      func: () => unknown;
    }) => Promise<unknown>;
  };
};
