/** A person who changed employers: who they were stays with the old account, who they are is a new contact. */
import { z } from 'zod';
import { Id, Instant } from '../fields.ts';
import { defineMutation, put, rejected, remove } from '../mutation.ts';
import { Contact } from '../records/contact.ts';
import { saidBy, withFields } from '../sources.ts';

/**
 * Marks a contact as left and makes them anew at another account. The keys that the new contact names (LinkedIn slug,
 * Sales Navigator id, addresses) are theirs from now on, with what else they are known by; name, title, seats and touches stay with the one they were.
 */
export const moveContact = defineMutation(
  'contact.move@1',
  z.object({ contactId: Id, accountId: Id, contact: Contact, left: Instant }),
  {
    refs: { contactId: 'contact', accountId: 'account' },
    reads: ({ contactId, accountId, contact }) => [
      ['account', accountId],
      ['contact', contactId],
      ['contact', contact.id],
    ],
    run: ({ contactId, accountId, contact, left }, reader, context) => {
      const former = reader.get('contact', contactId);
      if (!former) return rejected('gone', 'The contact was deleted.');
      if (!reader.get('account', accountId)) return rejected('gone', 'The account is gone.');
      if (reader.get('contact', contact.id)) return rejected('invalid', 'This id is in use.');
      if (former.accountId === accountId)
        return rejected('invalid', 'The contact is at this account already.');
      const kept = withFields(former, {
        left: former.left ?? left,
        linkedin: former.linkedin === contact.linkedin ? null : former.linkedin,
        salesNavigator:
          former.salesNavigator === contact.salesNavigator ? null : former.salesNavigator,
        emails: former.emails.filter((email) => !contact.emails.includes(email)),
        otherKeys: null,
      });
      const { otherKeys } = former;
      const moved = { ...contact, accountId, formerId: contactId, ...(otherKeys && { otherKeys }) };
      const sources = saidBy(former.sources, former.left ? [] : ['left'], context);
      return {
        changes: [put('contact', { ...kept, sources }), put('contact', moved)],
      };
    },
  },
);

const Keys = Contact.pick({ linkedin: true, salesNavigator: true, emails: true });

/**
 * Takes a move back: the keys return to the one they were, the new contact goes. Refused while anything hangs on the
 * new one (see `inUse`). `created` is the id they were made under: if that became somebody else, nothing happens.
 * `left` and `keys` are what the former contact had.
 */
export const unmoveContact = defineMutation(
  'contact.unmove@1',
  z.object({ contactId: Id, movedId: Id, created: Id, left: Instant.nullable(), keys: Keys }),
  {
    refs: { contactId: 'contact', movedId: 'contact' },
    reads: ({ contactId, movedId }) => [
      ['contact', contactId],
      ['contact', movedId],
    ],
    run: ({ contactId, movedId, created, left, keys }, reader, context) => {
      if (created !== movedId) return { changes: [] };
      const former = reader.get('contact', contactId);
      const moved = reader.get('contact', movedId);
      if (!former || !moved) return rejected('gone', 'This was taken back already.');
      const back = withFields(former, {
        left,
        linkedin: former.linkedin ?? keys.linkedin,
        salesNavigator: former.salesNavigator ?? keys.salesNavigator,
        emails: [...new Set([...former.emails, ...keys.emails])].slice(0, 20),
        otherKeys: former.otherKeys ?? moved.otherKeys,
      });
      const sources = saidBy(former.sources, ['left'], context);
      return { changes: [remove('contact', movedId), put('contact', { ...back, sources })] };
    },
  },
);
