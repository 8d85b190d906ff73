import { z } from 'zod';
import {
  Email,
  Id,
  Instant,
  Name,
  OtherKeys,
  Provenances,
  ShortText,
  Slug,
  Tags,
} from '../fields.ts';

/** A person at exactly one account. The persona is not stored: it follows from the title. */
export const Contact = z.object({
  id: Id,
  accountId: Id,
  name: Name,
  emails: z.array(Email).max(20).default([]),
  linkedin: Slug.optional(),
  salesNavigator: z.string().max(200).optional(),
  title: ShortText.optional(),
  headline: ShortText.optional(),
  location: ShortText.optional(),
  tags: Tags.optional(),
  otherKeys: OtherKeys.optional(),
  /** When they left the account. */
  left: Instant.optional(),
  /** The contact this person was at the employer before. */
  formerId: Id.optional(),
  sources: Provenances.default({}),
});
export type Contact = z.infer<typeof Contact>;
