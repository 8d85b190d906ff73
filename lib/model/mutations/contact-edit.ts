/** Correcting what is on record of a person. */
import { z } from 'zod';
import { Email, Id } from '../fields.ts';
import { defineMutation, put, rejected } from '../mutation.ts';
import { Contact } from '../records/contact.ts';
import { changed, saidBy, withFields } from '../sources.ts';

const { name, title, headline, location, linkedin, left } = Contact.shape;

/** `null` takes a field away. */
export const ContactFields = z
  .object({
    name,
    title: title.unwrap().nullable(),
    headline: headline.unwrap().nullable(),
    location: location.unwrap().nullable(),
    linkedin: linkedin.unwrap().nullable(),
  })
  .partial();
export type ContactFields = z.infer<typeof ContactFields>;

const emails = z.object({ add: z.array(Email).max(20), remove: z.array(Email).max(20) });

/** Changes the named fields, adds and removes addresses, and notes the user as their source. */
export const changeContact = defineMutation(
  'contact.edit@2',
  z.object({ contactId: Id, fields: ContactFields, emails: emails.optional() }),
  {
    refs: { contactId: 'contact' },
    reads: ({ contactId }) => [['contact', contactId]],
    run: ({ contactId, fields, emails }, reader, context) => {
      const contact = reader.get('contact', contactId);
      if (!contact) return rejected('gone', 'The contact was deleted.');
      const said = [...Object.keys(fields), ...(emails ? ['emails'] : [])];
      const sources = saidBy(contact.sources, said, context);
      const listed = emails ? changed(contact.emails, emails) : contact.emails;
      return {
        changes: [put('contact', { ...withFields(contact, fields), emails: listed, sources })],
      };
    },
  },
);

/** The person left the account, then; `null` takes that back. */
export const contactLeft = defineMutation(
  'contact.left@1',
  z.object({ contactId: Id, left: left.unwrap().nullable() }),
  {
    refs: { contactId: 'contact' },
    reads: ({ contactId }) => [['contact', contactId]],
    run: ({ contactId, left }, reader, context) => {
      const contact = reader.get('contact', contactId);
      if (!contact) return rejected('gone', 'The contact was deleted.');
      const sources = saidBy(contact.sources, ['left'], context);
      return { changes: [put('contact', { ...withFields(contact, { left }), sources })] };
    },
  },
);
