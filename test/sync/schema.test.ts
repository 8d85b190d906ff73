import Dexie from 'dexie';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { olderSide, protocolVersion, schemaVersion } from '#lib/contract/version.ts';
import { kindsOf } from '#lib/model/kinds.ts';
import { editContact } from '#lib/model/mutations/contact.ts';
import { setStage } from '#lib/model/mutations/opportunity.ts';
import { createdId } from '#lib/model/transition.ts';
import { createSyncer } from '#lib/sync/syncer.ts';
import { type World, world } from '#test/support/world.ts';

let here: World;
beforeAll(async () => {
  here = await world();
});
afterAll(() => here.close());
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

test('[L6] what a client of the schema before sends is taken, and what its calls lack is filled in', async () => {
  const ben = await here.client('ben');
  await ben.settle();
  ben.network.speaks = { schema: schemaVersion - 1 };
  const before = await ben.see('opportunity', 'acme-learning');
  if (!before) return expect.fail('There is no decision.');
  const stageId = before.stageId === 'lost' ? 'engaged' : 'lost';
  await ben.edit(setStage, {
    ...{ opportunityId: before.id, stageId, fromStageId: before.stageId },
  });
  const [sent] = await ben.store.pending();
  expect(sent?.args).not.toHaveProperty('transitionId');
  await ben.sync();
  expect(await ben.unresolved()).toEqual([]);

  const mia = await here.client('mia');
  await mia.settle();
  expect(await mia.see('opportunity', before.id)).toMatchObject({ stageId });
  expect(await mia.see('transition', sent?.nonce ?? '')).toMatchObject({ to: stageId });
});

test.each([
  ['two schemas behind', { schema: schemaVersion - 2 }, 'extensionOutdated'],
  ['a schema ahead', { schema: schemaVersion + 1 }, 'serverOutdated'],
  ['of an older protocol', { protocol: protocolVersion - 1 }, 'extensionOutdated'],
  ['of a newer protocol', { protocol: protocolVersion + 1 }, 'serverOutdated'],
])(
  '[L8] a client %s is told which side to update, goes on reading and editing, and sends all of it then',
  async (_case, speaks, code) => {
    const ana = await here.client('ana');
    await ana.settle();
    const ended = new AbortController();
    const { store, api } = ana;
    const syncer = createSyncer({
      ...{ store, api, signal: ended.signal, lock: ana.database, onState: () => {} },
    });
    ana.network.speaks = speaks;
    const title = `Title of ${code} ${JSON.stringify(speaks)}`;
    await ana.edit(editContact, { contactId: 'priya-raman', fields: { title } });
    await syncer.nudge();
    expect(syncer.state()).toMatchObject({ is: 'failed', code });

    await ana.edit(editContact, { contactId: 'priya-raman', fields: { location: code } });
    expect(await ana.see('contact', 'priya-raman')).toMatchObject({ title, location: code });
    await syncer.nudge();
    expect(await store.pending()).toHaveLength(2);
    const mia = await here.client('mia');
    await mia.settle();
    expect((await mia.see('contact', 'priya-raman'))?.title).not.toBe(title);

    ana.network.speaks = undefined;
    await syncer.nudge();
    expect(syncer.state()).toMatchObject({ is: 'idle' });
    expect(await store.pending()).toEqual([]);
    await mia.sync();
    expect(await mia.see('contact', 'priya-raman')).toMatchObject({ title, location: code });
    ended.abort();
  },
);

test('[L8] a server from before servers said what they speak is the older side', () => {
  expect(olderSide(undefined)).toBe('serverOutdated');
  expect(olderSide({ protocol: protocolVersion })).toBe('serverOutdated');
  expect(olderSide({ protocol: protocolVersion, schema: schemaVersion + 1 })).toBe(
    'extensionOutdated',
  );
});
