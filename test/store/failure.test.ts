import Dexie from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { StorageFailedError } from '#lib/store/failure.ts';
import { Store } from '#lib/store/store.ts';
import { add, attach, cache, dana, everything, page, rename, told } from './cache.ts';

afterEach(() => vi.restoreAllMocks());

const full = () => new DOMException('The disk is full.', 'QuotaExceededError');

/** The browser refuses the write after so many that go well. */
function refuseAfter(writes: number, error = full) {
  let left = writes;
  for (const method of ['put', 'add', 'delete'] as const) {
    const real = IDBObjectStore.prototype[method] as (...args: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      if (left-- <= 0) throw error();
      return real.apply(this, args) as IDBRequest<IDBValidKey> & IDBRequest<undefined>;
    });
  }
}

describe('a full disk', () => {
  test.each([0, 1, 2, 3, 4])('after %i writes leaves nothing of an edit', async (writes) => {
    const store = await cache();
    const before = await everything(store);
    refuseAfter(writes);
    const made = store.edit([add('eve'), attach('eve', 'user')]);
    await expect(made).rejects.toThrow(StorageFailedError);
    await expect(made).rejects.toMatchObject({ code: 'storageFailed', full: true });
    vi.restoreAllMocks();
    expect(await everything(store)).toEqual(before);
    expect(await store.edit([rename('Dana W.')])).toMatchObject([{ id: 1 }]);
  });

  test.each([0, 1, 2, 3])('after %i writes leaves nothing of a pull', async (writes) => {
    const store = await cache();
    const [edit] = await store.edit([rename('Dana W.')]);
    const before = await everything(store);
    const answer = page({
      puts: [told('contact', { ...dana, title: 'SVP' }, 6)],
      cursors: { acme: 6 },
      lastMutationId: 1,
      results: [{ id: 1, nonce: edit?.nonce ?? '', status: 'applied' }],
    });
    refuseAfter(writes);
    await expect(store.apply(answer)).rejects.toMatchObject({ full: true });
    vi.restoreAllMocks();
    expect(await everything(store)).toEqual(before);
    await store.apply(answer);
    expect(await store.pending()).toEqual([]);
  });
});

test('another failure of the browser is one of storage, and not of a full disk', async () => {
  const store = await cache();
  refuseAfter(0, () => new DOMException('Corrupted.', 'UnknownError'));
  await expect(store.edit([rename('x')])).rejects.toMatchObject({
    code: 'storageFailed',
    full: false,
  });
});

test('a browser that lets no database open says so with the same error', async () => {
  vi.spyOn(Dexie.dependencies.indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Not in private windows.', 'SecurityError');
  });
  const store = new Store({ name: 'forbidden', userId: 'ana', team: 'sales' });
  await expect(store.open()).rejects.toThrow(StorageFailedError);
});

test('a store that was closed fails in a way that can be told', async () => {
  const store = await cache();
  store.close();
  await expect(store.edit([rename('x')])).rejects.toThrow(StorageFailedError);
});
