import Dexie from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { Touch } from '#lib/model/records/touch.ts';
import { atAccountOf } from '#lib/store/queries.ts';
import { Store } from '#lib/store/store.ts';
import { cache, page, told } from './cache.ts';

const touch = (id: string, at: string, accountId = 'acme') =>
  Touch.parse({ id, accountId, team: 'sales', channel: 'call', at });
const october = touch('october', '2026-10-01T00:00:00.000Z');
const november = touch('november', '2026-11-01T00:00:00Z');

test('an account’s records of one kind come in the order of time, and from a time on', async () => {
  const store = await cache();
  const other = touch('other', '2026-11-02T00:00:00.000Z', 'acme2');
  const puts = [november, october, other].map((one) => told('touch', one, 5));
  await store.apply(page({ puts }));
  expect(await atAccountOf(store.db, 'touch', 'acme')).toEqual([october, november]);
  expect(await atAccountOf(store.db, 'touch', 'acme', '2026-10-15T00:00:00.000Z')).toEqual([
    november,
  ]);
  expect(await atAccountOf(store.db, 'contact', 'acme')).toMatchObject([{ id: 'dana' }]);
});

test('a cache of before is keyed anew, with the edits that wait in it', async () => {
  const store = await cache('keyed-before');
  await store.edit([
    { name: 'contact.edit@1', args: { contactId: 'dana', fields: { name: 'Dana Roe' } } },
  ]);
  await store.db.records.toCollection().modify({ keys: ['of:account:acme', 'kind:contact'] });
  store.close();
  await becomes('keyed-before', 30);

  const after = await new Store({ name: 'keyed-before', userId: 'ana', team: 'sales' }).open();
  onTestFinished(() => after.close());
  expect(await atAccountOf(after.db, 'contact', 'acme')).toMatchObject([{ name: 'Dana Roe' }]);
  expect(await after.pending()).toHaveLength(1);
});

/** IndexedDB raises versions only: the rows go into a database of the same name and the version of before. */
async function becomes(name: string, version: number): Promise<void> {
  const now = await new Dexie(name).open();
  const schema = Object.fromEntries(
    now.tables.map(({ name, schema: { primKey, indexes } }) => [
      name,
      [primKey.src, ...indexes.map(({ src }) => src)].join(),
    ]),
  );
  const rows = await Promise.all(now.tables.map(async (t) => [t.name, await t.toArray()] as const));
  await now.delete();
  const before = new Dexie(name);
  before.version(version / 10).stores(schema);
  for (const [table, all] of rows) await before.table(table).bulkAdd(all);
  before.close();
}
