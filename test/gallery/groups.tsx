/** The buying groups of one account side by side: few, awkward and very many. */
import type { ReactNode } from 'react';
import type { Contact } from '#lib/model/records/contact.ts';
import type { DecisionView, Moment } from '#lib/panel/view.ts';
import { accountOf } from './accounts.tsx';
import { show } from './decisions.tsx';
import {
  analytics,
  contact,
  daysAgo,
  decision,
  everybody,
  knownAccount,
  learning,
  member,
  operations,
  talent,
  touch,
} from './world.ts';

/** A company whose groups are looked at, with the ways to open what they show. */
export const groupsMoment = (decisions: DecisionView[], people: Contact[]): Moment => ({
  ...{ at: 'account', url: 'https://acme.example', unread: [], people: [] },
  seen: { name: 'ACME', domains: ['acme.example'] },
  account: knownAccount(),
  decisions,
  detail: { ...accountOf([], []), contacts: new Map(people.map((one) => [one.id, one])) },
});
const groups = (decisions: DecisionView[], people: Contact[]) =>
  show(undefined, { moment: groupsMoment(decisions, people), onVisit: () => {} });

const gone = contact({ id: 'gone', name: 'Ida Falk', left: '2026-10-01' });
const ines = contact({ id: 'ines', name: 'Ines Duarte', title: 'Head of Legal' });
const staff = [...everybody, gone, ines];
const touches = [
  touch(['mara'], { channel: 'meeting' }),
  touch(['kim']),
  touch(['li'], { direction: 'inbound', at: daysAgo(40) }),
];

/** Who is in several, potential, out of it, of another firm, or gone; one decision lacks nobody. */
export const groupsOfThree: DecisionView[] = [
  decision(
    talent,
    [
      member('talent-deal', 'mara', ['champion', 'influencer']),
      member('talent-deal', 'kim', ['decision_maker']),
      member('talent-deal', 'sam', [], { status: 'potential' }),
      member('talent-deal', 'gone', ['user']),
    ],
    { stageId: 'pipeline' },
    staff,
    touches,
  ),
  decision(
    operations,
    [
      member('operations-deal', 'li', ['champion', 'evaluator'], { external: true }),
      member('operations-deal', 'mara', ['user'], { status: 'inactive' }),
    ],
    { stageId: 'engaged' },
    staff,
    touches,
  ),
  decision(
    { ...learning, profile: learning.profile.slice(0, 1) },
    [member('learning-deal', 'kim', ['champion'])],
    { stageId: 'detected' },
    staff,
    touches,
  ),
];

const names = ['Ana', 'Bo', 'Chen', 'Dara', 'Emil'];
const crowd: Contact[] = Array.from({ length: 40 }, (_, at) =>
  contact({ id: `crowd-${at}`, name: `${names[at % 5]} Novak ${at + 1}`, title: 'Recruiter' }),
);
const roles = ['champion', 'decision_maker', 'user', 'evaluator', 'executive_sponsor'] as const;
/** Sixty decisions over 25 people, each in many of them. */
export const groupsOfSixty = Array.from({ length: 60 }, (_, at) =>
  decision(
    { ...(at % 2 ? talent : operations), id: `s${at}`, name: `Solution ${at + 1}` },
    crowd
      .slice(0, 25)
      .filter((_, who) => (who + at) % 4 === 0)
      .map(({ id }, who) => member(`s${at}-deal`, id, [roles[(who + at) % 5] ?? 'user'])),
    {},
    crowd,
  ),
);

const long = contact({
  id: 'long',
  name: 'Maximiliane von und zu Hohenstein-Wittgenstein '.repeat(6),
});
const arabic = contact({ id: 'arabic', name: 'فاطمة الزهراء بنت عبد الرحمن' });
const awkward = [long, arabic];

export const groupStates: Record<string, () => ReactNode> = {
  'account-groups': () => groups(groupsOfThree, staff),
  'account-groups-two': () => groups(groupsOfThree.slice(0, 2), staff),
  'account-groups-60': () => groups(groupsOfSixty, crowd),
  'account-groups-awkward': () =>
    groups(
      [
        decision(
          { ...talent, name: 'Personalgewinnungs- und Talententwicklungsplattform 🎓' },
          [
            member('talent-deal', 'long', [...roles]),
            member('talent-deal', 'arabic', ['champion']),
            member('talent-deal', 'nobody', ['user']),
          ],
          {},
          awkward,
        ),
        decision(analytics, [], {}, awkward),
        decision(operations, [], { stageId: 'pipeline' }, awkward),
      ],
      awkward,
    ),
  'account-groups-empty': () => groups([decision(talent, []), decision(learning, [])], []),
};
