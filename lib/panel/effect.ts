/** What an act would do to the coverage of a decision, told before it is done. */
import { type Coverage, coverage, type Group } from '#lib/model/coverage.ts';
import { type Call, type Change, put } from '#lib/model/mutation.ts';
import { afterCalls } from '#lib/model/preview.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import type { TouchFields } from './act-fields.ts';
import { edited, noted, routed, seated } from './decision-calls.ts';
import type { RouteTo } from './route-acts.ts';
import type { DecisionDetail, DecisionView, PlaceView } from './view.ts';

export interface Effect {
  /** The decision's, by name. */
  solution: string;
  before: Coverage | null;
  after: Coverage | null;
}

/** By trying these edits on the decision as it is shown. `beside`: see `afterCalls`. */
export function effectOf(
  { solution, group, coverage: before }: DecisionView,
  calls: readonly Call[],
  beside: readonly Change[] = [],
): Effect {
  return { solution: solution.name, before, after: coverage(afterCalls(group, calls, beside)) };
}

/** In each decision that somebody is not out of: setting them inactive there. */
export const effectsOfLeaving = (places: readonly PlaceView[]): Effect[] =>
  places.flatMap(({ decision, member }) =>
    member && member.status !== 'inactive'
      ? [effectOf(decision, [edited(member, { status: 'inactive' })])]
      : [],
  );

/** Of noting a contact, as of that moment: it may be later than the figures are. */
export function effectOfTouch(
  { decision, account }: Pick<DecisionDetail, 'decision' | 'account'>,
  touch: TouchFields,
): Effect {
  const group = { ...decision.group, now: Math.max(decision.group.now, Date.parse(touch.at)) };
  const call = noted({ id: 'tried', team: 'sales', userId: 'tried' }, group.opportunity, touch);
  const then = { ...decision, group, coverage: coverage(group) };
  return effectOf(then, [call], [put('account', account)]);
}

/** Of routing a touch: it counts there, and in the others no more, if it was theirs for naming no solution. */
export function effectsOfRouting(
  touch: Touch,
  to: RouteTo,
  open: readonly DecisionView[],
): Effect[] {
  const [first] = open;
  const target =
    'solutionId' in to
      ? first && { ...first.opportunity, id: 'tried', solutionId: to.solutionId }
      : open.find(({ opportunity }) => opportunity.id === to.opportunityId)?.opportunity;
  if (!target) return [];
  const call = routed(touch.id, target.id);
  return open.map((decision) => effectOf(decision, [call], [put('opportunity', target)]));
}

/** The group once this person sits in it in these roles. */
export const withSeat = (group: Group, contact: Contact, roles: BuyingRole[]): Group =>
  afterCalls(
    group,
    [seated({ opportunityId: group.opportunity.id, contactId: contact.id }, roles)],
    [put('contact', contact)],
  );

/** Stands for somebody who is not on record yet. */
export const newcomer = (id: string, { accountId }: Pick<Member, 'accountId'>): Contact => ({
  id,
  accountId,
  name: '',
  emails: [],
  sources: {},
});
