// @vitest-environment node
/** What an edit costs, in counts that are the same on every machine. A budget that is passed is raised knowingly or not at all. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createApi } from '#lib/api/api.ts';
import { Store } from '#lib/store/store.ts';
import { round } from '#lib/sync/round.ts';
import { changeAccess } from '#server/access/access.ts';
import { testDatabase } from '../support/database.ts';
import { testIssuer } from '../support/issuer.ts';
import { countQueries } from '../support/queries.ts';
import { origin, type TestServer, testServer } from '../support/server.ts';

const counted = { requests: [] as string[], bytes: 0 };
const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
const writing = () => transactions.mock.calls.filter(([, mode]) => mode === 'readwrite').length;
const reading = () => transactions.mock.calls.length - writing();

let server: TestServer;
let store: Store;
let sync: () => Promise<void>;
beforeAll(async () => {
  const opened = await testDatabase();
  const issuer = await testIssuer();
  const { db, asked } = countQueries(opened.db);
  server = await testServer({ auth: issuer.auth, opened: { ...opened, db } });
  const token = await issuer.token('ana', {
    email: 'ana@northwind.example',
    email_verified: true,
  });
  const fetcher: typeof fetch = async (input, init) => {
    const path = String(input).replace(origin, '');
    counted.requests.push(path);
    counted.bytes += String(init?.body ?? '').length;
    const before = asked.queries;
    const answer = await server.app.request(path, init);
    queries[path] = asked.queries - before;
    return answer;
  };
  const api = createApi({ server: origin, token: async () => token, fetch: fetcher });
  store = await new Store({ name: 'budget', userId: 'ana', team: 'sales_development' }).open();
  await store.follow(['acme']);
  sync = () => round(store, api, new AbortController().signal);
  await sync();
});
afterAll(async () => {
  await store.delete();
  await server.close();
});

const queries: Record<string, number> = {};
beforeEach(() => {
  transactions.mockClear();
  Object.assign(counted, { queries: 0, requests: [], bytes: 0 });
});

const retitle = (title: string) => ({
  name: 'contact.edit@1',
  args: { contactId: 'priya-raman', fields: { title } },
});

test('an edit is one IndexedDB transaction, and its round two: that it departs, and what came of it', async () => {
  await store.edit([retitle('Head of People')]);
  expect(writing()).toBe(1);
  await sync();
  expect(writing()).toBe(3);
  expect(counted.requests).toEqual(['/v1/push', '/v1/pull']);
});

test('a round looks into the cache five times besides: what waits and how far it is, before and after', async () => {
  await store.edit([retitle('VP People')]);
  transactions.mockClear();
  await sync();
  expect(reading()).toBe(5);
});

// A new title is two of them: the words it was found by go, and the new ones come.
test('an edit costs 11 queries at most to push, sign-in and history included, and a pull 3', async () => {
  await store.edit([retitle('Chief People Officer')]);
  await sync();
  expect(queries['/v1/push']).toBeGreaterThan(0);
  expect(queries['/v1/push']).toBeLessThanOrEqual(11);
  expect(queries['/v1/pull']).toBeLessThanOrEqual(3);
});

test('each further edit of a push costs no more than the first, without the sign-in', async () => {
  await store.edit([retitle('One')]);
  await sync();
  const one = queries['/v1/push'] ?? 0;
  await store.edit(Array.from({ length: 10 }, (_, index) => retitle(`Title ${index}`)));
  await sync();
  expect(queries['/v1/push']).toBeLessThanOrEqual(10 * (one - 1) + 1);
  expect(queries['/v1/pull']).toBeLessThanOrEqual(3);
});

test('a workspace with restricted accounts costs one query more, for each edit and for each pull', async () => {
  await store.edit([retitle('Before')]);
  await sync();
  const { '/v1/push': push = 0, '/v1/pull': pull = 0 } = queries;
  const by = { ws: 'demo', by: null };
  const restricted = () => ({ restricted: true, users: [] });
  await changeAccess({ db: server.db, poke: () => {} }, by, 'globex', restricted);
  await store.edit([retitle('After')]);
  await sync();
  expect(queries['/v1/push']).toBe(push + 1);
  expect(queries['/v1/pull']).toBe(pull + 1);
});

test('an edit takes at most 200 bytes on its way', async () => {
  await store.edit([retitle('Title')]);
  await sync();
  const alone = counted.bytes;
  counted.bytes = 0;
  await store.edit(Array.from({ length: 11 }, () => retitle('Title')));
  await sync();
  expect((counted.bytes - alone) / 10).toBeLessThanOrEqual(200);
});
