/**
 * What a page showed: the only thing a content script ever says.
 * A field that is not certain is absent; a page that is not certain yields `null`, never a guess.
 */
import { z } from 'zod';
import { storable } from './fields.ts';

const text = (max: number) => z.string().overwrite(storable).trim().min(1).max(max);

/** `linkedin` is the slug of `/in/<slug>`, lower case and decoded; `salesNavigator` the opaque id of `/sales/lead/<id>`. */
export const SeenPerson = z.object({
  name: text(300).optional(),
  headline: text(1000).optional(),
  title: text(1000).optional(),
  company: text(300).optional(),
  location: text(300).optional(),
  linkedin: text(200).optional(),
  salesNavigator: text(200).optional(),
  emails: z.array(text(320)).max(20).default([]),
});
export type SeenPerson = z.infer<typeof SeenPerson>;

/** `linkedin` is the slug of `/company/<slug>`; `domains` are registrable domains, e.g. `acme.co.uk`. */
export const SeenAccount = z.object({
  name: text(300).optional(),
  linkedin: text(200).optional(),
  domains: z.array(text(253)).max(20).default([]),
  website: text(2000).optional(),
});
export type SeenAccount = z.infer<typeof SeenAccount>;

export const ThreadPerson = SeenPerson.extend({ part: z.enum(['from', 'to', 'cc', 'bcc']) });
export type ThreadPerson = z.infer<typeof ThreadPerson>;

const seenAt = { site: text(60), url: text(4000) };

export const Detection = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    ...seenAt,
    person: SeenPerson,
    account: SeenAccount.optional(),
  }),
  z.object({
    kind: z.literal('account'),
    ...seenAt,
    account: SeenAccount,
    people: z.array(SeenPerson).max(200).optional(),
  }),
  z.object({ kind: z.literal('people'), ...seenAt, people: z.array(SeenPerson).max(200) }),
  z.object({
    kind: z.literal('thread'),
    ...seenAt,
    people: z.array(ThreadPerson).max(200),
    composing: z.boolean(),
  }),
]);
export type Detection = z.infer<typeof Detection>;
