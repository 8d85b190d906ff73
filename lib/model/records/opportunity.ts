import { z } from 'zod';
import { Currency, Day, Id, Instant, LongText } from '../fields.ts';
import { OpportunityType, Team } from '../vocabulary.ts';

/** The container: account x solution. `stageSince` is the server's time of the last stage transition. */
export const Opportunity = z.object({
  id: Id,
  accountId: Id,
  solutionId: Id,
  stageId: Id,
  stageSince: Instant.optional(),
  /** The touch of the signal that told of it; absent, a person made it. */
  detectedBy: Id.optional(),
  type: OpportunityType.default('new_business'),
  amount: z.number().nonnegative().max(1e15).optional(),
  currency: Currency.optional(),
  closeDate: Day.optional(),
  ownerId: Id.optional(),
  team: Team.optional(),
  nextSteps: LongText.optional(),
  notes: LongText.optional(),
});
export type Opportunity = z.infer<typeof Opportunity>;
