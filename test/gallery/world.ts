/** Invented companies and people for component tests and the gallery, put together by the same rules as the real ones. */
import { coverage, type Group, gaps, quorum, seats } from '#lib/model/coverage.ts';
import type { SeenPerson } from '#lib/model/detection.ts';
import type { AccountMatch, PersonMatch } from '#lib/model/match.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import { type Member, memberId } from '#lib/model/records/member.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import type { PlayStep } from '#lib/model/records/play-step.ts';
import type { Seat, Solution } from '#lib/model/records/solution.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import { placeView } from '#lib/panel/place.ts';
import type { Acts, DecisionView, PersonView } from '#lib/panel/view.ts';

export const now = Date.parse('2026-11-22T09:00:00.000Z');
const day = 86_400_000;
export const daysAgo = (days: number): string => new Date(now - days * day).toISOString();
const stages = [...defaultStages];

export const account = (fields: Partial<Account> & { id: string; name: string }): Account => ({
  domains: [],
  target: false,
  placeholder: false,
  sources: {},
  ...fields,
});

export const contact = (fields: Partial<Contact> & { id: string; name: string }): Contact => ({
  accountId: 'acme',
  emails: [],
  sources: {},
  ...fields,
});

const seat = (id: string, role: BuyingRole, more: Partial<Seat> = {}): Seat => ({
  id,
  role,
  count: 1,
  weight: 1,
  personas: [],
  ...more,
});

export const acme = account({ id: 'acme', name: 'ACME', domains: ['acme.example'], target: true });

export const talent: Solution = {
  id: 'talent',
  name: 'Talent Management',
  profile: [
    seat('t1', 'champion', { weight: 2 }),
    seat('t2', 'decision_maker', { weight: 2 }),
    seat('t3', 'economic_buyer', { byStage: 'pipeline' }),
    seat('t4', 'user', { count: 2 }),
    seat('t5', 'ratifier', { byStage: 'qualified' }),
  ],
  play: [
    {
      id: 'ts1',
      title: 'First talk with a likely champion',
      team: 'sales_development',
      dueInDays: 7,
    },
    { id: 'ts2', title: 'Invite them to an event', team: 'marketing', dueInDays: 14 },
    { id: 'ts3', title: 'Workshop on hiring', team: 'sales', dueInDays: 30, stage: 'prioritized' },
  ],
};
export const operations: Solution = {
  id: 'operations',
  name: 'HR Operations',
  profile: [
    seat('o1', 'champion'),
    seat('o2', 'decision_maker'),
    seat('o3', 'evaluator', { count: 2 }),
    seat('o4', 'ratifier', { byStage: 'pipeline' }),
  ],
};
export const learning: Solution = {
  id: 'learning',
  name: 'Learning',
  profile: [seat('l1', 'champion'), seat('l2', 'executive_sponsor', { byStage: 'pipeline' })],
};
export const analytics: Solution = { id: 'analytics', name: 'Workforce Analytics', profile: [] };
export const solutions = [talent, operations, learning, analytics];

export const mara = contact({
  id: 'mara',
  name: 'Mara Ott',
  title: 'VP Human Resources',
  emails: ['mara.ott@acme.example'],
});
export const li = contact({
  id: 'li',
  name: 'Li Wei',
  title: 'HR Business Partner',
  emails: ['li.wei@acme.example'],
});
export const kim = contact({
  id: 'kim',
  name: 'Kim Adeyemi',
  title: 'Chief People Officer',
  emails: ['kim@acme.example'],
});
export const sam = contact({
  id: 'sam',
  name: 'Sam Rossi',
  title: 'Recruiter',
  emails: ['sam.rossi@acme.example'],
});
export const jo = contact({
  id: 'jo',
  name: 'Jo Park',
  title: 'Head of Procurement',
  linkedin: 'jo-park',
  emails: ['jo.park@acme.example'],
});
export const everybody = [mara, li, kim, sam, jo];

export const member = (
  opportunityId: string,
  contactId: string,
  roles: BuyingRole[],
  more: Partial<Member> = {},
): Member => ({
  id: memberId(opportunityId, contactId),
  accountId: 'acme',
  opportunityId,
  contactId,
  status: 'confirmed',
  roles,
  external: false,
  ...more,
});

export const touch = (contactIds: string[], more: Partial<Touch> = {}): Touch => ({
  id: `touch-${contactIds.join('-')}-${more.channel ?? 'email'}`,
  accountId: 'acme',
  team: 'sales',
  channel: 'email',
  direction: 'outbound',
  at: daysAgo(5),
  solutionIds: [],
  contactIds,
  ...more,
});
const touches = [
  touch(['mara'], { channel: 'meeting' }),
  touch(['kim']),
  touch(['li'], { direction: 'inbound', at: daysAgo(12) }),
];

/** One decision, its figures computed as the panel's are. */
export function decision(
  solution: Solution,
  members: Member[],
  fields: Partial<Opportunity> = {},
  people: Contact[] = everybody,
  seen: Touch[] = touches,
  play: PlayStep[] = [],
): DecisionView {
  const opportunity: Opportunity = {
    id: `${solution.id}-deal`,
    accountId: 'acme',
    solutionId: solution.id,
    stageId: 'qualified',
    stageSince: daysAgo(12),
    type: 'new_business',
    ...fields,
  };
  const group: Group = {
    opportunity,
    profile: solution.profile,
    members,
    touches: seen,
    stages,
    now,
  };
  const stage = stages.find(({ id }) => id === opportunity.stageId) ?? defaultStages[0];
  if (!stage) throw new Error('There are no stages.');
  return {
    opportunity,
    solution,
    stage,
    stages,
    group,
    seats: seats(group),
    coverage: coverage(group),
    quorum: quorum(group),
    gaps: gaps(group),
    play,
    people: new Map(people.map((person) => [person.id, person])),
  };
}

export const talentDeal = decision(
  talent,
  [
    member('talent-deal', 'mara', ['champion']),
    member('talent-deal', 'kim', ['decision_maker']),
    member('talent-deal', 'sam', ['user']),
  ],
  { amount: 120_000, currency: 'EUR', closeDate: '2027-03-12' },
);
export const operationsDeal = decision(
  operations,
  [
    member('operations-deal', 'li', ['champion', 'evaluator']),
    member('operations-deal', 'kim', ['decision_maker']),
    member('operations-deal', 'jo', ['ratifier']),
  ],
  { stageId: 'engaged', stageSince: daysAgo(3), amount: 48_500, currency: 'EUR' },
);
export const learningDeal = decision(learning, [member('learning-deal', 'mara', ['champion'])], {
  stageId: 'detected',
  stageSince: daysAgo(41),
});
export const deals = [talentDeal, operationsDeal, learningDeal];

export const knownAccount = (it: Account = acme): AccountMatch => ({
  is: 'known',
  account: it,
  by: `domain:${it.domains[0] ?? it.id}`,
});

/** Somebody known, seen on a page. */
export function known(
  person: Contact,
  views: DecisionView[] = deals,
  elsewhere = false,
): PersonView {
  const seen: SeenPerson = { name: person.name, title: person.title, emails: person.emails };
  const match: PersonMatch = { is: 'known', contact: person, by: 'user', elsewhere };
  return {
    seen,
    match,
    seenAccount: { name: 'ACME', domains: ['acme.example'] },
    account: knownAccount(),
    places: views.map((view) => placeView(view, { seen, match }, [])),
  };
}

/** Somebody seen whom nobody recorded. */
export function stranger(
  seen: Partial<SeenPerson>,
  views: DecisionView[] = deals,
  match: PersonMatch = { is: 'new' },
  at: AccountMatch = knownAccount(),
): PersonView {
  const whole: SeenPerson = { emails: [], ...seen };
  return {
    seen: whole,
    match,
    ...(seen.company && { seenAccount: { name: seen.company, domains: [] } }),
    account: at,
    places: views.map((view) => placeView(view, { seen: whole, match }, [])),
  };
}

export const idle: Acts = {
  attach: async () => {},
  attachMany: async () => {},
  tagPeople: async () => {},
  detach: async () => {},
  addPerson: async () => {},
  addAccount: async () => {},
  addDecision: async () => {},
  setStage: async () => {},
  setTerms: async () => {},
  editMember: async () => {},
  acceptRole: async () => {},
  declineRole: async () => {},
  planSeat: async () => {},
  logTouch: async () => {},
  routeTouch: async () => {},
  sayInterest: async () => {},
  addStep: async () => {},
  editStep: async () => {},
  setStepState: async () => {},
  removeStep: async () => {},
  orderSteps: async () => {},
  applyPlay: async () => {},
  addNote: async () => {},
  editNote: async () => {},
  removeNote: async () => {},
  editNextSteps: async () => {},
  tagMany: async () => {},
  tagAccount: async () => {},
  changeContact: async () => {},
  changeAccount: async () => {},
  setLeft: async () => {},
  merge: async () => {},
  takeApart: async () => {},
  setInactive: async () => {},
  moveOn: async () => {},
  keepMine: async () => {},
  rewrite: async () => {},
  discard: async () => {},
  undoEdit: async () => {},
  undo: async () => {},
};
