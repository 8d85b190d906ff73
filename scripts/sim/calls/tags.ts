/** Tags of several records at once, in spellings that are the same tag. */
import { known } from '../ids.ts';
import type { Draw, Drawn } from './draw.ts';

const spellings = ['Webinar', 'webinár', 'VIP', 'vip', 'Beta'] as const;
const some = ({ chance }: Draw) => [
  ...new Set(Array.from({ length: 1 + chance.below(2) }, () => chance.pick(spellings))),
];
const several = ({ chance, names }: Draw, of: 'contacts' | 'accounts') => [
  ...new Set(Array.from({ length: 1 + chance.below(3) }, () => known(chance, names, of))),
];

export const tagCalls: readonly Drawn[] = [
  [
    3,
    (of) => ({
      name: 'contact.tag@1',
      args: { contactIds: several(of, 'contacts'), tags: some(of) },
    }),
  ],
  [
    1.5,
    (of) => ({
      name: 'contact.untag@1',
      args: { contactIds: several(of, 'contacts'), tags: some(of) },
    }),
  ],
  [
    1,
    (of) => ({
      name: 'account.tag@1',
      args: { accountIds: several(of, 'accounts'), tags: some(of) },
    }),
  ],
  [
    0.7,
    (of) => ({
      name: 'account.untag@1',
      args: { accountIds: several(of, 'accounts'), tags: some(of) },
    }),
  ],
];
