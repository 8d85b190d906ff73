import { afterEach, describe, expect, test, vi } from 'vitest';
import { StorageDamagedError, StorageFailedError } from '#lib/store/failure.ts';
import { Store } from '#lib/store/store.ts';
import {
  acme,
  cache,
  dana,
  everything,
  page,
  rename,
  retitle,
  see,
  told,
  window,
} from './cache.ts';

afterEach(() => vi.restoreAllMocks());

let names = 0;

/** A closed cache with two edits that wait; its name, and their nonces in order. */
async function waiting() {
  const name = `damaged-${++names}`;
  const store = await cache(name);
  const edits = await store.edit([rename('Dana W.'), retitle('SVP')]);
  const { client } = await store.meta();
  store.close();
  return { name, client, nonces: edits.map(({ nonce }) => nonce) };
}

/** Changes the database below Dexie, as nothing of ours would. */
function spoil(
  name: string,
  change: (tx: IDBTransaction, db: IDBDatabase) => void,
  version?: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      if (request.transaction) change(request.transaction, request.result);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      const done = () => {
        db.close();
        resolve();
      };
      if (version !== undefined) return done();
      const tx = db.transaction([...db.objectStoreNames], 'readwrite');
      change(tx, db);
      tx.oncomplete = done;
    };
  });
}

/** A request that the browser takes and cannot fulfil. */
function failing(message: string, name: string): IDBRequest {
  const error = new DOMException(message, name);
  const request = Object.assign(new EventTarget(), { error }) as unknown as IDBRequest;
  queueMicrotask(() => request.onerror?.(new Event('error')));
  return request;
}

const put = (table: string, row: unknown) => (tx: IDBTransaction) => {
  tx.objectStore(table).put(row);
};
/** Opened, and looked at in all its tables: what opening does not wait for. */
async function looked(name: string): Promise<Store> {
  const store = await window(name);
  await store.check();
  return store;
}
const damaged = async (store: Store) =>
  JSON.parse(await (await store.aside()).text()) as Record<string, unknown[]>;

test('a whole cache is opened as it is, however often, and nothing of it is put aside', async () => {
  const { name, client } = await waiting();
  const first = await window(name);
  const before = await everything(first);
  const second = await window(name);
  expect(await second.check()).toBe(false);
  expect(await everything(second)).toEqual(before);
  expect(await second.meta()).toMatchObject({ client, nextMutationId: 3 });
  expect((await second.meta()).mended).toBeUndefined();
});

describe('[C9] a damaged cache is put aside and begun anew, with the edits that wait', () => {
  const ways: [string, (tx: IDBTransaction, db: IDBDatabase) => void, number?][] = [
    ['a followed scope without a number', put('scopes', { scope: 'acme', cursor: 'four' })],
    ['its own row gone', (tx) => tx.objectStore('meta').delete('meta')],
    [
      'its own row spoilt',
      put('meta', { id: 'meta', client: 7, epoch: null, nextMutationId: Number.NaN }),
    ],
    [
      'a count behind the edits that wait',
      put('meta', {
        ...{ id: 'meta', client: 'client-0001', epoch: 'epoch-1' },
        ...{ nextMutationId: 1, lastMutationId: 0 },
      }),
    ],
    ['a table missing', (_tx, db) => db.deleteObjectStore('records'), 900],
    [
      'tables of another build, by a higher version',
      (_tx, db) => {
        db.deleteObjectStore('scopes');
        db.createObjectStore('scopes', { keyPath: 'other' });
        db.createObjectStore('news');
      },
      900,
    ],
  ];
  test.each(ways)('%s', async (_way, change, version) => {
    const { name, client, nonces } = await waiting();
    await spoil(name, change, version);
    const store = await looked(name);

    const meta = await store.meta();
    expect(meta).toMatchObject({ nextMutationId: 3, lastMutationId: 0, epoch: null });
    expect(meta.mended).toMatchObject({ rescued: 2, lost: 0 });
    expect(meta.client).not.toBe(client);
    expect(await store.pending()).toMatchObject(
      nonces.map((nonce, index) => ({ nonce, id: index + 1 })),
    );
    expect((await store.db.records.toArray()).filter(({ version }) => version > 0)).toEqual([]);
    expect(await damaged(store)).toMatchObject({
      damage: [{ at: expect.any(String), damage: expect.any(String) }],
      outbox: [{ name: 'contact.edit@1' }, { name: 'contact.edit@1' }],
    });
  });

  test('[C9] [C5] one edit of three is spoilt: the others go on in their order, and the user is told', async () => {
    const { name, nonces } = await waiting();
    await spoil(name, put('outbox', { id: 3, nonce: 'half-writ', name: null }));
    const store = await window(name);
    expect((await store.pending()).map(({ nonce }) => nonce)).toEqual(nonces);
    expect((await store.meta()).mended).toMatchObject({ rescued: 2, lost: 1 });
    expect((await damaged(store)).outbox).toHaveLength(3);
  });

  test('[C9] what can be read of its records is seen, with the edits that wait, before any pull, and told anew', async () => {
    const { name } = await waiting();
    await spoil(name, put('records', { kind: 'contact', id: 'eve', scope: 'acme', view: 'torn' }));
    const store = await window(name);
    expect(await store.check()).toBe(true);
    expect(await see(store, 'contact', 'dana')).toMatchObject({ name: 'Dana W.', title: 'SVP' });
    expect(await see(store, 'account', 'acme')).toMatchObject({ id: 'acme' });

    await store.apply(
      page({ puts: [told('contact', dana, 3)], cursors: { acme: 4, workspace: 4 } }),
    );
    expect(await see(store, 'contact', 'dana')).toMatchObject({ name: 'Dana W.', title: 'SVP' });
    expect(await see(store, 'account', 'acme')).toBeUndefined();
  });

  test('[C9] [R1] the journal goes on: what was taken can be sent again and undone, and what waits is listed', async () => {
    const { name, nonces } = await waiting();
    const way = { what: 'renamed', name: 'Dana', calls: [rename('Dana')] };
    const first = await window(name);
    const [taken] = await first.edit([retitle('CEO')], way);
    await first.db.journal
      .where('nonce')
      .equals(taken?.nonce ?? '')
      .modify({ state: 'applied', settledAt: Date.now() });
    first.close();
    await spoil(name, (tx) => {
      tx.objectStore('journal').put({ seq: 9, nonce: 'half-writ', state: 'lost' });
      tx.objectStore('outbox').delete(3);
    });
    const store = await looked(name);
    expect(await store.db.journal.orderBy('seq').toArray()).toMatchObject([
      { nonce: nonces[0], state: 'waiting' },
      { nonce: nonces[1], state: 'waiting' },
      { nonce: taken?.nonce, state: 'applied', way: { what: 'renamed', calls: [{}] } },
    ]);
    expect((await damaged(store)).journal).toHaveLength(4);
    const [next] = await store.edit([rename('Dana Y.')]);
    expect((await store.db.journal.orderBy('seq').last())?.nonce).toBe(next?.nonce);
    await store.renameClient();
    expect((await store.pending()).map(({ nonce }) => nonce)).toEqual([
      ...[taken?.nonce, ...nonces],
      next?.nonce,
    ]);
  });

  test('[C9] an edit whose row is spoilt is taken from the journal, in its place; one without an entry gets one', async () => {
    const { name, nonces } = await waiting();
    const first = await window(name);
    const [third] = await first.edit([retitle('CEO')]);
    first.close();
    await spoil(name, (tx) => {
      tx.objectStore('outbox').put({ id: 1, nonce: nonces[0], name: null });
      tx.objectStore('journal').delete(3);
    });
    const store = await window(name);
    expect((await store.pending()).map(({ nonce }) => nonce)).toEqual([...nonces, third?.nonce]);
    expect((await store.meta()).mended).toMatchObject({ rescued: 3, lost: 0 });
    expect((await store.db.journal.toArray()).map(({ state }) => state)).toEqual([
      ...['waiting', 'waiting', 'sent'],
    ]);
  });

  test('the same edit found twice is queued once', async () => {
    const { name, nonces } = await waiting();
    await spoil(name, (tx) => {
      const outbox = tx.objectStore('outbox');
      outbox.get(2).onsuccess = ({ target }) =>
        outbox.put({ ...(target as IDBRequest).result, id: 9 });
    });
    const store = await window(name);
    expect((await store.pending()).map(({ nonce }) => nonce)).toEqual(nonces);
  });

  test('filled anew by the next pull, it shows the edits that wait over what it is told', async () => {
    const { name } = await waiting();
    await spoil(name, (_tx, db) => db.deleteObjectStore('records'), 900);
    const store = await window(name);
    expect(await store.scopes()).toMatchObject([
      { scope: 'acme', cursor: 0, complete: false },
      { scope: 'workspace', cursor: 0, complete: false },
    ]);
    await store.apply(
      page({ puts: [told('account', acme, 2), told('contact', dana, 3)], cursors: { acme: 4 } }),
    );
    expect(await see(store, 'contact', 'dana')).toMatchObject({ name: 'Dana W.', title: 'SVP' });
  });
});

test('[C9] a record that is none is found by looking at all of them, also with two windows open', async () => {
  const { name, nonces } = await waiting();
  const other = await window(name);
  const store = await window(name);
  await spoil(name, put('records', { kind: 'contact', id: 'eve', view: 'torn', keys: 1 }));
  expect(await store.check()).toBe(true);
  expect(await store.check()).toBe(false);
  expect((await store.pending()).map(({ nonce }) => nonce)).toEqual(nonces);

  const [edit] = await other.edit([rename('Dana X.')]);
  expect(edit).toMatchObject({ id: 3 });
  expect(await store.pending()).toHaveLength(3);
});

test('what was put aside is kept until the user lets go of it', async () => {
  const { name } = await waiting();
  await spoil(name, put('scopes', { scope: 'acme' }));
  const store = await looked(name);
  await store.edit([{ name: 'account.create@1', args: { account: acme } }]);
  await store.renameClient();
  expect((await store.meta()).mended).toBeDefined();
  expect((await damaged(store)).records?.length).toBeGreaterThan(3);
  await store.forgetAside();
  expect((await store.meta()).mended).toBeUndefined();
  expect(await damaged(store)).toEqual({});
  expect(await store.pending()).toHaveLength(3);
});

test('damaged twice, it keeps both', async () => {
  const { name } = await waiting();
  await spoil(name, put('scopes', { scope: 'acme' }));
  (await looked(name)).close();
  await spoil(name, put('scopes', { scope: 'globex' }));
  expect((await damaged(await looked(name))).damage).toHaveLength(2);
});

test('one row that the browser cannot read, and that is noted nowhere else, costs that row alone', async () => {
  const { name, nonces } = await waiting();
  await spoil(name, (tx) => tx.objectStore('journal').delete(1));
  const { get, getAll } = IDBObjectStore.prototype;
  const whole = await window(name);
  const version = whole.db.backendDB().version;
  whole.close();
  // What is made anew in its place can be read.
  const spoilt = (store: IDBObjectStore) =>
    store.name === 'outbox' &&
    (store.transaction.mode === 'versionchange' || store.transaction.db.version === version);
  const torn = () => failing('Data lost due to missing file.', 'NotReadableError');
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    if (spoilt(this)) return torn() as IDBRequest<unknown[]>;
    return getAll.apply(this, args);
  });
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
    this: IDBObjectStore,
    key,
  ) {
    if (spoilt(this) && key === 1) return torn();
    return get.call(this, key);
  });
  const author = { name, userId: 'ana', team: 'sales' } as const;
  const store = new Store(author);
  await store.open().catch(() => {}); // Dexie meets the torn row as well; what counts is what is there
  vi.restoreAllMocks();
  store.close();
  const again = await window(name);
  expect((await again.pending()).map(({ nonce }) => nonce)).toEqual(nonces.slice(1));
  expect((await again.meta()).mended).toMatchObject({ rescued: 1, lost: 1 });
});

describe('a database that cannot be opened', () => {
  const unable = (name: string) =>
    vi
      .spyOn(indexedDB, 'open')
      .mockImplementation(
        () => failing('Internal error opening backing store.', name) as IDBOpenDBRequest,
      );

  test('says that it is damaged and is left as it is; the user may begin anew', async () => {
    const { name } = await waiting();
    const store = new Store({ name, userId: 'ana', team: 'sales' });
    unable('UnknownError');
    await expect(store.open()).rejects.toThrow(StorageDamagedError);
    await expect(store.open()).rejects.toMatchObject({ code: 'storageDamaged' });
    vi.restoreAllMocks();
    const again = await window(name);
    expect(await again.pending()).toHaveLength(2);
    await again.delete();
    expect(await (await window(name)).pending()).toEqual([]);
  });

  test('for another reason is not called damaged', async () => {
    const { name } = await waiting();
    unable('QuotaExceededError');
    const opening = new Store({ name, userId: 'ana', team: 'sales' }).open();
    await expect(opening).rejects.toThrow(StorageFailedError);
    await expect(opening).rejects.toMatchObject({ full: true });
  });
});
