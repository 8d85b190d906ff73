/** A colleague loses sight of an account, and gets it again: two browsers and an admin, over the real server. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '#lib/model/mutation.ts';
import { createContact, editContact } from '#lib/model/mutations/contact.ts';
import { moveStage } from '#lib/model/mutations/stage-move.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { closedKeys } from '#lib/panel/closed.ts';
import { unresolvedView } from '#lib/panel/decision-conflicts.ts';
import { keysOn, momentOf } from '#lib/panel/moment.ts';
import { ownEdits } from '#lib/panel/outbox.ts';
import { CacheSearch } from '#lib/store/search.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
let ana: Client;
let ben: Client;
let ada: Client;
beforeAll(async () => {
  here = await world();
  [ana, ben, ada] = [await here.client('ana'), await here.client('ben'), await here.client('ada')];
});
afterAll(() => here.close());

const restrict = (users: string[] | null) =>
  ada.api.setAccess('acme', { restricted: users !== null, users: users ?? [] });
const retitle = (title: string) =>
  call(editContact, { contactId: 'priya-raman', fields: { title } });
const page = {
  ...{ site: 'web-page', unread: [] },
  detection: {
    ...{ kind: 'account' as const, site: 'web-page', url: 'https://acme.example/' },
    account: { name: 'ACME', domains: ['acme.example'] },
  },
};
const atAcme = async ({ store }: Client) =>
  (await store.db.records.toArray()).filter(({ scope }) => scope === 'acme');
const seen = async (client: Client) => {
  const answer = await client.api.lookup(await keysOn(page.detection));
  const closed = await closedKeys(client.store.db, answer);
  return momentOf(client.store.db, page, Date.now(), undefined, closed);
};

test('[A1] [A2] [C6] losing an account takes it out of cache, search and page, and its waiting edits come back refused', async () => {
  await Promise.all([ana.settle(), ben.settle()]);
  const stage = await ben.see('opportunity', 'acme-talent');
  // Ben’s stage meets Ana’s: a conflict that holds hers.
  await ana.edit(moveStage, {
    ...{ opportunityId: 'acme-talent', stageId: 'lost', fromStageId: stage?.stageId ?? '' },
    transitionId: 'ana-lost',
  });
  await ana.sync();
  await ben.edit(moveStage, {
    ...{ opportunityId: 'acme-talent', stageId: 'won', fromStageId: stage?.stageId ?? '' },
    ...{ transitionId: 'ben-won', reason: 'Signed' },
  });
  await ben.sync();
  const [conflict] = await ben.unresolved();
  expect(conflict).toMatchObject({ result: { status: 'conflict' } });
  await ben.store.edit([retitle('CHRO')], {
    what: 'changed',
    name: 'Priya',
    calls: [retitle('x')],
  });
  await ben.sync();
  const index = new CacheSearch(ben.store.db);
  const ended = new AbortController();
  await index.follow(
    ended.signal,
    () => {},
    async () => {},
  );
  expect(index.find('acme', 8).length).toBeGreaterThan(0);

  await restrict(['ana']);
  const eve = Contact.parse({ id: 'eve', accountId: 'acme', name: 'Eve' });
  await ben.store.edit([retitle('CEO'), call(createContact, { contact: eve, accountId: 'acme' })]);
  await ben.sync();

  expect(await atAcme(ben)).toEqual([]);
  expect(await ben.store.pending()).toEqual([]);
  const refused = await ben.unresolved();
  expect(refused.map(({ result }) => result.code)).toEqual(['notOpen', 'notOpen', 'notOpen']);
  expect(JSON.stringify([refused, await ben.store.db.journal.toArray()])).not.toContain('lost');
  expect(refused.map(({ args }) => JSON.stringify(args)).join()).toContain('CEO');
  const edits = await ownEdits(ben.store);
  expect(edits.filter(({ state }) => state === 'rejected')).toHaveLength(2);
  expect(edits.some(({ undo }) => undo === 'open')).toBe(false);
  for (const edit of refused)
    expect(await unresolvedView(ben.store.db, edit)).toMatchObject({ status: 'rejected' });
  await expect.poll(() => index.find('acme', 8)).toEqual([]);
  ended.abort();
  expect(await seen(ben)).toMatchObject({ at: 'account', withheld: 'closed', decisions: [] });
  expect(await seen(ana)).toMatchObject({ account: { is: 'known' } });
});

test('[A2] granted again, it is filled from its start, with what was done meanwhile', async () => {
  await ana.store.edit([retitle('Chief People Officer')]);
  await ana.sync();
  await restrict(['ana', 'ben']);
  await ben.sync();
  expect(await ben.see('contact', 'priya-raman')).toMatchObject({ title: 'Chief People Officer' });
  const rows = async (client: Client) =>
    (await atAcme(client)).map(({ kind, id, base }) => ({ kind, id, base }));
  expect(await rows(ben)).toEqual(await rows(ana));
  expect(await ben.store.progress()).toMatchObject({ filling: false });
  expect(await seen(ben)).toMatchObject({ account: { is: 'known' } });
});

test('[A4] somebody new to the account is told on its page that it is not open, before any edit', async () => {
  await restrict([]);
  const fresh = await here.client('ben');
  await fresh.sync();
  expect(await seen(fresh)).toMatchObject({ withheld: 'closed', people: [] });
  const person = {
    ...{ kind: 'person' as const, site: 'web-page', url: 'https://x.example/' },
    person: { name: 'Somebody', emails: ['somebody@acme.example'] },
  };
  const closed = await closedKeys(fresh.store.db, await fresh.api.lookup(await keysOn(person)));
  expect(
    await momentOf(fresh.store.db, { ...page, detection: person }, Date.now(), undefined, closed),
  ).toMatchObject({ person: { withheld: 'closed', places: [] } });
});
