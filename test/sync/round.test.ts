import { afterEach, beforeEach, expect, test } from 'vitest';
import { schemaVersion } from '#lib/contract/version.ts';
import { createContact } from '#lib/model/mutations/contact.ts';
import { addMember, removeMember } from '#lib/model/mutations/member.ts';
import { setStage } from '#lib/model/mutations/opportunity.ts';
import { setPack } from '#lib/model/mutations/pack.ts';
import { memberId } from '#lib/model/records/member.ts';
import { packId } from '#lib/model/records/pack.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
let ana: Client;
let ben: Client;
const deal = 'acme-talent';
const dana = { id: 'dana-1', name: 'Dana Whitfield', emails: ['dana.whitfield@acme.example'] };
const person = (over: object = {}) => ({ ...dana, accountId: 'acme', sources: {}, ...over });

beforeEach(async () => {
  here = await world();
  [ana, ben] = [await here.client('ana'), await here.client('ben')];
  await Promise.all([ana.settle(), ben.settle()]);
});
afterEach(() => here.close());

test('a pull fills the followed scopes and nothing else', async () => {
  expect(await ana.see('account', 'acme')).toMatchObject({ name: 'ACME' });
  expect(await ana.see('stage', 'won')).toMatchObject({ kind: 'won' });
  expect(await ana.see('account', 'globex')).toBeUndefined();
});

test('an edit shows at once, reaches the server and then a colleague', async () => {
  await ana.calls([
    { name: createContact.name, args: { contact: person(), accountId: 'acme' } },
    {
      name: addMember.name,
      args: { opportunityId: deal, contactId: 'dana-1', roles: ['ratifier'], status: 'confirmed' },
    },
  ]);
  expect(await ana.see('member', memberId(deal, 'dana-1'))).toMatchObject({ roles: ['ratifier'] });

  await ana.sync();
  await ben.sync();

  expect(await ben.see('contact', 'dana-1')).toMatchObject({ name: 'Dana Whitfield' });
  expect(await ben.see('member', memberId(deal, 'dana-1'))).toMatchObject({ roles: ['ratifier'] });
  expect(await ana.store.pending()).toEqual([]);
});

test('an answer lost on the way does not apply an edit twice', async () => {
  await ana.edit(createContact, { contact: person(), accountId: 'acme' });
  ana.network.loseAnswers = 1;
  await expect(ana.sync()).rejects.toMatchObject({ code: 'unreachable' });
  expect(await ana.store.pending()).toHaveLength(1);

  await ana.sync();

  const log = await here.server.db.selectFrom('mutation_log').selectAll().execute();
  expect(log).toHaveLength(1);
  expect(await ana.store.pending()).toEqual([]);
});

test('the same person created twice becomes one, and later edits under the other id reach them', async () => {
  await ana.edit(createContact, { contact: person(), accountId: 'acme' });
  await ben.calls([
    {
      name: createContact.name,
      args: { contact: person({ id: 'dana-2', title: 'VP of HR' }), accountId: 'acme' },
    },
    {
      name: addMember.name,
      args: {
        opportunityId: deal,
        contactId: 'dana-2',
        roles: ['decision_maker'],
        status: 'confirmed',
      },
    },
  ]);
  await ana.sync();
  await ben.sync();
  await ana.sync();

  expect(await ben.see('contact', 'dana-2')).toBeUndefined();
  expect(await ben.see('member', memberId(deal, 'dana-2'))).toBeUndefined();
  for (const client of [ana, ben]) {
    expect(await client.see('contact', 'dana-1')).toMatchObject({ title: 'VP of HR' });
    expect(await client.see('member', memberId(deal, 'dana-1'))).toMatchObject({
      roles: ['decision_maker'],
    });
  }
  await ben.edit(removeMember, { opportunityId: deal, contactId: 'dana-2' });
  await ben.sync();
  await ana.sync();
  expect(await ana.see('member', memberId(deal, 'dana-1'))).toBeUndefined();
});

test('a guarded field that somebody else changed is a conflict with both values, not overwritten', async () => {
  await ana.edit(setStage, { opportunityId: deal, stageId: 'pipeline', fromStageId: 'qualified' });
  await ben.edit(setStage, { opportunityId: deal, stageId: 'lost', fromStageId: 'qualified' });
  await ana.sync();
  await ben.sync();

  expect(await ben.see('opportunity', deal)).toMatchObject({ stageId: 'pipeline' });
  expect(await ben.unresolved()).toMatchObject([
    {
      args: { stageId: 'lost' },
      result: { status: 'conflict', server: [{ field: 'stageId', value: 'pipeline', by: 'ana' }] },
    },
  ]);
});

test('a rejected edit never blocks those behind it', async () => {
  await ben.edit(removeMember, { opportunityId: deal, contactId: 'priya-raman' });
  await ben.sync();
  await ana.edit(removeMember, { opportunityId: deal, contactId: 'priya-raman' });
  await ana.edit(setStage, { opportunityId: deal, stageId: 'pipeline', fromStageId: 'qualified' });
  await ana.sync();

  expect(await ana.see('opportunity', deal)).toMatchObject({ stageId: 'pipeline' });
  expect(await ana.unresolved()).toMatchObject([{ result: { status: 'rejected', code: 'gone' } }]);
  expect(await ana.store.pending()).toEqual([]);
});

test('one’s own unconfirmed edits never vanish from the view', async () => {
  await ana.edit(addMember, {
    opportunityId: deal,
    contactId: 'grace-lindqvist',
    roles: ['user'],
    status: 'confirmed',
  });
  await ben.edit(setStage, { opportunityId: deal, stageId: 'pipeline', fromStageId: 'qualified' });
  await ben.sync();
  const { client, epoch, lastMutationId } = await ana.store.meta();
  const scopes = Object.fromEntries(
    (await ana.store.scopes()).map(({ scope, cursor }) => [scope, cursor]),
  );
  await ana.store.apply(
    await ana.api.pull({
      protocol: 1,
      schema: schemaVersion,
      client,
      epoch,
      scopes,
      after: lastMutationId,
      continued: false,
    }),
  );

  expect(await ana.see('opportunity', deal)).toMatchObject({ stageId: 'pipeline' });
  expect(await ana.see('member', memberId(deal, 'grace-lindqvist'))).toMatchObject({
    roles: ['user'],
  });
});

test('edits made offline wait and arrive in order', async () => {
  ana.network.down = true;
  await ana.edit(addMember, {
    opportunityId: deal,
    contactId: 'grace-lindqvist',
    roles: ['user'],
    status: 'potential',
  });
  await ana.edit(addMember, {
    opportunityId: deal,
    contactId: 'grace-lindqvist',
    roles: ['champion'],
    status: 'confirmed',
  });
  await expect(ana.sync()).rejects.toMatchObject({ code: 'unreachable' });
  ana.network.down = false;
  await ana.sync();
  await ben.sync();
  expect(await ben.see('member', memberId(deal, 'grace-lindqvist'))).toMatchObject({
    roles: ['champion'],
    status: 'confirmed',
  });
});

test('[G5] a company added that a colleague has already becomes that one, with all its decisions', async () => {
  const mia = await here.client('mia');
  await mia.sync();
  const account = {
    id: 'acme-2',
    name: 'Acme Inc',
    domains: ['acme.example'],
    target: false,
    placeholder: false,
    sources: {},
  };
  await mia.calls([
    { name: 'account.create@1', args: { account } },
    {
      name: createContact.name,
      args: { contact: person({ accountId: 'acme-2' }), accountId: 'acme-2' },
    },
  ]);
  expect(await mia.see('contact', 'dana-1')).toMatchObject({ accountId: 'acme-2' });

  await mia.sync();

  expect(await mia.see('account', 'acme-2')).toBeUndefined();
  expect(await mia.see('contact', 'dana-1')).toMatchObject({ accountId: 'acme' });
  expect(await mia.see('opportunity', deal)).toMatchObject({ accountId: 'acme' });
  expect((await mia.store.scopes()).map(({ scope }) => scope).sort()).toEqual([
    'acme',
    'workspace',
  ]);
});

test('an admin’s newer way to read pages reaches every extension, and nobody else can send one', async () => {
  const ada = await here.client('ada');
  await ada.sync();
  const pack = {
    version: 2026120101,
    off: ['linkedin-company'],
    ways: { 'linkedin-profile.sdui.name': [{ css: 'main h2', seen: '2026-12' }] },
  };
  await expect(ana.edit(setPack, { pack })).rejects.toMatchObject({ code: 'notAllowed' });
  await ada.edit(setPack, { pack });
  await ada.sync();
  await ana.sync();
  expect(await ana.see('pack', packId)).toEqual({ ...pack, id: packId });
  await expect(ada.edit(setPack, { pack })).rejects.toMatchObject({ code: 'invalid' });
});
