/** An opened decision in its states, with an invented year behind it. */
import { type ReactNode, useEffect, useState } from 'react';
import type { PanelProps } from '#components/panel.tsx';
import { journey } from '#lib/model/journey.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { Note } from '#lib/model/records/note.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import type { PlayStep } from '#lib/model/records/play-step.ts';
import type { SeatPlan } from '#lib/model/records/seat-plan.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import type { User } from '#lib/model/records/user.ts';
import { journeyOf, membersOf } from '#lib/panel/decision.ts';
import { interestsAt } from '#lib/panel/interests.ts';
import type { DecisionDetail, JourneyGround } from '#lib/panel/view.ts';
import { doorOf } from './door.ts';
import { panelOf } from './panel.tsx';
import {
  acme,
  analytics,
  contact,
  daysAgo,
  deals,
  decision,
  everybody,
  jo,
  known,
  knownAccount,
  member,
  now,
  solutions,
  stranger,
  talent,
  touch,
} from './world.ts';

export const users: User[] = [
  { id: 'ana', name: 'Ana Lima', email: 'ana@quorum.example', team: 'sales' },
  { id: 'bo', name: 'Bo Chen', email: 'bo@quorum.example', team: 'sales_development' },
  { id: 'cleo', name: 'Cleo Marsh', email: 'cleo@quorum.example', team: 'marketing' },
];

export const moved = (
  days: number,
  from?: string,
  to?: string,
  more: Partial<Transition> = {},
) => ({
  ...{ id: `moved-${days}`, accountId: 'acme', opportunityId: 'talent-deal', solutionId: 'talent' },
  ...(from && { from }),
  ...(to && { to }),
  ...{ at: daysAgo(days), by: 'ana', before: {}, after: {}, ...more },
});
export const year: Transition[] = [
  moved(285, undefined, 'detected', { by: 'bo' }),
  moved(240, 'detected', 'engaged', { by: 'bo' }),
  moved(150, 'engaged', 'prioritized'),
  moved(121, 'prioritized', 'engaged', { reason: 'Their budget was frozen until autumn' }),
  moved(60, 'engaged', 'prioritized'),
  moved(30, 'prioritized', 'prioritized', {
    before: { amount: 80_000, currency: 'EUR' },
    after: { amount: 120_000, currency: 'EUR' },
  }),
  moved(12, 'prioritized', 'qualified'),
];

export const marketing = (days: number, contactIds: string[], more: Partial<Touch>): Touch =>
  touch(contactIds, {
    id: `m-${days}-${contactIds.join('-')}`,
    team: 'marketing',
    direction: 'inbound',
    at: daysAgo(days),
    solutionIds: ['talent'],
    ...more,
  });
const sales = (days: number, contactIds: string[], more: Partial<Touch>): Touch =>
  touch(contactIds, {
    id: `s-${days}-${contactIds.join('-')}`,
    at: daysAgo(days),
    actorId: 'ana',
    solutionIds: ['talent'],
    ...more,
  });
const visit = (days: number): Touch =>
  marketing(days, [], { channel: 'web', title: 'Pricing of Talent Management' });
export const touchesOfAYear: Touch[] = [
  ...[288, 287, 231, 198, 104, 99, 41, 40, 9].map(visit),
  marketing(285, ['mara'], { channel: 'event', title: 'Webinar: Hiring without guesswork' }),
  marketing(262, ['mara'], { channel: 'content', title: 'White paper: Recruiting in 2026' }),
  marketing(170, ['kim'], { channel: 'email', direction: 'outbound', title: 'Newsletter May' }),
  marketing(112, ['li'], { channel: 'content', title: 'Case: Globex hires in half the time' }),
  marketing(37, ['kim', 'mara'], { channel: 'event', title: 'Round table in Lisbon' }),
  sales(244, ['mara'], { channel: 'email' }),
  sales(241, ['mara'], { channel: 'email', direction: 'inbound', title: 'Happy to talk' }),
  sales(232, ['mara'], { channel: 'call', title: 'What hurts in hiring today', actorId: 'bo' }),
  sales(151, ['mara', 'kim'], { channel: 'meeting', title: 'First demo' }),
  sales(96, ['kim'], { channel: 'email' }),
  sales(58, ['sam'], { channel: 'call' }),
  sales(33, ['kim', 'sam', 'mara'], { channel: 'meeting', title: 'Workshop on site' }),
  sales(6, ['mara'], { channel: 'email' }),
];

const plans: SeatPlan[] = [
  {
    ...{ id: 'p1', accountId: 'acme', opportunityId: 'talent-deal', seatId: 't5' },
    ...{ assigneeId: 'bo', due: '2026-11-18', note: 'Mara knows who signs for procurement.' },
  },
];

const step = (order: number, title: string, more: Partial<PlayStep>): PlayStep => ({
  ...{ id: `step-${order}`, accountId: 'acme', opportunityId: 'talent-deal', title, order },
  ...{ team: 'sales', state: 'open' },
  ...more,
});
export const steps: PlayStep[] = [
  step(0, 'Workshop on hiring', { ownerId: 'ana', state: 'done', endedAt: daysAgo(33) }),
  step(1, 'Send our benchmark to Kim', { team: 'marketing', ownerId: 'cleo', due: '2026-11-18' }),
  step(2, 'Find who signs for procurement', {
    ...{ team: 'sales_development', ownerId: 'bo', due: '2026-11-30' },
  }),
  step(3, 'Round table in Berlin', { team: 'marketing', state: 'dropped', endedAt: daysAgo(9) }),
  step(4, 'Executive sponsor call', {}),
];
const note = (days: number, by: string, text: string, more: Partial<Note> = {}): Note => ({
  ...{ id: `note-${days}`, accountId: 'acme', opportunityId: 'talent-deal', by, text },
  ...{ at: daysAgo(days), ...more },
});
export const notes: Note[] = [
  note(2, 'ana', 'Kim wants a fixed price over three years.\nAsk Globex for a reference call.'),
  note(19, 'bo', 'Mara forwards everything to Kim.', { editedAt: daysAgo(3), editedBy: 'ana' }),
];

interface Made {
  solution?: Solution;
  members?: Member[];
  fields?: Partial<Opportunity>;
  touches?: Touch[];
  transitions?: Transition[];
  people?: typeof everybody;
  plans?: SeatPlan[];
  play?: PlayStep[];
  notes?: Note[];
}

/** What a journey of ACME is told with. */
export const ground = (
  touches: readonly Touch[],
  people: typeof everybody = everybody,
  transitions = year,
): JourneyGround => ({
  account: acme,
  journey: journey(touches, transitions),
  unrouted: touches.filter(({ unrouted }) => unrouted !== undefined),
  open: deals,
  contacts: new Map(people.map((person) => [person.id, person])),
  users,
  solutions,
  stages: [...defaultStages],
  now,
  whole: true,
});

/** One decision opened, put together by the panel's own rules. */
export function opened(made: Made = {}): DecisionDetail {
  const people = made.people ?? everybody;
  const touches = made.touches ?? touchesOfAYear;
  const view = decision(
    made.solution ?? talent,
    made.members ?? [
      member('talent-deal', 'mara', ['champion'], { stance: 'supporter' }),
      member('talent-deal', 'kim', ['decision_maker'], { stance: 'neutral' }),
      member('talent-deal', 'sam', ['user']),
      member('talent-deal', 'jo', [], { status: 'potential' }),
      member('talent-deal', 'li', ['user'], { status: 'inactive', external: true }),
    ],
    {
      ...{ amount: 120_000, currency: 'EUR', closeDate: '2027-03-12' },
      nextSteps: 'Send Kim a three-year price.\nAsk who signs for procurement.',
      ...made.fields,
    },
    people,
    touches,
    made.play ?? steps,
  );
  const contacts = new Map(people.map((person) => [person.id, person]));
  const transitions = made.transitions ?? year;
  return {
    ...ground(touches, people),
    decision: view,
    members: membersOf(view, contacts),
    plans: new Map((made.plans ?? plans).map((plan) => [plan.seatId, plan])),
    notes: made.notes ?? notes,
    transitions,
    journey: journeyOf(view, view.group.touches, transitions),
    interests: interestsAt(solutions, people, [], touches, now, view),
  };
}

const fresh = opened({
  members: [],
  touches: [],
  plans: [],
  play: [],
  notes: [],
  transitions: [moved(0, undefined, 'detected')],
  fields: {
    nextSteps: undefined,
    stageId: 'detected',
    stageSince: daysAgo(0),
    amount: undefined,
    closeDate: undefined,
  },
});
const lost = opened({
  transitions: [...year, moved(1, 'qualified', 'lost', { reason: 'Chose Initech for its price' })],
  fields: { stageId: 'lost', stageSince: daysAgo(1) },
});
const crowd = Array.from({ length: 25 }, (_, at) =>
  contact({
    id: `c${at}`,
    name: at === 3 ? 'Maximiliane Eleonore von und zu Hohenstein '.repeat(7) : `Person ${at + 1}`,
    title: 'Recruiter',
  }),
);
const crowded = opened({
  people: crowd,
  members: crowd.map(({ id }) => member('talent-deal', id, ['user'])),
  touches: Array.from({ length: 400 }, (_, at) =>
    (at % 3 ? sales : marketing)((at * 37) % 360, [`c${at % 25}`], {
      id: `many-${at}`,
      channel: at % 2 ? 'email' : 'web',
    }),
  ),
});
const bare = opened({
  solution: analytics,
  members: [member('analytics-deal', 'mara', ['champion'])],
  touches: [],
  transitions: [],
  plans: [],
});

export const show = (detail: DecisionDetail | undefined, more: Partial<PanelProps> = {}) =>
  panelOf(
    { at: 'person', url: 'https://www.linkedin.com/in/jo', unread: [], person: known(jo) },
    {
      ...(detail && { opened: detail }),
      ...{ history: doorOf(), onOpenDecision: () => {} },
      ...more,
    },
  );

const dana: PanelProps['moment'] = {
  ...{ at: 'person', url: 'https://www.linkedin.com/in/dana', unread: [] },
  person: stranger({ name: 'Dana Cole-Montgomery', title: 'Head of Procurement', emails: [] }),
};

/** Somebody else's page came while the decision stood open. */
function Elsewhere() {
  const [moved, move] = useState(false);
  useEffect(() => move(true), []);
  return show(opened(), moved ? { moment: dana } : {});
}

export const decisionStates: Record<string, () => ReactNode> = {
  decision: () => show(opened()),
  'decision-page-changed': () => <Elsewhere />,
  'decision-way-in': () => show(undefined),
  'decision-way-in-many': () => {
    const many = Array.from({ length: 6 }, (_, at) =>
      decision({ ...talent, id: `s${at}`, name: `Talent ${at + 1}` }, []),
    );
    return show(undefined, {
      moment: {
        ...{ at: 'account', url: 'https://acme.example', unread: [], people: [] },
        seen: { name: 'ACME', domains: ['acme.example'] },
        account: knownAccount(),
        decisions: many,
      },
    });
  },
  'decision-fresh': () => show(fresh),
  'decision-lost': () => show(lost),
  'decision-crowded': () => show(crowded),
  'decision-play-long': () =>
    show(
      opened({
        play: [
          step(0, 'Eine wirklich sehr lange Aufgabe, die in keine Zeile passt '.repeat(4), {
            ...{ due: '2024-01-02', ownerId: 'gone' },
          }),
          step(1, 'إرسال العرض إلى المدير', { team: 'customer_success', due: '2026-12-24' }),
        ],
        notes: [note(1, 'cleo', 'Ein langer Satz ohne Ende '.repeat(60))],
        fields: { nextSteps: 'Vertragsentwurf '.repeat(40) },
      }),
    ),
  'decision-no-profile': () => show(bare),
};
