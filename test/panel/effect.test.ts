/** What each act says that it will do to coverage, beside what it then did. */
import { beforeEach, expect, test } from 'vitest';
import { coverage } from '#lib/model/coverage.ts';
import { call } from '#lib/model/mutation.ts';
import { contactLeft } from '#lib/model/mutations/contact-edit.ts';
import { createOpportunity } from '#lib/model/mutations/opportunity.ts';
import { logTouch } from '#lib/model/mutations/touch.ts';
import { afterCalls } from '#lib/model/preview.ts';
import { Opportunity } from '#lib/model/records/opportunity.ts';
import { Touch } from '#lib/model/records/touch.ts';
import { Accounts } from '#lib/panel/accounts.ts';
import { createActs } from '#lib/panel/acts.ts';
import { decisionDetail } from '#lib/panel/decision.ts';
import { accepted, edited, takenOut } from '#lib/panel/decision-calls.ts';
import {
  type Effect,
  effectOf,
  effectOfTouch,
  effectsOfLeaving,
  effectsOfRouting,
} from '#lib/panel/effect.ts';
import { recordView } from '#lib/panel/people.ts';
import { createUndo } from '#lib/panel/undo.ts';
import type { DecisionDetail } from '#lib/panel/view.ts';
import type { Store } from '#lib/store/store.ts';
import { add, attach, cache, page, see, talent, told } from '#test/store/cache.ts';
import { moment, now } from './pages.ts';

let store: Store;
let acts: ReturnType<typeof createActs>;

const detail = async (at = now): Promise<DecisionDetail> =>
  (await decisionDetail(store.db, 'deal', at)) ?? expect.fail('The decision is gone.');
const memberOf = ({ members }: DecisionDetail, id: string) =>
  members.find(({ member }) => member.contactId === id)?.member ?? expect.fail(`No member ${id}.`);

beforeEach(async () => {
  store = await cache();
  acts = createActs({
    ...{ store, undo: createUndo(), nudge: () => {}, userId: 'ana', team: 'sales' },
    now: () => now,
  });
  await store.edit([
    add('eve'),
    add('kim'),
    attach('dana', 'champion'),
    attach('eve', 'champion', 'ratifier'),
    {
      name: 'opportunity.addMember@1',
      args: { opportunityId: 'deal', contactId: 'kim', roles: [], status: 'potential' },
    },
  ]);
  const { decision } = await detail();
  await acts.logTouch(decision.opportunity, {
    ...{ channel: 'meeting', at: new Date(now - 86_400_000).toISOString(), title: '' },
    contactIds: ['eve'],
  });
});

const onRecord = async (id: string) =>
  recordView(
    new Accounts(store.db, now),
    (await see(store, 'contact', id)) ?? expect.fail(`There is no ${id}.`),
  );

const kept = async ({ before, after }: Effect, act: () => Promise<void>) => {
  expect((await detail()).decision.coverage).toEqual(before);
  await act();
  expect((await detail()).decision.coverage).toEqual(after);
  return { before, after };
};

test('setting somebody inactive, and active again', async () => {
  const view = await detail();
  const eve = memberOf(view, 'eve');
  const out = effectOf(view.decision, [edited(eve, { status: 'inactive' })]);
  await kept(out, () => acts.setInactive([eve]));
  expect(out.after).toEqual({ known: 0.5, engaged: 0, twoWay: 0 });

  const now = await detail();
  const back = effectOf(now.decision, [edited(memberOf(now, 'eve'), { status: 'confirmed' })]);
  await kept(back, () => acts.editMember(memberOf(now, 'eve'), { status: 'confirmed' }));
  expect(back.after).toEqual({ known: 1, engaged: 1, twoWay: 1 });
});

test('taking somebody out', async () => {
  const view = await detail();
  const effect = effectOf(view.decision, [takenOut(memberOf(view, 'eve'))]);
  await kept(effect, () => acts.detach('deal', 'eve'));
  expect(effect.after).toEqual({ known: 0.5, engaged: 0, twoWay: 0 });
});

test('another role, which may fill a seat and leave another', async () => {
  const view = await detail();
  const eve = memberOf(view, 'eve');
  const effect = effectOf(view.decision, [edited(eve, { roles: ['champion'] })]);
  await kept(effect, () => acts.editMember(eve, { roles: ['champion'] }));
  expect(effect.after).toEqual({ known: 0.5, engaged: 0.5, twoWay: 0.5 });
});

test('a suggested role that is accepted', async () => {
  await acts.detach('deal', 'eve');
  const view = await detail();
  const kim = memberOf(view, 'kim');
  const effect = effectOf(view.decision, [accepted(kim, 'ratifier')]);
  await kept(effect, () => acts.acceptRole(kim, 'ratifier'));
  expect(effect).toMatchObject({ before: { known: 0.5 }, after: { known: 1 } });
});

test('attaching somebody known, confirming somebody potential, and adding somebody new', async () => {
  await acts.detach('deal', 'eve');
  const noa = async () =>
    (
      await moment(store, 'person', {
        kind: 'person',
        person: { emails: [], name: 'Noa Levi' },
        account: { name: 'ACME', domains: ['acme.example'] },
      })
    ).person;
  for (const [who, roles] of [
    [() => onRecord('eve'), ['ratifier']],
    [() => onRecord('kim'), ['champion']],
    [noa, ['ratifier', 'champion']],
  ] as const) {
    const person = await who();
    const place = person.places[0] ?? expect.fail('No place.');
    const after = place.preview([...roles]);
    const effect = { solution: '', before: place.decision.coverage, after };
    await kept(effect, () => acts.attach(person, 'deal', [...roles]));
  }
  expect((await detail()).decision.coverage).toEqual({ known: 1, engaged: 0.5, twoWay: 0.5 });
});

test('somebody who left: noting it changes nothing, setting them inactive does in each decision', async () => {
  const at = new Date(now).toISOString();
  const { decision } = await detail();
  const left = call(contactLeft, { contactId: 'eve', left: at });
  expect(coverage(afterCalls(decision.group, [left]))).toEqual(decision.coverage);
  await acts.setLeft('eve', at);
  const person = await onRecord('eve');
  const [effect, ...others] = effectsOfLeaving(person.places);
  expect(others).toEqual([]);
  await kept(effect ?? expect.fail('No effect.'), () =>
    acts.setInactive(person.places.flatMap(({ member }) => member ?? [])),
  );
  expect(effect?.after).toEqual({ known: 0.5, engaged: 0, twoWay: 0 });
});

test('a contact that is noted, as of the moment it is noted', async () => {
  const later = now + 60_000;
  const view = await detail();
  const touch = {
    ...({ channel: 'email', direction: 'outbound', title: '' } as const),
    ...{ at: new Date(later).toISOString(), contactIds: ['dana'] },
  };
  const mail = effectOfTouch(view, touch);
  expect(mail.after).toEqual(mail.before);
  await acts.editMember(memberOf(view, 'eve'), { roles: ['ratifier'] });
  const now2 = await detail();
  const effect = effectOfTouch(now2, touch);
  await acts.logTouch(now2.decision.opportunity, touch);
  expect((await detail(later)).decision.coverage).toEqual(effect.after);
  expect(effect).toMatchObject({
    before: { engaged: 0.5, twoWay: 0.5 },
    after: { engaged: 1, twoWay: 0.5 },
  });
});

test('a touch that is routed counts in that decision, and in the others no more', async () => {
  const learning = { ...talent, id: 'learning', name: 'Learning' };
  await store.apply(page({ puts: [told('solution', learning, 5)] }));
  await store.edit([
    call(createOpportunity, {
      accountId: 'acme',
      opportunity: Opportunity.parse({
        ...{ id: 'deal2', accountId: 'acme', solutionId: 'learning', stageId: 'engaged' },
      }),
    }),
    call(logTouch, {
      ...{ accountId: 'acme', contactIds: ['dana'] },
      touch: Touch.omit({ accountId: true, contactIds: true }).parse({
        ...{ id: 'open', team: 'marketing', channel: 'web', solutionIds: [] },
        ...{ at: new Date(now - 1000).toISOString(), unrouted: 'noSolution' },
      }),
    }),
    attach('eve', 'ratifier'),
  ]);
  const { open, unrouted } = await detail();
  const touch = unrouted[0] ?? expect.fail('Nothing is unrouted.');
  const elsewhere = effectsOfRouting(touch, { opportunityId: 'deal2' }, open);
  const begun = effectsOfRouting(touch, { solutionId: 'other' }, open);
  expect(begun).toEqual(elsewhere);
  const stays = effectsOfRouting(touch, { opportunityId: 'deal' }, open);
  expect(stays.map(({ before, after }) => [before, after])).toEqual(
    stays.map(({ before }) => [before, before]),
  );
  await acts.routeTouch(touch, { opportunityId: 'deal2' });
  const now2 = await detail();
  expect(elsewhere.find(({ solution }) => solution === 'Talent')).toMatchObject({
    before: { engaged: 1 },
    after: now2.decision.coverage,
  });
  expect(now2.decision.coverage).toMatchObject({ engaged: 0.5 });
});

test('what would be refused changes nothing', async () => {
  const { decision } = await detail();
  const nobody = { opportunityId: 'deal', contactId: 'nobody' };
  const effect = effectOf(decision, [takenOut(nobody), accepted(nobody, 'champion')]);
  expect(effect.after).toEqual(effect.before);
});
