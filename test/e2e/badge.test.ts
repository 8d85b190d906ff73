/** The toolbar icon tells of the page without anything being opened, once the user wants it. */
import { expect, test } from 'vitest';
import { launch } from './support/browser.ts';
import { waitFor } from './support/cleanup.ts';
import { extensionOrigin, serviceWorker, tabId } from './support/extension.ts';
import { firstRun, linkedinPattern, openProfile, tomas } from './support/journey.ts';
import { startServer, users } from './support/server.ts';

declare const chrome: {
  action: { getBadgeText: (of: { tabId: number }) => Promise<string> };
};

test('the icon says nothing until it is switched on; then it counts, with the panel closed', async () => {
  const server = await startServer();
  const browser = await launch();
  await browser.grantSite(linkedinPattern);
  const first = await openProfile(browser, tomas);
  const panel = await firstRun(browser, first, { server, user: users.ana });
  // The icon asks nobody but the browser's copy, which has him only once his decisions are here.
  await panel.getByText('Attach as Decision maker').first().waitFor();
  await panel.close();
  const badgeOf = async (page: typeof first) => {
    const id = await tabId(browser.context, page);
    const worker = await serviceWorker(browser.context);
    return worker.evaluate(async (tab) => chrome.action.getBadgeText({ tabId: tab }), id);
  };
  expect(await badgeOf(first)).toBe('');

  const options = await browser.context.newPage();
  await options.goto(`${extensionOrigin}/options.html`);
  await options.getByRole('switch', { name: 'Show on the toolbar icon' }).click();
  await options.close();
  await first.bringToFront();
  await waitFor(
    'the badge of somebody known',
    async () => (await badgeOf(first)) === '2' || undefined,
  );

  const second = await openProfile(browser, {
    ...{ name: 'Nia Fresh', slug: 'nia-fresh-somewhere', headline: 'Buyer', company: 'Nowhere' },
  });
  await waitFor(
    'the badge of somebody new',
    async () => (await badgeOf(second)) === '+' || undefined,
  );

  const settings = await browser.context.newPage();
  await settings.goto(`${extensionOrigin}/options.html`);
  await settings.getByRole('switch', { name: 'Show on the toolbar icon' }).click();
  await waitFor('an icon that is silent', async () => (await badgeOf(second)) === '' || undefined);
});
