/** People and companies: made twice, corrected, moved, with addresses that change hands. */
import { known } from '../ids.ts';
import type { Drawn } from './draw.ts';

const emails = ['x@acme.example', 'y@acme.example'] as const;
const domains = ['initech.example', 'hooli.example'] as const;

export const peopleCalls: readonly Drawn[] = [
  [
    4,
    ({ chance, tag, names }) => {
      const [id, accountId] = [`c-${tag}`, known(chance, names, 'accounts')];
      names.contacts.push(id);
      const reached = chance.chance(0.6) ? [chance.pick(emails)] : [];
      const contact = { id, accountId, name: `Person ${tag}`, emails: reached, sources: {} };
      return { name: 'contact.create@1', args: { contact, accountId } };
    },
  ],
  [
    3,
    ({ chance, tag, names }) => ({
      name: 'contact.edit@1',
      args: {
        contactId: known(chance, names, 'contacts'),
        fields: { title: `Title ${tag}` },
      },
    }),
  ],
  [
    3,
    ({ chance, tag, names }) => ({
      name: 'contact.edit@2',
      args: {
        contactId: known(chance, names, 'contacts'),
        fields: chance.chance(0.5) ? { headline: `Head ${tag}` } : {},
        emails: {
          add: emails.filter(() => chance.chance(0.3)),
          remove: emails.filter(() => chance.chance(0.3)),
        },
      },
    }),
  ],
  [
    1,
    ({ chance, names }) => ({
      name: 'contact.left@1',
      args: {
        contactId: known(chance, names, 'contacts'),
        left: chance.chance(0.3) ? null : '2026-09-01T00:00:00.000Z',
      },
    }),
  ],
  [
    1.5,
    ({ chance, tag, names }) => {
      const [contactId, accountId] = [
        known(chance, names, 'contacts'),
        known(chance, names, 'accounts'),
      ];
      const id = `c-${tag}`;
      names.contacts.push(id);
      names.moves.push({ contactId, movedId: id });
      // The runner gives them the addresses that the writer sees.
      const contact = { id, accountId, name: `Moved ${tag}`, emails: [], sources: {} };
      const args = { contactId, accountId, contact, left: '2026-09-01T00:00:00.000Z' };
      return { name: 'contact.move@1', args };
    },
  ],
  [
    0.7,
    ({ chance, names }) => {
      const [last] = names.moves.slice(-1 - chance.below(2));
      const { contactId, movedId } = last ?? { contactId: 'kim', movedId: 'lee' };
      const args = { contactId, movedId, created: movedId, left: null, keys: { emails: [] } };
      return { name: 'contact.unmove@1', args };
    },
  ],
  [
    0.7,
    ({ chance, names }) => ({
      name: 'contact.remove@1',
      args: { contactId: known(chance, names, 'contacts') },
    }),
  ],
  [
    2,
    ({ chance, tag, names }) => {
      const id = `a-${tag}`;
      names.accounts.push(id);
      const account = { id, name: `Company ${tag}`, domains: [chance.pick(domains)] };
      return { name: 'account.create@1', args: { account } };
    },
  ],
  [
    1.5,
    ({ chance, tag, names }) => ({
      name: 'account.edit@1',
      args: {
        accountId: known(chance, names, 'accounts'),
        fields: { name: `Renamed ${tag}` },
        domains: {
          add: domains.filter(() => chance.chance(0.2)),
          remove: domains.filter(() => chance.chance(0.2)),
        },
      },
    }),
  ],
  [
    0.5,
    ({ chance, names }) => ({
      name: 'account.remove@1',
      args: { accountId: known(chance, names, 'accounts') },
    }),
  ],
];
