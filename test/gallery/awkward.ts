import type { Contact } from '#lib/model/records/contact.ts';
import { contact, decision, member, operations, talent } from './world.ts';

export const long = `${'Maximiliane Eleonore von und zu Hohenstein-Wittgenstein '.repeat(6)}`.slice(
  0,
  300,
);
export const arabic = contact({
  id: 'arabic',
  name: 'فاطمة الزهراء بنت عبد الرحمن',
  title: 'مديرة الموارد البشرية',
});
export const hebrew = contact({ id: 'hebrew', name: 'נועה בן־דוד', title: 'VP People' });

export const crowd: Contact[] = Array.from({ length: 25 }, (_, at) =>
  contact({
    id: `crowd-${at}`,
    name: `${['Ana', 'Bo', 'Chen', 'Dara', 'Emil'][at % 5]} ${['Novak', 'Osei', 'Petit', 'Quist', 'Ruiz'][(at * 3) % 5]} ${at + 1}`,
    title: 'Recruiter',
  }),
);
export const crowded = decision(
  {
    ...talent,
    id: 'crowd',
    profile: [
      ...talent.profile.slice(0, 3),
      ...talent.profile
        .slice(3)
        .map((seat) => (seat.role === 'user' ? { ...seat, count: 20 } : seat)),
    ],
  },
  crowd.map((person, at) =>
    member(
      'crowd-deal',
      person.id,
      at < 3 ? ['champion'] : at < 5 ? ['influencer'] : at === 5 ? [] : ['user'],
    ),
  ),
  {},
  crowd,
);
export const awkward = decision(
  {
    ...talent,
    id: 'awkward',
    name: 'Ein Angebot mit einem wirklich sehr langen Namen, das in keine Zeile passt 🎓',
  },
  [
    member('awkward-deal', 'arabic', ['champion']),
    member('awkward-deal', 'hebrew', ['decision_maker']),
    member('awkward-deal', 'long', ['user']),
  ],
  {
    amount: 1_234_567_890,
    currency: 'JPY',
    closeDate: '2027-12-31',
    stageSince: '2024-01-01T00:00:00.000Z',
  },
  [arabic, hebrew, contact({ id: 'long', name: long })],
);
export const sixty = Array.from({ length: 60 }, (_, at) => {
  const solution = {
    ...(at % 2 ? talent : operations),
    id: `solution-${at}`,
    name: `${at % 2 ? 'Talent' : 'Operations'} ${at + 1}`,
  };
  return decision(
    solution,
    [member(`solution-${at}-deal`, at === 7 ? 'jo' : 'kim', ['decision_maker'])],
    {
      stageId: ['detected', 'engaged', 'prioritized', 'qualified'][at % 4] ?? 'engaged',
    },
  );
});
