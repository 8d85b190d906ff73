import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepSession, type Session, session } from '#lib/browser/session.ts';
import { StorageDamagedError } from '#lib/store/failure.ts';
import { databaseName } from '#lib/store/raw.ts';
import { connect } from '#lib/sync/connection.ts';
import { signOut } from '#lib/sync/sign-in.ts';

const ana: Session = {
  server: 'https://quorum.example',
  info: {
    ...{ name: 'Quorum', protocol: 1, issuer: 'https://quorum.example/auth' },
    ...{ clientId: 'quorum-extension', resource: 'https://quorum.example/v1' },
  },
  me: {
    ...{ workspace: 'northwind', workspaceName: 'Northwind' },
    ...{ userId: 'ana', name: 'Ana', team: 'sales' },
  },
};
const name = databaseName('northwind', 'ana');
const kept = async () => (await indexedDB.databases()).map((one) => one.name);

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

test('signing out removes the cache and who was signed in', async () => {
  await keepSession(ana);
  const { store } = await connect(ana);
  await store.edit([
    { name: 'account.create@1', args: { account: { id: 'acme', name: 'ACME', domains: [] } } },
  ]);
  await signOut(ana);
  expect(await session()).toBeNull();
  expect(await kept()).not.toContain(name);
});

test('[C9] so it does where the browser cannot open the cache', async () => {
  await keepSession(ana);
  (await connect(ana)).store.close();
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    const error = new DOMException('Internal error opening backing store.', 'UnknownError');
    const request = Object.assign(new EventTarget(), { error }) as unknown as IDBOpenDBRequest;
    queueMicrotask(() => request.onerror?.(new Event('error')));
    return request;
  });
  await expect(connect(ana)).rejects.toThrow(StorageDamagedError);
  await signOut(ana);
  expect(await session()).toBeNull();
  expect(await kept()).not.toContain(name);
});
