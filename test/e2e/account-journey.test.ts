/** An account's own journey in the real panel: what no rule could route, and what lies further back than the cache. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { offences } from './support/axe.ts';
import { launch } from './support/browser.ts';
import { firstRun } from './support/journey.ts';
import { serveText } from './support/pages.ts';
import { startServer, type TestServer, users } from './support/server.ts';

const site = 'https://acme.example/';
const company = `<!doctype html><html lang="en"><head><title>ACME</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Organization","name":"ACME","url":"${site}"}</script>
</head><body><h1>ACME</h1></body></html>`;

async function signals(server: TestServer, all: object[]): Promise<void> {
  const key = execFileSync(
    process.execPath,
    ['scripts/admin.ts', 'key', '--workspace', 'demo', '--scope', 'signals'],
    { env: { ...process.env, QUORUM_DATA: server.folder }, encoding: 'utf8' },
  );
  const authorization = `Bearer ${/qk_\S+/.exec(key)?.[0]}`;
  for (let from = 0; from < all.length; from += 1000) {
    const answer = await fetch(`${server.origin}/v1/signals`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ signals: all.slice(from, from + 1000) }),
    });
    expect(answer.status).toBe(200);
  }
}

test('a touch is routed from its account, and what is older than the cache comes from the server', async () => {
  const server = await startServer();
  await signals(
    server,
    Array.from({ length: 130 }, (_, at) => ({
      ...{
        id: `old-${at}`,
        at: `2019-03-01T09:${String(at % 60).padStart(2, '0')}:00Z`,
        channel: 'web',
      },
      ...{ title: `Visit of long ago ${at}`, solutions: ['Learning'] },
      account: { domain: 'acme.example' },
    })),
  );
  const browser = await launch();
  await browser.grantSite('https://acme.example/*');
  await serveText(browser.context, site, company);
  const page = await browser.context.newPage();
  await page.goto(site);
  const panel = await firstRun(browser, page, { server, user: users.ana });
  const journey = panel.getByRole('region', { name: 'Journey' });

  await journey.getByRole('button', { name: '1 touch of this account belongs' }).click();
  const waiting = journey.getByRole('list', { name: 'Touches without a decision' });
  await waiting.getByRole('button', { name: /^Route/ }).click();
  await panel.getByRole('menuitem', { name: 'Learning' }).click();
  await panel.getByText('Touch routed to Learning').waitFor();
  await waiting.waitFor({ state: 'detached' });
  await panel.getByRole('button', { name: 'Undo' }).click();
  await journey.getByRole('button', { name: '1 touch of this account belongs' }).waitFor();

  while (await journey.getByRole('button', { name: /^Show/ }).count())
    await journey.getByRole('button', { name: /^Show/ }).first().click();
  await journey.getByRole('button', { name: 'Earlier…' }).click();
  await journey.getByText('Visit of long ago 59', { exact: true }).waitFor();
  expect(await journey.getByText(/^Visit of long ago/).count()).toBeGreaterThan(20);
  expect(await offences(panel)).toEqual([]);
});
