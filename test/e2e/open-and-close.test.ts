/** The panel opened and closed as people do it, and what the worker makes of that. */
import { expect, test } from 'vitest';
import { type Browser, launch } from './support/browser.ts';
import { waitFor } from './support/cleanup.ts';
import { linkedinPattern, openProfile, tomas } from './support/journey.ts';
import { ledgerOf } from './support/ledger.ts';
import type { SidePanel } from './support/panel.ts';
import { startServer, type TestServer, users } from './support/server.ts';
import { signIn } from './support/sign-in.ts';

const key = 'ctrl+shift+y';
const sent = /"\/v1\/push","status":200/;
const toBeClosed = (panel: SidePanel) =>
  waitFor('the panel to close', () =>
    panel.text().then(
      () => undefined,
      () => true,
    ),
  );

async function enter(panel: SidePanel, { context }: Browser, server: TestServer): Promise<void> {
  await panel.fill('Address of your server', server.origin);
  await signIn(context, users.ana, () => panel.click('button', 'Agree and sign in'));
  await panel.click('button', 'Start without the tour');
}

test('the key opens and closes it; where its page is not seen, it lets the panel see it first', async () => {
  const server = await startServer();
  const browser = await launch({ headed: true });
  const page = await openProfile(browser, tomas);
  const first = await browser.sidePanel(page);
  await first.waitForText('Before Quorum reads anything');
  browser.display?.press(key);
  await toBeClosed(first);

  const panel = await browser.sidePanel(page);
  await enter(panel, browser, server);
  await panel.waitForText('Quorum is off on www.linkedin.com');
  const next = await openProfile(browser, { ...tomas, slug: 'somebody-else' });
  await panel.waitForText('Quorum does not see this page');
  await next.mouse.click(5, 300);
  browser.display?.press(key);
  await panel.waitForText('Quorum is off on www.linkedin.com');
  browser.display?.press(key);
  await toBeClosed(panel);
});

test('what waits is sent when the panel closes, also where the browser had ended the worker', async () => {
  const server = await startServer();
  const browser = await launch({ headed: true });
  await browser.grantSite(linkedinPattern);
  const page = await openProfile(browser, tomas);
  const panel = await browser.sidePanel(page);
  await enter(panel, browser, server);
  await panel.waitForText('Attach as Decision maker');
  await panel.block('*/v1/push');
  await panel.click('button', 'Attach as Decision maker');
  await panel.waitForText('In this decision as Decision maker');
  // Whatever ends the panel, the worker is to be woken for the edit.
  await expect
    .poll(() => panel.evaluate('chrome.alarms.getAll()'))
    .toMatchObject([{ periodInMinutes: 1 }]);

  await panel.evaluate('globalThis.port = chrome.runtime.connect({ name: "end" })');
  const ended = panel.evaluate('new Promise((end) => port.onDisconnect.addListener(() => end()))');
  await panel.endWorker();
  await ended;
  expect(server.output()).not.toMatch(sent);
  browser.display?.press(key);
  await toBeClosed(panel);
  await waitFor('the edit on the server', () => sent.test(server.output()) || undefined);
  expect((await ledgerOf(server)).mutations).toEqual(['opportunity.addMember@1']);
});
