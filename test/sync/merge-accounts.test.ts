import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { HistoryAnswer } from '#lib/contract/history.ts';
import { companySlugKey } from '#lib/model/keys.ts';
import { call } from '#lib/model/mutation.ts';
import { createAccount } from '#lib/model/mutations/account.ts';
import { changeAccount } from '#lib/model/mutations/account-edit.ts';
import { mergeAccounts, unmergeAccounts } from '#lib/model/mutations/account-merge.ts';
import { createContact } from '#lib/model/mutations/contact.ts';
import { changeContact } from '#lib/model/mutations/contact-edit.ts';
import { setInterest } from '#lib/model/mutations/interest.ts';
import { addMember, removeMember } from '#lib/model/mutations/member.ts';
import { addNote } from '#lib/model/mutations/note.ts';
import { createOpportunity } from '#lib/model/mutations/opportunity.ts';
import { addStep } from '#lib/model/mutations/play.ts';
import { planSeat } from '#lib/model/mutations/seat-plan.ts';
import { logTouch } from '#lib/model/mutations/touch.ts';
import { Account } from '#lib/model/records/account.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { memberId } from '#lib/model/records/member.ts';
import { Opportunity } from '#lib/model/records/opportunity.ts';
import { writeRecords } from '#server/records.ts';
import type { Write } from '#server/stored.ts';
import { takeVersion } from '#server/version.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
let ana: Client;
let ben: Client;
let round = 0;
let ids: { kept: string; merged: string; person: string; deal: string; merge: string };

beforeAll(async () => {
  here = await world();
  [ana, ben] = [await here.client('ana'), await here.client('ben')];
  await ana.sync();
});
afterAll(() => here.close());

/** A company and the placeholder that stands for it, with a person and a decision; Ben follows the placeholder alone. */
beforeEach(async () => {
  const n = ++round;
  ids = { kept: `k${n}`, merged: `m${n}`, person: `p${n}`, deal: `d${n}`, merge: `merge${n}` };
  const account = (id: string, over: object) =>
    call(createAccount, { account: Account.parse({ id, name: `Umbra ${n}`, ...over }) });
  await ana.calls([
    account(ids.kept, { domains: [`umbra${n}.example`] }),
    account(ids.merged, { placeholder: true, tags: ['Webinar'], linkedin: `umbra-${n}` }),
    call(createContact, {
      accountId: ids.merged,
      contact: Contact.parse({ id: ids.person, accountId: ids.merged, name: 'Jo' }),
    }),
    call(createOpportunity, {
      accountId: ids.merged,
      opportunity: Opportunity.parse({
        ...{ id: ids.deal, accountId: ids.merged, solutionId: 'talent', stageId: 'qualified' },
      }),
    }),
    call(addMember, {
      opportunityId: ids.deal,
      contactId: ids.person,
      roles: ['champion'],
      status: 'confirmed',
    }),
  ]);
  await ana.sync();
  await ben.store.follow([ids.merged]);
  await ben.sync();
});

const pair = () => ({ keptId: ids.kept, mergedId: ids.merged, mergeId: ids.merge });
async function settled() {
  for (const one of [ana, ben, ana]) await one.sync();
  expect(await ana.unresolved()).toEqual([]);
}
const where = async (client: Client) => [
  (await client.see('contact', ids.person))?.accountId,
  (await client.see('opportunity', ids.deal))?.accountId,
  (await client.see('member', memberId(ids.deal, ids.person)))?.accountId,
];

test('[G11] a company that is one of two is known under both its LinkedIn names, and under its own again afterwards', async () => {
  await ana.edit(changeAccount, {
    accountId: ids.kept,
    fields: { linkedin: `umbra-inc-${round}` },
  });
  await settled();
  const served = async () => {
    const keys = [`umbra-inc-${round}`, `umbra-${round}`].map(companySlugKey);
    const { matches } = await ben.api.lookup(keys);
    return keys.map((asked) => matches.flatMap(({ key, id }) => (key === asked ? [id] : [])));
  };
  await ana.edit(mergeAccounts, pair());
  await settled();
  expect(await served()).toEqual([[ids.kept], [ids.kept]]);
  await ana.edit(unmergeAccounts, pair());
  await settled();
  expect(await served()).toEqual([[ids.kept], [ids.merged]]);
});

test('[G10] all of a merged account moves to the kept one, also for whoever followed the merged one alone', async () => {
  await ana.edit(mergeAccounts, pair());
  await settled();
  for (const client of [ana, ben]) {
    expect(await where(client)).toEqual([ids.kept, ids.kept, ids.kept]);
    expect(await client.see('account', ids.merged)).toBeUndefined();
    expect(await client.see('account', ids.kept)).toMatchObject({
      ...{ placeholder: false, linkedin: `umbra-${round}`, tags: ['Webinar'] },
      domains: [`umbra${round}.example`],
    });
  }
  // Nothing is held twice: the merged scope has its signpost and no more.
  const left = await ben.store.db.records.where('scope').equals(ids.merged).toArray();
  expect(left.map(({ kind }) => kind)).toEqual(['signpost']);
});

test('[G10] edits made offline under the merged account’s id reach the kept one', async () => {
  await ana.edit(mergeAccounts, pair());
  await ana.sync();
  const contact = Contact.parse({ id: `late${round}`, accountId: ids.merged, name: 'Late' });
  await ben.edit(createContact, { accountId: ids.merged, contact });
  await ben.edit(changeContact, { contactId: ids.person, fields: { title: 'Chief' } });
  await settled();
  expect(await ben.unresolved()).toEqual([]);
  for (const client of [ana, ben]) {
    expect(await client.see('contact', `late${round}`)).toMatchObject({ accountId: ids.kept });
    expect(await client.see('contact', ids.person)).toMatchObject({ title: 'Chief' });
  }
});

test('[G10] undo makes two accounts again, confirmed or not, and keeps what was changed since', async () => {
  await ana.edit(mergeAccounts, pair());
  await settled();
  await ben.edit(changeAccount, { accountId: ids.kept, fields: { target: true } });
  await ben.edit(changeContact, { contactId: ids.person, fields: { title: 'Chief' } });
  await settled();
  await ben.edit(unmergeAccounts, pair());
  await ben.sync();
  await settled();
  for (const client of [ana, ben]) {
    expect(await where(client)).toEqual([ids.merged, ids.merged, ids.merged]);
    expect(await client.see('account', ids.merged)).toMatchObject({
      ...{ placeholder: true, linkedin: `umbra-${round}`, tags: ['Webinar'] },
    });
    expect(await client.see('contact', ids.person)).toMatchObject({ title: 'Chief' });
  }
  const kept = await ana.see('account', ids.kept);
  expect(kept).toMatchObject({ target: true, domains: [`umbra${round}.example`] });
  expect(kept).not.toHaveProperty('linkedin');
  expect(kept?.tags ?? []).toEqual([]);
  // The id is its own again.
  await ben.edit(changeAccount, { accountId: ids.merged, fields: { name: 'Own again' } });
  await ben.sync();
  await settled();
  expect(await ana.see('account', ids.merged)).toMatchObject({ name: 'Own again' });
});

test('[G10] two who merge the same pair at once, either way round, merge it once', async () => {
  await ben.store.follow([ids.kept]);
  await ben.sync();
  await ana.edit(mergeAccounts, pair());
  const other = { keptId: ids.merged, mergedId: ids.kept, mergeId: `${ids.merge}b` };
  await ben.edit(mergeAccounts, other);
  await settled();
  expect(await ben.unresolved()).toEqual([]);
  expect(await where(ben)).toEqual([ids.kept, ids.kept, ids.kept]);
  await ben.edit(unmergeAccounts, other);
  await ben.sync();
  const [refused] = await ben.unresolved();
  expect(refused?.result).toMatchObject({ status: 'rejected' });
  await ben.store.dismiss(refused?.nonce ?? '');
});

test('[G10] every kind of record that hangs on an account moves along and back, with its history', async () => {
  const { opportunityId, ...at } = { opportunityId: ids.deal, at: '2026-11-01T09:00:00.000Z' };
  await ana.calls([
    call(logTouch, {
      touch: { id: `t${round}`, channel: 'call', team: 'sales', solutionIds: ['talent'], ...at },
      ...{ accountId: ids.merged, contactIds: [ids.person] },
    }),
    call(setInterest, {
      ...{ contactId: ids.person, solutionId: 'talent', level: 'strong', evidence: [] },
    }),
    call(planSeat, { opportunityId, seatId: 'seat-user', fields: { assigneeId: 'ben' } }),
    call(addNote, { noteId: `n${round}`, opportunityId, text: 'They asked twice.', ...at }),
    call(addStep, {
      opportunityId,
      step: { id: `s${round}`, title: 'Call', team: 'sales', state: 'open', order: 0 },
    }),
  ]);
  await settled();
  const hanging = async () => {
    const rows = await ana.store.db.records.where('scope').equals(ids.merged).toArray();
    return rows.filter(({ kind }) => kind !== 'account').map(({ kind, id }) => [kind, id] as const);
  };
  const there = await hanging();
  expect([...new Set(there.map(([kind]) => kind))].sort()).toEqual([
    ...['contact', 'interest', 'member', 'note', 'opportunity'],
    ...['playStep', 'seatPlan', 'touch', 'transition'],
  ]);
  const atAccount = async () =>
    Promise.all(
      there.map(async ([kind, id]) => (await ana.see(kind, id)) as { accountId: string }),
    );
  await ana.edit(mergeAccounts, pair());
  await settled();
  for (const record of await atAccount()) expect(record.accountId).toBe(ids.kept);
  await ana.edit(unmergeAccounts, pair());
  await settled();
  for (const record of await atAccount()) expect(record.accountId).toBe(ids.merged);
  const history = await here.server.db
    .selectFrom('history')
    .select(['field', 'mutation', 'before', 'after'])
    .where('id', '=', `n${round}`)
    .orderBy('version')
    .execute();
  expect(history.map(({ field, mutation }) => [field, mutation])).toEqual([
    ['*', 'note.add@1'],
    ['accountId', 'account.merge@1'],
    ['accountId', 'account.unmerge@1'],
  ]);
});

test('[G10] what was added to a moved decision since goes back with it; mixed people and decisions are parted first', async () => {
  await ana.edit(mergeAccounts, pair());
  await settled();
  const native = Contact.parse({ id: `own${round}`, accountId: ids.kept, name: 'Noor Native' });
  await ana.calls([
    call(addNote, {
      ...{
        noteId: `n${round}`,
        opportunityId: ids.deal,
        text: 'Since',
        at: new Date().toISOString(),
      },
    }),
    call(createContact, { accountId: ids.kept, contact: native }),
    call(addMember, {
      ...{ opportunityId: ids.deal, contactId: native.id, roles: ['user'], status: 'confirmed' },
    }),
  ]);
  await settled();
  await ana.edit(unmergeAccounts, pair());
  await ana.sync();
  const [refused] = await ana.unresolved();
  expect(refused?.result).toMatchObject({
    code: 'inUse',
    because: expect.stringContaining('Noor'),
  });
  await ana.store.dismiss(refused?.nonce ?? '');
  expect(await where(ana)).toEqual([ids.kept, ids.kept, ids.kept]);
  await ana.edit(removeMember, { opportunityId: ids.deal, contactId: native.id });
  await ana.edit(unmergeAccounts, pair());
  await settled();
  expect(await ana.see('note', `n${round}`)).toMatchObject({ accountId: ids.merged });
  expect(await ana.see('contact', native.id)).toMatchObject({ accountId: ids.kept });
});

test('[G10] a merge of what was merged before: old ids lead to the end, and the last is taken back first', async () => {
  await ana.edit(mergeAccounts, pair());
  const third = Account.parse({ id: `z${round}`, name: `Umbra ${round} Holding` });
  await ana.edit(createAccount, { account: third });
  const outer = { keptId: third.id, mergedId: ids.kept, mergeId: `outer${round}` };
  await ana.edit(mergeAccounts, outer);
  await settled();
  // Ben knew the first account alone: his edit under its id reaches the last.
  await ben.edit(changeAccount, { accountId: ids.merged, fields: { target: true } });
  await ben.sync();
  for (let signs = 0; signs < 2; signs++) await settled();
  expect(await ana.see('account', third.id)).toMatchObject({ target: true });
  expect(await where(ben)).toEqual([third.id, third.id, third.id]);
  const { token } = ana;
  const read = await here.server.request(`/v1/history?kind=account&id=${ids.merged}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { entries } = HistoryAnswer.parse(await read.json());
  expect(entries[0]).toMatchObject({ field: 'target', after: true, by: { id: 'ben' } });

  await ana.edit(unmergeAccounts, pair());
  await ana.sync();
  const [refused] = await ana.unresolved();
  expect(refused?.result).toMatchObject({ code: 'inUse' });
  await ana.store.dismiss(refused?.nonce ?? '');
  await ana.edit(unmergeAccounts, outer);
  await ana.edit(unmergeAccounts, pair());
  await settled();
  expect(await where(ana)).toEqual([ids.merged, ids.merged, ids.merged]);
});

test('[G10] an address that went to another account meanwhile: the merge stays, and nothing is lost', async () => {
  await ana.edit(mergeAccounts, pair());
  await settled();
  await ana.edit(changeAccount, { accountId: ids.kept, fields: { linkedin: null } });
  const other = { id: `o${round}`, name: 'Other', linkedin: `umbra-${round}` };
  await ana.edit(createAccount, { account: Account.parse(other) });
  await settled();
  await ana.edit(unmergeAccounts, pair());
  await ana.sync();
  const [refused] = await ana.unresolved();
  expect(refused?.result).toMatchObject({ code: 'identityTaken' });
  await ana.store.dismiss(refused?.nonce ?? '');
  expect(await where(ana)).toEqual([ids.kept, ids.kept, ids.kept]);
});

test('[P1] an account of two thousand records merges as one commit, and parts again', async () => {
  const writes = Array.from({ length: 2000 }, (_, at): Write => {
    const id = `c${round}-${at}`;
    const email = `n${at}@umbra${round}.example`;
    const after = Contact.parse({ id, accountId: ids.merged, name: `N ${at}`, emails: [email] });
    return { kind: 'contact', id, before: undefined, after };
  });
  await here.server.db.transaction().execute(async (tx) => {
    const version = await takeVersion(tx, 'demo');
    const by = { client: 'import', by: 'ada', mutation: 'import' };
    await writeRecords(tx, writes, { ws: 'demo', version, ...by });
  });
  await ana.edit(mergeAccounts, pair());
  await ana.sync();
  expect(await ana.see('contact', `c${round}-1999`)).toMatchObject({ accountId: ids.kept });
  await ana.edit(unmergeAccounts, pair());
  await ana.sync();
  expect(await ana.see('contact', `c${round}-0`)).toMatchObject({ accountId: ids.merged });
});
