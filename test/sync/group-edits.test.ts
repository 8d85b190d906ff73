import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAsset, editAsset, removeAsset } from '#lib/model/mutations/asset.ts';
import { setInterest } from '#lib/model/mutations/interest.ts';
import {
  acceptSuggestion,
  addMember,
  declineSuggestion,
  editMember,
} from '#lib/model/mutations/member.ts';
import { planSeat } from '#lib/model/mutations/seat-plan.ts';
import { Asset } from '#lib/model/records/asset.ts';
import { interestId } from '#lib/model/records/interest.ts';
import { memberId } from '#lib/model/records/member.ts';
import { seatPlanId } from '#lib/model/records/seat-plan.ts';
import { suggestRoles } from '#lib/model/suggest.ts';
import { type Client, type World, world } from '#test/support/world.ts';
import { group } from '../model/groups.ts';

let here: World;
let ana: Client;
let ben: Client;
const opportunityId = 'acme-learning';
const contactId = 'grace-lindqvist';
const place = { opportunityId, contactId };
const grace = memberId(opportunityId, contactId);

beforeEach(async () => {
  here = await world();
  [ana, ben] = [await here.client('ana'), await here.client('ben')];
  await Promise.all([ana.settle(), ben.settle()]);
});
afterEach(() => here.close());

async function shared() {
  await ana.sync();
  await ben.sync();
  expect(await ana.unresolved()).toEqual([]);
}

test('accepting a suggested role gives the role and confirms the member', async () => {
  await ana.edit(acceptSuggestion, { ...place, role: 'user' });
  await shared();
  expect(await ben.see('member', grace)).toMatchObject({
    status: 'confirmed',
    roles: ['champion', 'user'],
  });
});

test('a declined role does not come back, unless somebody gives it', async () => {
  const contact = await ana.see('contact', contactId);
  await ana.edit(declineSuggestion, { ...place, role: 'user' });
  await shared();
  const declined = await ben.see('member', grace);
  expect(declined).toMatchObject({ declined: ['user'] });
  const again = suggestRoles(
    { ...contact, id: contactId },
    group({ members: declined ? [declined] : [] }),
  );
  expect(again.at(-1)).toMatchObject({ role: 'user', because: [] });
  await ben.edit(addMember, { ...place, roles: ['user'], status: 'confirmed' });
  expect(await ben.see('member', grace)).not.toHaveProperty('declined');
});

test('a member’s stance, status, roles and standing change one by one', async () => {
  await ana.edit(editMember, { ...place, fields: { stance: 'sceptic', external: true } });
  await ana.edit(editMember, { ...place, fields: { roles: ['champion', 'influencer'] } });
  await ana.edit(editMember, { ...place, fields: { status: 'inactive' } });
  await shared();
  expect(await ben.see('member', grace)).toMatchObject({
    stance: 'sceptic',
    external: true,
    roles: ['champion', 'influencer'],
    status: 'inactive',
  });
  await ben.edit(editMember, { ...place, fields: { stance: null } });
  expect(await ben.see('member', grace)).not.toHaveProperty('stance');
});

test('[G2] a member’s roles changed unseen by a colleague are a conflict', async () => {
  await ana.edit(editMember, { ...place, fields: { roles: ['user'] } });
  await ben.edit(acceptSuggestion, { ...place, role: 'influencer' });
  await shared();
  expect(await ben.unresolved()).toMatchObject([{ result: { status: 'conflict' } }]);
});

test('an empty seat has an assignee, a date and a note, until all are taken back', async () => {
  const seatId = 'learning-ratifier';
  const seat = { opportunityId, seatId };
  const plan = seatPlanId(opportunityId, seatId);
  await ana.edit(planSeat, { ...seat, fields: { assigneeId: 'ben', due: '2026-12-15' } });
  await ana.edit(planSeat, { ...seat, fields: { note: 'Ask Samuel who signs.' } });
  await shared();
  expect(await ben.see('seatPlan', plan)).toMatchObject({
    assigneeId: 'ben',
    due: '2026-12-15',
    note: 'Ask Samuel who signs.',
  });
  await ben.edit(planSeat, { ...seat, fields: { assigneeId: null, due: null, note: null } });
  expect(await ben.see('seatPlan', plan)).toBeUndefined();
});

test('a user’s word on an interest is kept with its evidence, and can be left to the touches again', async () => {
  const id = interestId(contactId, 'talent');
  const about = { contactId, solutionId: 'talent' };
  await ana.edit(setInterest, { ...about, level: 'shown', evidence: ['acme-learning-t1'] });
  await shared();
  expect(await ben.see('interest', id)).toMatchObject({
    level: 'shown',
    evidence: ['acme-learning-t1'],
    by: 'ana',
  });
  await ben.edit(setInterest, { ...about, level: null, evidence: [] });
  await ben.sync();
  await ana.sync();
  expect(await ana.see('interest', id)).toBeUndefined();
});

test('marketers and admins keep the catalogue; it names solutions that are there', async () => {
  const mia = await here.client('mia');
  await mia.sync();
  const asset = Asset.parse({ id: 'playbook', name: 'Playbook', solutionIds: ['talent'] });
  await expect(ana.edit(createAsset, { asset })).rejects.toMatchObject({ code: 'notAllowed' });
  await mia.edit(createAsset, { asset });
  const fields = { keys: ['PB-2026'], solutionIds: ['talent', 'learning'] };
  await mia.edit(editAsset, { assetId: 'playbook', fields });
  await expect(
    mia.edit(editAsset, { assetId: 'playbook', fields: { solutionIds: ['nothing'] } }),
  ).rejects.toMatchObject({ code: 'gone' });
  await mia.sync();
  await ana.sync();
  expect(await ana.see('asset', 'playbook')).toMatchObject({ name: 'Playbook', ...fields });
  await mia.edit(removeAsset, { assetId: 'playbook' });
  await mia.sync();
  expect(await mia.unresolved()).toEqual([]);
});
