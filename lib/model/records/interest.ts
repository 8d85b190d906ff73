import { z } from 'zod';
import { Id, Instant } from '../fields.ts';
import { InterestLevel } from '../vocabulary.ts';

/** How much a contact cares for a solution. With `by` a user said so; without it follows from touches (`interest.ts`). */
export const Interest = z.object({
  id: Id,
  accountId: Id,
  contactId: Id,
  solutionId: Id,
  level: InterestLevel,
  /** The touches that show it, newest first. */
  evidence: z.array(Id).max(20).default([]),
  by: Id.optional(),
  at: Instant,
});
export type Interest = z.infer<typeof Interest>;

/** One contact has one interest in one solution. */
export const interestId = (contactId: string, solutionId: string): string =>
  `${contactId}.${solutionId}`;
