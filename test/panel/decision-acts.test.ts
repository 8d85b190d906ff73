import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { call } from '#lib/model/mutation.ts';
import { editMember } from '#lib/model/mutations/member.ts';
import type { Member } from '#lib/model/records/member.ts';
import { type BuyingRole, buyingRoles, MemberStatus, Stance } from '#lib/model/vocabulary.ts';
import { createActs } from '#lib/panel/acts.ts';
import { decisionDetail } from '#lib/panel/decision.ts';
import { createUndo } from '#lib/panel/undo.ts';
import type { DecisionDetail } from '#lib/panel/view.ts';
import { EditRejectedError } from '#lib/store/failure.ts';
import { all } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import { acme, cache, deal, see } from '#test/store/cache.ts';
import { now } from './pages.ts';

let store: Store;
let acts: ReturnType<typeof createActs>;

const detail = async (): Promise<DecisionDetail> =>
  (await decisionDetail(store.db, 'deal', now)) ?? expect.fail('The decision is gone.');
const listed = async () => {
  const contact = (await see(store, 'contact', 'dana')) ?? expect.fail('Dana is gone.');
  const account = { is: 'known' as const, account: acme, by: 'acme.example' };
  return {
    seen: { emails: [] },
    match: { is: 'known' as const, contact, by: 'dana', elsewhere: false },
    account,
  };
};
const dana = async (): Promise<Member> =>
  (await see(store, 'member', 'deal.dana')) ?? expect.fail('Dana is no member.');

beforeEach(async () => {
  store = await cache();
  const undo = createUndo();
  acts = createActs({ store, undo, nudge: () => {}, userId: 'ana', team: 'sales', now: () => now });
  const seat = { opportunityId: 'deal', contactId: 'dana', roles: ['user'], status: 'potential' };
  await store.edit([{ name: 'opportunity.addMember@1', args: seat }]);
});

test('a move back keeps its reason, and undo says that it is one', async () => {
  await expect(acts.setStage(deal, 'engaged')).rejects.toThrow(EditRejectedError);
  await acts.setStage(deal, 'engaged', 'No budget');
  expect((await detail()).transitions).toMatchObject([{ to: 'engaged', reason: 'No budget' }]);
  await acts.undo();
  expect(await see(store, 'opportunity', 'deal')).toMatchObject({ stageId: 'qualified' });
  const moved = await detail();
  expect(moved.transitions.map(({ to, reason }) => [to, reason])).toContainEqual([
    'qualified',
    'Undone',
  ]);
  await acts.setStage(moved.decision.opportunity, 'pipeline');
  await acts.undo();
  expect(await see(store, 'opportunity', 'deal')).toMatchObject({ stageId: 'qualified' });
});

test('terms change together, only where they differ, and undo gives the former ones back', async () => {
  await acts.setTerms(deal, { amount: 5000, currency: 'EUR', closeDate: '2027-01-31' });
  const { decision, transitions } = await detail();
  expect(decision.opportunity).toMatchObject({ amount: 5000, closeDate: '2027-01-31' });
  expect(transitions).toHaveLength(2);
  await acts.setTerms(decision.opportunity, {
    amount: 5000,
    currency: 'EUR',
    closeDate: '2027-01-31',
  });
  expect((await detail()).transitions).toHaveLength(2);
  await acts.undo();
  expect((await detail()).decision.opportunity).not.toHaveProperty('amount');
  expect((await detail()).decision.opportunity).not.toHaveProperty('closeDate');
});

test('what a member is changes field by field, and undo gives all of it back', async () => {
  await acts.editMember(await dana(), { stance: 'mentor', external: true, status: 'inactive' });
  expect(await dana()).toMatchObject({ stance: 'mentor', external: true, status: 'inactive' });
  await acts.undo();
  expect(await dana()).toMatchObject({ external: false, status: 'potential', roles: ['user'] });
  expect(await dana()).not.toHaveProperty('stance');
});

/** A member as anybody may have left them: what is said of each role, and what is asked. */
const memberFields = fc
  .record({
    status: fc.constantFrom(...MemberStatus.options),
    stance: fc.option(fc.constantFrom(...Stance.options)),
    external: fc.boolean(),
    of: fc.array(fc.constantFrom('silent', 'has', 'suggested', 'declined'), {
      ...{ minLength: buyingRoles.length, maxLength: buyingRoles.length },
    }),
  })
  .map(({ of, ...fields }) => {
    const which = (is: string) => buyingRoles.filter((_, at) => of[at] === is);
    const because = [{ fact: 'emptySeat' as const }];
    const suggested = which('suggested').map((role) => ({ role, likelihood: 0.7, because }));
    return { ...fields, suggested, roles: which('has'), declined: which('declined') };
  });
const doings = (role: BuyingRole): Record<string, (member: Member) => Promise<void>> => ({
  attach: async (member) => acts.attach(await listed(), member.opportunityId, [role]),
  detach: ({ opportunityId, contactId }) => acts.detach(opportunityId, contactId),
  roles: (member) => acts.editMember(member, { roles: [role] }),
  stance: (member) => acts.editMember(member, { stance: 'opponent', external: true }),
  accept: (member) => acts.acceptRole(member, role),
  decline: (member) => acts.declineRole(member, role),
  inactive: (member) => acts.setInactive([member]),
});

test('whatever was done to a member, undo leaves nothing of it, and no question answered', async () => {
  const role = fc.constantFrom(...buyingRoles);
  const what = fc.constantFrom(...Object.keys(doings('user')));
  await fc.assert(
    fc.asyncProperty(memberFields, role, what, async (fields, role, what) => {
      const place = { opportunityId: 'deal', contactId: 'dana' };
      await store.edit([call(editMember, { ...place, fields })]);
      const before = await dana();
      await doings(role)[what]?.(before);
      await acts.undo();
      expect(await dana()).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

test('undo leaves what somebody else said of the member meanwhile', async () => {
  await acts.editMember(await dana(), { stance: 'mentor' });
  const status = { opportunityId: 'deal', contactId: 'dana', fields: { status: 'inactive' } };
  await store.edit([{ name: editMember.name, args: status }]);
  await acts.undo();
  expect(await dana()).toMatchObject({ status: 'inactive' });
  expect(await dana()).not.toHaveProperty('stance');
});

test('somebody taken out comes back with stance and all', async () => {
  await acts.editMember(await dana(), { stance: 'sceptic', external: true });
  await acts.detach('deal', 'dana');
  await acts.undo();
  expect(await dana()).toMatchObject({ stance: 'sceptic', external: true, status: 'potential' });
});

test('an accepted role confirms the member, and undo leaves them as they were', async () => {
  await acts.acceptRole(await dana(), 'champion');
  expect(await dana()).toMatchObject({ status: 'confirmed', roles: ['user', 'champion'] });
  await acts.undo();
  expect(await dana()).toMatchObject({ status: 'potential', roles: ['user'] });
});

test('a declined role is offered no more, and after undo it may be again', async () => {
  await acts.declineRole(await dana(), 'champion');
  expect(await dana()).toMatchObject({ declined: ['champion'], roles: ['user'] });
  await acts.undo();
  expect(await dana()).not.toHaveProperty('declined');
  expect(await dana()).toMatchObject({ roles: ['user'], status: 'potential' });
});

test('a seat is planned, planned anew, and undo goes back plan by plan', async () => {
  await acts.planSeat('deal', 's2', { assigneeId: 'ana', due: '2026-12-01', note: null });
  await acts.planSeat('deal', 's2', { assigneeId: null, due: '2026-12-01', note: 'Ask Dana' });
  expect((await detail()).plans.get('s2')).toMatchObject({ due: '2026-12-01', note: 'Ask Dana' });
  await acts.undo();
  expect((await detail()).plans.get('s2')).toMatchObject({ assigneeId: 'ana' });
  await acts.undo();
  expect((await detail()).plans.size).toBe(0);
});

test('a noted call is the user’s, speaks of the solution, counts at once, and can be taken back', async () => {
  const at = new Date(now).toISOString();
  expect((await detail()).members).toMatchObject([{ engagement: 'dark' }]);
  await acts.logTouch(deal, { channel: 'call', at, title: 'Budget', contactIds: ['dana'] });
  expect(await all(store.db, 'touch')).toMatchObject([
    { accountId: 'acme', team: 'sales', actorId: 'ana', solutionIds: ['talent'], title: 'Budget' },
  ]);
  expect((await detail()).members).toMatchObject([{ engagement: 'active' }]);
  expect((await detail()).journey.map(({ kind }) => kind)).toContain('touch');
  await acts.undo();
  expect(await all(store.db, 'touch')).toEqual([]);
});

test('what a user says of an interest stands above the touches, and undo leaves it to them again', async () => {
  await acts.sayInterest('dana', 'talent', 'strong');
  expect((await detail()).interests).toMatchObject([
    {
      solution: { id: 'talent' },
      people: [{ contact: { id: 'dana' }, level: 'strong', by: 'ana' }],
    },
  ]);
  await acts.undo();
  expect((await detail()).interests).toMatchObject([
    { people: [{ contact: { id: 'dana' }, level: 'none' }] },
  ]);
});

test('a decision that is not there has nothing to show', async () => {
  expect(await decisionDetail(store.db, 'nowhere', now)).toBeNull();
});
