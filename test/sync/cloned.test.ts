import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
beforeEach(async () => {
  here = await world();
});
afterEach(() => here.close());

const person = (id: string) => ({
  name: 'contact.create@1',
  args: {
    contact: { id, accountId: 'acme', name: id, emails: [], sources: {} },
    accountId: 'acme',
  },
});

/** What copying a browser profile copies. */
async function clone(of: Client): Promise<Client> {
  const twin = await here.client('ana');
  for (const table of of.store.db.tables) {
    await twin.store.db.table(table.name).clear();
    await twin.store.db.table(table.name).bulkPut(await table.toArray());
  }
  return twin;
}

const results = () =>
  here.server.db.selectFrom('mutation_log').select(['client', 'mutation_id', 'name']).execute();

test('[C5] two profiles of one origin each get all of their edits to the server, and none twice', async () => {
  const ana = await here.client('ana');
  await ana.settle();
  await ana.calls([person('before')]);
  const twin = await clone(ana);
  await ana.calls([person('ana-1'), person('ana-2')]);
  await twin.calls([person('twin-1')]);

  await ana.sync();
  await twin.sync();
  await twin.calls([person('twin-2')]);
  await twin.sync();
  await ana.sync();

  for (const client of [ana, twin]) {
    for (const id of ['before', 'ana-1', 'ana-2', 'twin-1', 'twin-2'])
      expect(await client.see('contact', id)).toBeDefined();
    expect(await client.store.pending()).toEqual([]);
    expect(await client.unresolved()).toEqual([]);
  }
  expect(await results()).toHaveLength(5);
  expect((await ana.store.meta()).client).not.toBe((await twin.store.meta()).client);
});

test('a profile that only looked while its twin worked still gets its first edit through', async () => {
  const ana = await here.client('ana');
  await ana.settle();
  const twin = await clone(ana);
  await ana.calls([person('ana-1'), person('ana-2')]);
  await ana.sync();
  await twin.sync();
  await twin.calls([person('twin-1')]);
  await twin.sync();
  await ana.sync();
  expect(await ana.see('contact', 'twin-1')).toBeDefined();
  expect(await twin.store.pending()).toEqual([]);
});
