import { z } from 'zod';
import { Id } from '../fields.ts';
import { defineMutation, put, rejected, remove } from '../mutation.ts';
import { Contact } from '../records/contact.ts';
import { saidBy } from '../sources.ts';

/** A new person at an account. Under a key somebody already has, this becomes that person (see `adopt`). */
export const createContact = defineMutation(
  'contact.create@1',
  z.object({ contact: Contact, accountId: Id }),
  {
    refs: { accountId: 'account' },
    reads: ({ contact, accountId }) => [
      ['account', accountId],
      ['contact', contact.id],
    ],
    run: ({ contact, accountId }, reader) => {
      if (!reader.get('account', accountId)) return rejected('gone', 'The account is gone.');
      if (reader.get('contact', contact.id)) return rejected('invalid', 'This id is in use.');
      return { changes: [put('contact', { ...contact, accountId })] };
    },
  },
);

const editable = Contact.pick({
  name: true,
  title: true,
  headline: true,
  location: true,
}).partial();

/** Changes the named fields and notes the user as their source. */
export const editContact = defineMutation(
  'contact.edit@1',
  z.object({ contactId: Id, fields: editable }),
  {
    refs: { contactId: 'contact' },
    reads: ({ contactId }) => [['contact', contactId]],
    run: ({ contactId, fields }, reader, { by, at }) => {
      const contact = reader.get('contact', contactId);
      if (!contact) return rejected('gone', 'The contact was deleted.');
      const sources = saidBy(contact.sources, Object.keys(fields), { by, at });
      return { changes: [put('contact', { ...contact, ...fields, sources })] };
    },
  },
);

/**
 * Takes a person out of the workspace's people; used to undo a creation. `created` is the id they were created
 * under: if they became somebody who was there before, undoing removes nobody.
 */
export const removeContact = defineMutation(
  'contact.remove@1',
  z.object({ contactId: Id, created: Id.optional() }),
  {
    refs: { contactId: 'contact' },
    reads: ({ contactId }) => [['contact', contactId]],
    run: ({ contactId, created = contactId }, reader) => {
      if (created !== contactId) return { changes: [] };
      return reader.get('contact', contactId)
        ? { changes: [remove('contact', contactId)] }
        : rejected('gone', 'The contact was deleted already.');
    },
  },
);
