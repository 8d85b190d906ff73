/** A person at work with Quorum: their browser, signed in, with the panel beside a page. */
import type { Page } from 'playwright-core';
import { type Browser, type LaunchOptions, launch } from './browser.ts';
import { type TestServer, users } from './server.ts';
import { signIn } from './sign-in.ts';

export type UserName = keyof typeof users;

export interface Worker {
  browser: Browser;
  page: Page;
  panel: Page;
}

/** Starts a browser, goes through the first run as this user, and leaves the panel beside `page`. */
export async function atWork(
  server: TestServer,
  user: UserName,
  { sites = [], ...options }: LaunchOptions & { sites?: string[] } = {},
): Promise<Worker> {
  const browser = await launch(options);
  for (const site of sites) await browser.grantSite(site);
  const page = await browser.context.newPage();
  await page.goto(`${server.origin}/practice`);
  const panel = await browser.panel(page);
  await panel.getByLabel('Address of your server').fill(server.origin);
  await signIn(browser.context, users[user], () =>
    panel.getByRole('button', { name: 'Agree and sign in' }).click(),
  );
  await panel.getByText('Synced').waitFor();
  return { browser, page, panel };
}

/** What the server answers this panel's user, asked past the panel with the panel's own token. */
export async function ask<T>(
  server: TestServer,
  panel: Page,
  path: string,
  body?: object,
): Promise<T> {
  const token = await panel.evaluate(async () => {
    const kept = await chrome.storage.session.get('accessToken');
    return kept.accessToken.token;
  });
  const answer = await fetch(`${server.origin}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Every record of an account as the server has it. */
export async function recordsOf(server: TestServer, panel: Page, account: string) {
  const answer = await ask<{ puts: { kind: string; id: string; data: Record<string, unknown> }[] }>(
    server,
    panel,
    '/v1/pull',
    {
      protocol: 1,
      schema: 1,
      client: crypto.randomUUID(),
      epoch: null,
      scopes: { [account]: 0 },
      after: 0,
    },
  );
  return answer.puts;
}

declare const chrome: {
  storage: { session: { get: (key: string) => Promise<{ accessToken: { token: string } }> } };
};
