import { z } from 'zod';
import { Id, Instant, LongText } from '../fields.ts';

/** What somebody wrote down about a decision. `at` is when; a change of its text keeps who made it and when. */
export const Note = z.object({
  id: Id,
  accountId: Id,
  opportunityId: Id,
  text: LongText,
  by: Id,
  at: Instant,
  editedAt: Instant.optional(),
  editedBy: Id.optional(),
});
export type Note = z.infer<typeof Note>;
