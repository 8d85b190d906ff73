// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetTombstones } from '#server/tombstones.ts';
import { account, contact, type Wire, wire } from './wire.ts';

let net: Wire;
beforeAll(async () => {
  net = await wire();
});
afterAll(() => net.close());

test('[L5] ninety days after a deletion its tombstone goes, and the horizon moves past who had not heard', async () => {
  const here = await net.workspace();
  const ana = here.client('ana');
  await ana.push(account('acme'), contact('dana', 'acme'), contact('eve', 'acme'));
  const { cursors } = await ana.pull({ acme: 0 });
  await ana.push({ name: 'contact.remove@1', args: { contactId: 'dana' } });
  const heard = (await ana.pull(cursors)).cursors;

  const days = (count: number) => Date.now() + count * 86_400_000;
  expect(await forgetTombstones(net.db, days(89))).toBe(0);
  expect(await ana.pull(cursors)).toMatchObject({ reset: [], deletes: [{ id: 'dana' }] });

  expect(await forgetTombstones(net.db, days(91))).toBe(1);
  const missed = await ana.pull(cursors);
  expect(missed).toMatchObject({ reset: ['acme'], deletes: [] });
  expect(missed.puts.map(({ id }) => id)).toEqual(['acme', 'eve']);
  expect(await ana.pull(heard)).toMatchObject({ reset: [], puts: [], deletes: [] });
  expect(await forgetTombstones(net.db, days(91))).toBe(0);
});
