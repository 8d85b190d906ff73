import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { kindsOf } from '#lib/model/kinds.ts';
import { setStage } from '#lib/model/mutations/opportunity.ts';
import { createdId } from '#lib/model/transition.ts';
import { type World, world } from '#test/support/world.ts';

let here: World;
beforeEach(async () => {
  here = await world();
});
afterEach(() => here.close());
const known = createdId('acme-talent');

test('[L6] a client of the schema before is not sent kinds it cannot read', async () => {
  const ana = await here.client('ana');
  const { client } = await ana.store.meta();
  const pull = (schema: number) =>
    ana.api.pull({
      ...{ protocol: 1, schema, client, epoch: null, scopes: { acme: 0, workspace: 0 }, after: 0 },
      continued: false,
    });
  const sent = async (schema: number) =>
    new Set((await pull(schema)).puts.map(({ kind }) => kind as string));
  expect(await sent(3)).toContain('playStep');
  const before = await sent(2);
  expect(before).toContain('opportunity');
  for (const kind of before) expect(kindsOf(2)).toContain(kind);
  expect(kindsOf(2)).not.toContain('playStep');
});

test('once updated, its cache is filled anew and its edits are kept', async () => {
  const ben = await here.client('ben');
  await ben.settle();
  const { epoch } = await ben.store.meta();
  const old = new Dexie('of-the-schema-before');
  old.version(1).stores({
    records: '[kind+id], scope, *keys',
    outbox: 'id',
    unresolved: 'nonce',
    scopes: 'scope',
    aliases: '[kind+from]',
    meta: 'id',
  });
  const scope = (name: string) => ({ scope: name, cursor: 1, complete: true, followedAt: 0 });
  await old.table('scopes').bulkPut([scope('acme'), scope('workspace')]);
  await old
    .table('meta')
    .put({ id: 'meta', client: 'client-before', epoch, nextMutationId: 2, lastMutationId: 0 });
  await old.table('outbox').put({
    ...{ id: 1, nonce: 'made-before-1', name: setStage.name, base: 1 },
    args: { opportunityId: 'acme-talent', stageId: 'pipeline', fromStageId: 'qualified' },
    at: '2026-11-22T12:00:00.000Z',
  });
  old.close();

  const ana = await here.client('ana', 'of-the-schema-before');
  await ana.sync();

  expect(await ana.see('transition', known)).toMatchObject({ to: 'target' });
  expect(await ana.see('transition', 'made-before-1')).toMatchObject({ to: 'pipeline' });
  expect(await ana.see('opportunity', 'acme-talent')).toMatchObject({ stageId: 'pipeline' });
  expect(await ana.store.pending()).toEqual([]);
});
