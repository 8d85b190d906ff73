import { expect, test } from 'vitest';
import { databaseName, openFiles, openRaw } from '#lib/store/raw.ts';
import { Store } from '#lib/store/store.ts';

const name = databaseName('demo', 'ana');

test('a cache whose files were opened ahead can be made, removed and made anew as any other', async () => {
  openFiles(name);
  const store = await new Store({ name, userId: 'ana', team: 'sales' }).open();
  openFiles(name);
  (await openRaw(name))?.close(); // asked for after them, so they are open by now
  await store.delete();
  expect(await openRaw(name)).toBeNull();
  const again = await new Store({ name, userId: 'ana', team: 'sales' }).open();
  expect(await again.pending()).toEqual([]);
  await again.delete();
});

test('files opened ahead make no cache where none is', async () => {
  openFiles('nobody')();
  expect(await openRaw('nobody')).toBeNull();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nobody');
});
