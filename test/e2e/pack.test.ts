/** A page that is read wrongly is mended, or switched off, by the workspace's server, without a release. */
import { expect, test } from 'vitest';
import { schemaVersion } from '#lib/contract/version.ts';
import { offences } from './support/axe.ts';
import { launch } from './support/browser.ts';
import { waitFor } from './support/cleanup.ts';
import { firstRun, linkedinPattern, openProfile, tomas } from './support/journey.ts';
import { startServer, users } from './support/server.ts';

declare const chrome: {
  storage: {
    session: { get: (key: string) => Promise<{ accessToken: { token: string } }> };
    local: { get: (key: string) => Promise<{ pack?: { version: number } }> };
  };
};

test('a newer pack switches a site off in every panel, and a later one on again', async () => {
  const server = await startServer();
  const browser = await launch();
  await browser.grantSite(linkedinPattern);
  const page = await openProfile(browser, tomas);
  const panel = await firstRun(browser, page, { server, user: users.ada });
  await panel.getByRole('heading', { name: tomas.name }).waitFor();

  const send = async (id: number, pack: object) => {
    const token = await panel.evaluate(
      async () => (await chrome.storage.session.get('accessToken')).accessToken.token,
    );
    const answer = await fetch(`${server.origin}/v1/push`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        protocol: 1,
        schema: schemaVersion,
        client: 'an-admin-at-work',
        mutations: [
          {
            id,
            nonce: `pack-${id}-nonce`,
            name: 'pack.set@1',
            args: { pack },
            base: 0,
            at: new Date().toISOString(),
          },
        ],
      }),
    });
    expect(await answer.json()).toMatchObject({ results: [{ status: 'applied' }] });
  };
  const arrived = (version: number) =>
    waitFor(`pack ${version}`, async () => {
      const kept = await panel.evaluate(async () => chrome.storage.local.get('pack'));
      return kept.pack?.version === version || undefined;
    });

  await send(1, { version: 2090010101, off: ['linkedin-profile'], ways: {} });
  await arrived(2090010101);
  await page.reload();
  await panel.getByRole('heading', { name: 'Nobody on this page' }).waitFor();
  expect(await offences(panel)).toEqual([]);

  await send(2, { version: 2090010102, off: [], ways: {} });
  await arrived(2090010102);
  await page.reload();
  await panel.getByRole('heading', { name: tomas.name }).waitFor();
});
