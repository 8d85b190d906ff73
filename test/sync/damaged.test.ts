// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logTouch } from '#lib/model/mutations/touch.ts';
import { Touch } from '#lib/model/records/touch.ts';
import { type World, world } from '../support/world.ts';

let here: World;
beforeAll(async () => {
  here = await world();
});
afterAll(() => here.close());

const call = (id: string) => {
  const at = '2026-11-22T12:00:00.000Z';
  const whole = Touch.parse({ id, accountId: 'acme', channel: 'call', team: 'sales', at });
  const { accountId, contactIds, ...touch } = whole;
  return { touch, accountId, contactIds };
};

test('[C9] [P2] edits rescued from a damaged cache arrive once, also the one the server had already', async () => {
  const database = 'damaged-world';
  const before = await here.client('ana', database);
  await before.settle();
  await before.edit(logTouch, call('first'));
  before.network.loseAnswers = 1;
  await expect(before.sync()).rejects.toMatchObject({ code: 'unreachable' });
  before.network.down = true;
  await before.edit(logTouch, call('second'));
  await before.store.db.meta.delete('meta');
  before.store.close();

  const after = await here.client('ana', database);
  expect(await after.see('touch', 'first')).toMatchObject({ actorId: 'ana' });
  expect((await after.store.meta()).mended).toMatchObject({ rescued: 2, lost: 0 });
  await after.sync();
  expect(await after.store.pending()).toEqual([]);
  expect(await after.unresolved()).toEqual([]);
  for (const id of ['first', 'second'])
    expect(await after.see('touch', id)).toMatchObject({ accountId: 'acme', actorId: 'ana' });

  const ben = await here.client('ben');
  await ben.settle();
  expect(await after.store.db.records.count()).toBe(await ben.store.db.records.count());
  const log = await here.server.db
    .selectFrom('mutation_log')
    .select(['nonce', 'again', 'version'])
    .orderBy('at')
    .execute();
  expect(log.filter(({ again }) => !again).map(({ version }) => version)).toHaveLength(2);
  expect(log.filter(({ again }) => again)).toHaveLength(1);
});
