import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { personSlugKey } from '#lib/model/keys.ts';
import { call } from '#lib/model/mutation.ts';
import { createAccount } from '#lib/model/mutations/account.ts';
import { createContact } from '#lib/model/mutations/contact.ts';
import { changeContact } from '#lib/model/mutations/contact-edit.ts';
import { mergeContacts, unmergeContacts } from '#lib/model/mutations/contact-merge.ts';
import { moveContact, unmoveContact } from '#lib/model/mutations/contact-move.ts';
import { setInterest } from '#lib/model/mutations/interest.ts';
import { addMember, editMember } from '#lib/model/mutations/member.ts';
import { createOpportunity } from '#lib/model/mutations/opportunity.ts';
import { logTouch } from '#lib/model/mutations/touch.ts';
import { Account } from '#lib/model/records/account.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { memberId } from '#lib/model/records/member.ts';
import { Opportunity } from '#lib/model/records/opportunity.ts';
import { Accounts } from '#lib/panel/accounts.ts';
import { openDecisionsAt } from '#lib/panel/decisions.ts';
import type { Effect } from '#lib/panel/effect.ts';
import { apartEffects, mergePreview } from '#lib/panel/merge-preview.ts';
import { contactsSeen } from '#lib/store/queries.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
let ana: Client;
let ben: Client;
let round = 0;
let ids: { account: string; kept: string; merged: string; both: string; one: string };

beforeAll(async () => {
  here = await world();
  [ana, ben] = [await here.client('ana'), await here.client('ben')];
  await ana.sync();
});
afterAll(() => here.close());

/** One person twice: both in one decision, the second alone in another, one touch each and one with both. */
beforeEach(async () => {
  const n = ++round;
  ids = { account: `a${n}`, kept: `k${n}`, merged: `m${n}`, both: `b${n}`, one: `o${n}` };
  const { account: accountId, kept, merged } = ids;
  const contact = (id: string, over: object) =>
    call(createContact, { accountId, contact: Contact.parse({ id, accountId, ...over }) });
  const decision = (id: string, solutionId: string) =>
    call(createOpportunity, {
      accountId,
      opportunity: Opportunity.parse({ id, accountId, solutionId, stageId: 'qualified' }),
    });
  const touch = (id: string, ...contactIds: string[]) =>
    call(logTouch, {
      accountId,
      contactIds,
      touch: {
        ...{ id, channel: 'call', team: 'sales', solutionIds: ['talent'] },
        at: '2026-11-01T09:00:00.000Z',
      },
    });
  const member = (opportunityId: string, contactId: string, over: object) =>
    call(addMember, {
      ...{ opportunityId, contactId, roles: [], status: 'confirmed' as const },
      ...over,
    });
  await ana.calls([
    call(createAccount, { account: Account.parse({ id: accountId, name: `Umbra ${n}` }) }),
    contact(kept, { name: 'Kim Sato', emails: [`kim@umbra${n}.example`], tags: ['Board'] }),
    contact(merged, {
      ...{ name: 'K. Sato', emails: [`k.sato@umbra${n}.example`], linkedin: `kim-sato-${n}` },
      ...{ title: 'VP of HR', tags: ['board', 'Webinar'] },
    }),
    decision(ids.both, 'talent'),
    decision(ids.one, 'learning'),
    member(ids.both, kept, { roles: ['champion'], status: 'potential' }),
    member(ids.both, merged, { roles: ['user'] }),
    call(editMember, {
      ...{ opportunityId: ids.both, contactId: kept, fields: { stance: 'supporter' } },
    }),
    member(ids.one, merged, { roles: ['decision_maker'] }),
    touch(`t1-${n}`, kept),
    touch(`t2-${n}`, merged),
    touch(`t3-${n}`, merged, kept),
    call(setInterest, {
      ...{ contactId: merged, solutionId: 'learning', level: 'strong', evidence: [`t2-${n}`] },
    }),
  ]);
  await ana.sync();
  await ben.store.follow([accountId]);
  await ben.sync();
});

const pair = () => ({
  ...{ keptId: ids.kept, mergedId: ids.merged, mergeId: `merge${round}` },
  accountId: ids.account,
});
async function settled() {
  for (const one of [ana, ben, ana]) await one.sync();
  for (const one of [ana, ben]) expect(await one.unresolved()).toEqual([]);
}
const seat = (client: Client, opportunityId: string, contactId: string) =>
  client.see('member', memberId(opportunityId, contactId));
const on = async (client: Client) =>
  Promise.all(
    [1, 2, 3].map(async (n) => (await client.see('touch', `t${n}-${round}`))?.contactIds),
  );

/** All that is held of the account, but for times and the history of who said what. */
async function held(client: Client) {
  const rows = await client.store.db.records.where('scope').equals(ids.account).toArray();
  return rows
    .map(({ kind, id, view }) => ({ kind, id, view }))
    .sort((a, b) => (`${a.kind}${a.id}` < `${b.kind}${b.id}` ? -1 : 1));
}

test('[G11] two records of one person become one: roles joined, the stronger status, touches, interests and addresses of both', async () => {
  await ana.edit(mergeContacts, pair());
  await settled();
  for (const client of [ana, ben]) {
    expect(await client.see('contact', ids.merged)).toBeUndefined();
    expect(await client.see('contact', ids.kept)).toMatchObject({
      ...{ name: 'Kim Sato', title: 'VP of HR', linkedin: `kim-sato-${round}` },
      emails: [`kim@umbra${round}.example`, `k.sato@umbra${round}.example`],
      tags: ['Board', 'Webinar'],
    });
    expect(await seat(client, ids.both, ids.kept)).toMatchObject({
      ...{ roles: ['champion', 'user'], status: 'confirmed', stance: 'supporter' },
    });
    expect(await seat(client, ids.one, ids.kept)).toMatchObject({ roles: ['decision_maker'] });
    expect(await seat(client, ids.one, ids.merged)).toBeUndefined();
    expect(await on(client)).toEqual([[ids.kept], [ids.kept], [ids.kept]]);
    expect(await client.see('interest', `${ids.kept}.learning`)).toMatchObject({ level: 'strong' });
  }
});

test('[G11] a page under either LinkedIn name is theirs while two are one, in the cache, on the server and for whoever makes them anew', async () => {
  const other = `kim-s-${round}`;
  await ana.edit(changeContact, { contactId: ids.kept, fields: { linkedin: other } });
  await settled();
  const slugs = [other, `kim-sato-${round}`];
  const cached = async () =>
    Promise.all(
      slugs.map(async (linkedin) =>
        (await contactsSeen(ana.store.db, [{ linkedin, emails: [] }])).map(({ id }) => id),
      ),
    );
  const served = async () => {
    const { matches } = await ben.api.lookup(slugs.map(personSlugKey));
    return slugs.map((slug) =>
      matches.flatMap(({ key, id }) => (key === personSlugKey(slug) ? [id] : [])),
    );
  };
  const apart = [[ids.kept], [ids.merged]];
  const one = [[ids.kept], [ids.kept]];
  expect([await cached(), await served()]).toEqual([apart, apart]);

  await ana.edit(mergeContacts, pair());
  await settled();
  expect([await cached(), await served()]).toEqual([one, one]);
  expect((await ana.see('contact', ids.kept))?.linkedin).toBe(other);
  const again = {
    id: `again${round}`,
    accountId: ids.account,
    name: 'K. Sato',
    linkedin: slugs[1],
  };
  await ben.edit(createContact, { accountId: ids.account, contact: Contact.parse(again) });
  await ben.sync();
  await settled();
  expect(await ben.see('contact', again.id)).toBeUndefined();
  expect([await cached(), await served()]).toEqual([one, one]);

  await ana.edit(unmergeContacts, pair());
  await settled();
  expect([await cached(), await served()]).toEqual([apart, apart]);
  expect(await ana.see('contact', ids.kept)).not.toHaveProperty('otherKeys');
});

test('[G9] [G11] who was one of two and changed employers is known by both names where they are now, and back again', async () => {
  const [next, moved, other] = [`n${round}`, `v${round}`, `kim-s-${round}`];
  await ana.edit(changeContact, { contactId: ids.kept, fields: { linkedin: other } });
  await ana.edit(createAccount, { account: Account.parse({ id: next, name: `Next ${round}` }) });
  await ana.edit(mergeContacts, pair());
  await settled();
  const whose = async () => {
    const { matches } = await ben.api.lookup([personSlugKey(`kim-sato-${round}`)]);
    return matches.map(({ id }) => id);
  };
  const left = '2026-11-20T12:00:00.000Z';
  const contact = Contact.parse({ id: moved, accountId: next, name: 'Kim Sato', linkedin: other });
  await ana.edit(moveContact, { contactId: ids.kept, accountId: next, contact, left });
  await settled();
  expect(await whose()).toEqual([moved]);
  const keys = { linkedin: other, emails: [] };
  const back = { contactId: ids.kept, movedId: moved, created: moved, left: null, keys };
  await ana.edit(unmoveContact, back);
  await settled();
  expect(await whose()).toEqual([ids.kept]);
});

test('[G11] taken back at once, everything is as it was', async () => {
  const before = await held(ana);
  await ana.edit(mergeContacts, pair());
  await ana.edit(unmergeContacts, pair());
  await settled();
  const touches = (all: typeof before) => all.filter(({ kind }) => kind !== 'touch');
  expect(touches(await held(ben))).toEqual(touches(before));
  expect((await on(ben))[2]?.sort()).toEqual([ids.kept, ids.merged]);
  expect((await on(ben)).slice(0, 2)).toEqual([[ids.kept], [ids.merged]]);
});

test('[G11] what the preview says of coverage is what the server makes of it, there and back', async () => {
  const now = Date.parse('2026-11-10T12:00:00.000Z');
  const { account: accountId, kept } = ids;
  const touch = {
    ...({ id: `t4-${round}`, channel: 'meeting', team: 'sales' } as const),
    ...{ solutionIds: ['learning'], at: '2026-11-02T09:00:00.000Z' },
  };
  await ana.edit(logTouch, { accountId, contactIds: [kept], touch });
  await settled();
  const figures = async () =>
    (await openDecisionsAt(new Accounts(ana.store.db, now), accountId)).map(
      ({ solution, coverage }) => [solution.name, coverage] as const,
    );
  const told = (effects: readonly Effect[], side: 'before' | 'after') =>
    effects.map((effect) => [effect.solution, effect[side]] as const);

  const before = await figures();
  const { effects } =
    (await mergePreview(ana.store, 'contact', kept, ids.merged, now)) ?? expect.fail('No preview.');
  expect(told(effects, 'before')).toEqual(before);
  expect(told(effects, 'after')).not.toEqual(before);
  await ana.edit(mergeContacts, pair());
  await settled();
  expect(await figures()).toEqual(told(effects, 'after'));

  const merge = (await ana.see('merge', pair().mergeId)) ?? expect.fail('No merge.');
  const back = await apartEffects(ana.store, merge, now);
  await ana.edit(unmergeContacts, pair());
  await settled();
  expect(told(back, 'after')).toEqual(before);
  expect(await figures()).toEqual(before);
});

test('[G11] taken back later, what somebody changed since stays', async () => {
  await ana.edit(mergeContacts, pair());
  await settled();
  await ben.edit(changeContact, {
    ...{ contactId: ids.kept, fields: { title: 'Chief People Officer' } },
    emails: { add: [`new@umbra${round}.example`], remove: [] },
  });
  await ben.edit(editMember, {
    ...{ opportunityId: ids.both, contactId: ids.kept },
    fields: { roles: ['champion', 'user', 'ratifier'] },
  });
  await ben.edit(editMember, {
    ...{ opportunityId: ids.one, contactId: ids.kept, fields: { status: 'inactive' } },
  });
  await settled();
  await ben.edit(unmergeContacts, pair());
  await ben.sync();
  await settled();
  expect(await ana.see('contact', ids.kept)).toMatchObject({
    title: 'Chief People Officer',
    emails: [`kim@umbra${round}.example`, `new@umbra${round}.example`],
  });
  expect(await ana.see('contact', ids.merged)).toMatchObject({
    ...{ title: 'VP of HR', linkedin: `kim-sato-${round}` },
  });
  expect(await seat(ana, ids.both, ids.kept)).toMatchObject({ roles: ['champion', 'ratifier'] });
  expect(await seat(ana, ids.both, ids.merged)).toMatchObject({ roles: ['user'] });
  expect(await seat(ana, ids.one, ids.kept)).toBeUndefined();
  expect(await seat(ana, ids.one, ids.merged)).toMatchObject({
    ...{ roles: ['decision_maker'], status: 'inactive' },
  });
});

test('[G11] edits made offline of the merged person reach the kept one', async () => {
  await ana.edit(mergeContacts, pair());
  await ana.sync();
  const contactId = ids.merged;
  await ben.edit(changeContact, { contactId, fields: { location: 'Osaka' } });
  await ben.edit(addMember, {
    ...{ opportunityId: ids.one, contactId, roles: ['ratifier'], status: 'confirmed' },
  });
  await ben.sync();
  const unseen = await ben.unresolved();
  // The role was changed by the merge, which Ben had not seen: his is a conflict, and his other edit arrives.
  expect(unseen.map(({ result }) => result.code)).toEqual(['guarded']);
  for (const { nonce } of unseen) await ben.store.dismiss(nonce);
  await settled();
  expect(await ben.see('contact', ids.kept)).toMatchObject({ location: 'Osaka' });
});

test('[G11] people of two accounts are not merged, and a merge of a merge is taken back in turn', async () => {
  const elsewhere = Account.parse({ id: `e${round}`, name: `Elsewhere ${round}` });
  await ana.edit(createAccount, { account: elsewhere });
  const other = Contact.parse({ id: `x${round}`, accountId: elsewhere.id, name: 'Kim Sato' });
  await ana.edit(createContact, { accountId: elsewhere.id, contact: other });
  await ana.edit(mergeContacts, { ...pair(), mergedId: other.id });
  await ana.sync();
  const [refused] = await ana.unresolved();
  expect(refused?.result).toMatchObject({ code: 'invalid' });
  await ana.store.dismiss(refused?.nonce ?? '');

  const third = Contact.parse({ id: `z${round}`, accountId: ids.account, name: 'Kim S.' });
  await ana.edit(createContact, { accountId: ids.account, contact: third });
  await ana.edit(mergeContacts, pair());
  const outer = { ...pair(), keptId: third.id, mergedId: ids.kept, mergeId: `outer${round}` };
  await ana.edit(mergeContacts, outer);
  await settled();
  expect((await on(ben))[1]).toEqual([third.id]);
  await ben.edit(changeContact, { contactId: ids.merged, fields: { location: 'Kobe' } });
  await settled();
  expect(await ana.see('contact', third.id)).toMatchObject({ location: 'Kobe' });
  await ana.edit(unmergeContacts, outer);
  await ana.edit(unmergeContacts, pair());
  await settled();
  expect((await on(ben)).slice(0, 2)).toEqual([[ids.kept], [ids.merged]]);
});
