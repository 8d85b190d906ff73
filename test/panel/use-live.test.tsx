// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ref } from '#lib/model/kinds.ts';
import { useLive } from '#lib/panel/use-live.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { all, many, one, under } from '#lib/store/queries.ts';
import { add, cache, rename } from '../store/cache.ts';

const names = (contacts: { name: string }[]) =>
  contacts
    .map(({ name }) => name)
    .sort()
    .join();

test.each<[string, (db: QuorumDatabase) => Promise<string | undefined>, string]>([
  ['one record', async (db) => (await one(db, 'contact', 'dana'))?.name, 'Zoë'],
  [
    'records by their ids',
    async (db) => names(await many(db, 'contact', ['dana', 'kim'])),
    'Zoë,kim',
  ],
  [
    'records under another',
    async (db) => names(await under(db, 'contact', [ref('account', 'acme')])),
    'Zoë,kim',
  ],
  ['all of a kind', async (db) => names(await all(db, 'contact')), 'Zoë,kim'],
])('%s: who shows them hears of an edit, and of a new record', async (_what, read, after) => {
  const store = await cache();
  const { result, unmount } = renderHook(() => useLive(() => read(store.db), [store]));
  await expect.poll(() => result.current).toBe('Dana');
  await act(() => store.edit([rename('Zoë')]));
  await expect.poll(() => result.current).toBe('Zoë');
  await act(() => store.edit([add('kim')]));
  await expect.poll(() => result.current).toBe(after);
  unmount();
});

test('edits that come while it is asking are not missed, and it asks no more often than it must', async () => {
  const store = await cache();
  let asked = 0;
  const { result, unmount } = renderHook(() =>
    useLive(async () => {
      asked += 1;
      return (await one(store.db, 'contact', 'dana'))?.name;
    }, [store]),
  );
  await expect.poll(() => result.current).toBe('Dana');
  const before = asked;
  await act(async () => {
    await Promise.all(['A', 'B', 'C', 'D'].map((name) => store.edit([rename(name)])));
  });
  await expect.poll(() => result.current).toBe('D');
  expect(asked - before).toBeLessThanOrEqual(6);
  const still = asked;
  unmount();
  await store.edit([rename('E')]);
  expect(asked).toBe(still);
});
