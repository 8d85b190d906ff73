/** One person on the wire: everything that is kept of them, and what erasing them did. */
import { z } from 'zod';
import { Id, ShortText } from '../model/fields.ts';
import { Contact } from '../model/records/contact.ts';
import { Interest } from '../model/records/interest.ts';
import { Member } from '../model/records/member.ts';
import { Touch } from '../model/records/touch.ts';
import { KindName } from './sync.ts';

const Named = z.object({ id: Id, name: z.string() });

/**
 * A text somebody wrote in which the person's name or address stands. No program can know all of them, and none
 * rewrites them: this is a search, for a person to read.
 */
export const MentionView = z.object({
  kind: KindName,
  id: Id,
  field: z.string(),
  text: z.string(),
  account: Named.optional(),
});
export type MentionView = z.infer<typeof MentionView>;

/** Most mentions that are told. */
export const mentionsLimit = 100;

/** `sources` in each record say where its fields came from. `history` is oldest first. */
export const ContactExport = z.object({
  at: z.iso.datetime(),
  contact: Contact,
  account: Named,
  /** Ids under which the person was known before they were found to be one. */
  aliases: z.array(Id),
  memberships: z.array(Member.extend({ solution: z.string() })),
  interests: z.array(Interest.extend({ solution: z.string() })),
  touches: z.array(Touch),
  signals: z.array(
    z.object({ source: z.string(), id: z.string(), at: z.iso.datetime(), result: z.unknown() }),
  ),
  history: z.array(
    z.object({
      at: z.iso.datetime(),
      by: z.string().nullable(),
      mutation: z.string().nullable(),
      kind: KindName,
      id: Id,
      /** `*` is the whole record, made or deleted. */
      field: z.string(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
  mentions: z.array(MentionView),
});
export type ContactExport = z.infer<typeof ContactExport>;

/** `exclude`: put them on the do-not-record list as well. */
export const EraseQuery = z.object({
  exclude: z.enum(['true', 'false']).default('false'),
  reason: ShortText.optional(),
});

/** How much went, and what of the name is left in texts. `excluded`: they are on the do-not-record list now. */
export const EraseAnswer = z.object({
  memberships: z.number().int(),
  interests: z.number().int(),
  /** These stay on the account's journey, without anybody. */
  touches: z.number().int(),
  history: z.number().int(),
  signals: z.number().int(),
  excluded: z.boolean(),
  mentions: z.array(MentionView),
});
export type EraseAnswer = z.infer<typeof EraseAnswer>;
