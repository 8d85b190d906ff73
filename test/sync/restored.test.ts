import { afterEach, beforeEach, expect, test } from 'vitest';
import { createContact } from '#lib/model/mutations/contact.ts';
import { addMember } from '#lib/model/mutations/member.ts';
import { setAmount } from '#lib/model/mutations/stage-move.ts';
import { memberId } from '#lib/model/records/member.ts';
import { afterRestore } from '#server/restored.ts';
import { type Client, type World, world } from '#test/support/world.ts';

const tables = [
  'records',
  'record_keys',
  'record_index',
  'record_aliases',
  'scope_exits',
  'history',
  'mutation_log',
  'clients',
] as const;

let here: World;
let ana: Client;
let ben: Client;
beforeEach(async () => {
  here = await world();
  [ana, ben] = [await here.client('ana'), await here.client('ben')];
  await Promise.all([ana.settle(), ben.settle()]);
});
afterEach(() => here.close());

/** The tables as they are now, and the way to put them back, as a restored backup does. */
async function backUp() {
  const { db } = here.server;
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  const { version } = await db.selectFrom('workspaces').selectAll().executeTakeFirstOrThrow();
  return async () => {
    for (const [at, table] of tables.entries()) {
      await db.deleteFrom(table).execute();
      for (const row of rows[at] ?? [])
        await db
          .insertInto(table)
          .values(written(row) as never)
          .execute();
    }
    await db.updateTable('workspaces').set({ version }).execute();
    await afterRestore(db);
  };
}
const json = new Set(['data', 'guards', 'before', 'after', 'result']);
const written = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      json.has(column) && value !== null ? JSON.stringify(value) : value,
    ]),
  );

const person = (id: string) => {
  const contact = { id, accountId: 'acme', name: id, emails: [], sources: {} };
  return { name: createContact.name, args: { contact, accountId: 'acme' } };
};
const logged = () =>
  here.server.db.selectFrom('mutation_log').selectAll().where('again', '=', false).execute();

test('[R1] what the server had taken before it was restored to an earlier state is sent again, once', async () => {
  await ana.calls([person('kept')]);
  await ana.sync();
  const restore = await backUp();
  await ana.calls([person('lost-ana')]);
  await ben.calls([person('lost-ben')]);
  await ben.edit(addMember, {
    ...{ opportunityId: 'acme-talent', contactId: 'lost-ben' },
    ...{ roles: ['user'], status: 'confirmed' },
  });
  await ana.sync();
  await ben.sync();
  await ana.sync();
  await ana.calls([person('waiting')]);
  await restore();

  for (let times = 0; times < 2; times++) for (const one of [ana, ben]) await one.sync();
  await ana.sync();

  for (const client of [ana, ben]) {
    for (const id of ['kept', 'lost-ana', 'lost-ben', 'waiting'])
      expect(await client.see('contact', id), id).toBeDefined();
    expect(await client.see('member', memberId('acme-talent', 'lost-ben'))).toBeDefined();
    expect(await client.store.pending()).toEqual([]);
    expect(await client.unresolved()).toEqual([]);
  }
  const nonces = (await logged()).map(({ nonce }) => nonce);
  expect(nonces).toHaveLength(5);
  expect(new Set(nonces).size).toBe(5);
  const requests = ana.network.requests;
  await ana.sync();
  expect(ana.network.requests - requests).toBe(1); // a pull, with nothing left to send
});

test('[R1] a field that two had set is told as a conflict, not overwritten by whoever comes last', async () => {
  const restore = await backUp();
  const worth = (amount: number, transitionId: string) => ({
    ...{ opportunityId: 'acme-talent', currency: 'EUR', amount, transitionId },
  });
  await ana.edit(setAmount, worth(90_000, 'first'));
  await ana.sync();
  await ben.sync();
  await ben.edit(setAmount, worth(120_000, 'second'));
  await ben.sync();
  await restore();

  await ben.sync();
  await ben.sync();
  await ana.sync();
  await ana.sync();
  expect(await ana.see('opportunity', 'acme-talent')).toMatchObject({ amount: 120_000 });
  expect(await ana.unresolved()).toMatchObject([
    { result: { status: 'conflict', server: [{ field: 'amount', value: 120_000, by: 'ben' }] } },
  ]);
});

test('[R2] the journal lets go of what was confirmed a week ago, and not of what waits', async () => {
  await ana.calls([person('old')]);
  await ana.sync();
  await ana.calls([person('waiting')]);
  await ana.store.db.journal.toCollection().modify((entry) => {
    if (entry.settledAt) entry.settledAt -= 8 * 86_400_000;
  });
  await ana.calls([person('new')]);
  await ana.sync();
  const kept = await ana.store.db.journal.toArray();
  expect(
    kept.map(({ state, args }) => [state, (args as { contact: { id: string } }).contact.id]),
  ).toEqual([
    ['applied', 'waiting'],
    ['applied', 'new'],
  ]);
});

test('[R3] an edit that nobody was sent can be discarded, with those built on it; the rest arrives', async () => {
  const before = await ana.see('opportunity', 'acme-talent');
  await ana.calls([person('mistake')]);
  await ana.edit(addMember, {
    ...{ opportunityId: 'acme-talent', contactId: 'mistake' },
    ...{ roles: ['user'], status: 'confirmed' },
  });
  await ana.calls([person('meant')]);
  const [first] = await ana.store.pending();
  const nonce = first?.nonce ?? '';
  expect(await ana.store.builtOn(nonce)).toMatchObject([{ name: 'opportunity.addMember@1' }]);
  expect(await ana.store.discard(nonce)).toHaveLength(2);
  expect(await ana.see('contact', 'mistake')).toBeUndefined();
  expect(await ana.see('member', memberId('acme-talent', 'mistake'))).toBeUndefined();
  expect(await ana.see('opportunity', 'acme-talent')).toEqual(before);
  expect((await ana.store.pending()).map(({ id }) => id)).toEqual([1]);
  await ana.sync();
  expect(await ana.see('contact', 'meant')).toBeDefined();
  expect(await logged()).toHaveLength(1);
});

test('[R3] an edit made while the server is known not to answer is not on its way, and can be discarded', async () => {
  ana.network.down = true;
  await expect(ana.sync()).rejects.toMatchObject({ code: 'unreachable' });
  await ana.calls([person('mistake')]);
  await expect(ana.sync()).rejects.toMatchObject({ code: 'unreachable' });
  const [waiting] = await ana.store.pending();
  expect(await ana.store.db.journal.get({ nonce: waiting?.nonce })).toMatchObject({
    state: 'waiting',
  });
  expect(await ana.store.discard(waiting?.nonce ?? '')).toHaveLength(1);
  ana.network.down = false;
  await ana.calls([person('meant')]);
  await ana.sync();
  expect(await ana.see('contact', 'meant')).toBeDefined();
  expect(await logged()).toHaveLength(1);
});

test('[R3] an edit that may have reached the server is not discarded', async () => {
  await ana.calls([person('sent')]);
  ana.network.loseAnswers = 1;
  await expect(ana.sync()).rejects.toMatchObject({ code: 'unreachable' });
  const [sent] = await ana.store.pending();
  await expect(ana.store.discard(sent?.nonce ?? '')).rejects.toMatchObject({ code: 'notAllowed' });
  await ana.sync();
  expect(await ana.see('contact', 'sent')).toBeDefined();
});
