import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { keepTokens, type Session } from '#lib/browser/session.ts';
import { databaseName } from '#lib/store/raw.ts';
import { Store } from '#lib/store/store.ts';
import { flush } from '#lib/sync/flush.ts';
import { testIssuer } from '#test/support/issuer.ts';
import { origin, type TestServer, testServer } from '#test/support/server.ts';

const session: Session = {
  server: origin,
  info: {
    name: 'Quorum',
    protocol: 1,
    issuer: 'https://issuer.test',
    clientId: 'test',
    resource: `${origin}/v1`,
  },
  me: {
    workspace: 'demo',
    workspaceName: 'Northwind',
    userId: 'ana',
    name: 'Ana Ruiz',
    team: 'sales_development',
  },
};
const lock = `quorum-round:${databaseName('demo', 'ana')}`;
const edit = {
  name: 'account.create@1',
  args: { account: { id: 'initech', name: 'Initech' } },
};

let server: TestServer;
let ana: Store;
const asked = vi.fn<typeof fetch>();
beforeAll(async () => {
  const issuer = await testIssuer();
  server = await testServer({ auth: issuer.auth });
  ana = await new Store({ name: databaseName('demo', 'ana'), userId: 'ana', team: 'sales' }).open();
  const token = await issuer.token('ana', {
    email: 'ana@northwind.example',
    email_verified: true,
  });
  asked.mockImplementation(async (input, init) =>
    server.request(String(input).replace(origin, ''), init),
  );
  vi.stubGlobal('fetch', asked);
  await keepTokens({ access: token, expiresAt: Date.now() + 300_000, refresh: undefined });
});
afterEach(() => {
  asked.mockClear();
  vi.restoreAllMocks();
});
afterAll(async () => {
  vi.unstubAllGlobals();
  ana.close();
  await server.close();
});

test('the worker asks nothing of the server when nobody is signed in or nothing waits', async () => {
  expect(await flush(null)).toBe(false);
  expect(await flush(session)).toBe(false);
  expect(asked).not.toHaveBeenCalled();
});

test('the worker leaves the round to a panel that is at it', async () => {
  await ana.edit([edit]);
  await navigator.locks.request(lock, async () => {
    expect(await flush(session)).toBe(true);
  });
  expect(asked).not.toHaveBeenCalled();
  expect(await ana.pending()).toHaveLength(1);
});

test('what waits stays when the server is away', async () => {
  asked.mockRejectedValueOnce(new TypeError('fetch failed'));
  expect(await flush(session)).toBe(true);
  expect(await ana.pending()).toHaveLength(1);
});

test('the worker sends what waits', async () => {
  expect(await flush(session)).toBe(false);
  expect(await ana.pending()).toEqual([]);
  const log = await server.db.selectFrom('mutation_log').selectAll().execute();
  expect(log).toMatchObject([{ name: 'account.create@1' }]);
});

test('a cache that cannot be opened is no failure of the worker', async () => {
  const me = { ...session.me, userId: 'broken' };
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Not now.', 'SecurityError');
  });
  expect(await flush({ ...session, me })).toBe(true);
});
