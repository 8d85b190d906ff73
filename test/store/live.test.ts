import { liveQuery } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { ref } from '#lib/model/kinds.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { all, many, one, under } from '#lib/store/queries.ts';
import { add, cache, rename } from './cache.ts';

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
  const { db } = store;
  const seen: unknown[] = [];
  const { unsubscribe } = liveQuery(() => read(db)).subscribe((value) => seen.push(value));
  onTestFinished(unsubscribe);
  await expect.poll(() => seen.at(-1)).toBe('Dana');
  await store.edit([rename('Zoë')]);
  await expect.poll(() => seen.at(-1)).toBe('Zoë');
  await store.edit([add('kim')]);
  await expect.poll(() => seen.at(-1)).toBe(after);
});
