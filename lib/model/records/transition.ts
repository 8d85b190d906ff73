import { z } from 'zod';
import { Currency, Day, Id, Instant, ShortText } from '../fields.ts';

/** What a decision was worth, and when it was to close. */
export const Terms = z.object({
  amount: z.number().nonnegative().max(1e15).optional(),
  currency: Currency.optional(),
  closeDate: Day.optional(),
});
export type Terms = z.infer<typeof Terms>;

/**
 * One step of a decision's way through the stages, written beside the change and never edited or deleted.
 * Without `from` the decision was made, without `to` taken out again; with both alike its terms changed.
 * It repeats solution and owner, so that the figures follow from transitions alone.
 */
export const Transition = z.object({
  id: Id,
  accountId: Id,
  opportunityId: Id,
  solutionId: Id,
  ownerId: Id.optional(),
  from: Id.optional(),
  to: Id.optional(),
  at: Instant,
  by: Id,
  before: Terms,
  after: Terms,
  reason: ShortText.optional(),
});
export type Transition = z.infer<typeof Transition>;
