/** How the transitions of a decision come about: one with every change of its stage or terms. */
import type { MutationContext } from './mutation.ts';
import type { Opportunity } from './records/opportunity.ts';
import type { Terms, Transition } from './records/transition.ts';

export const termsOf = ({ amount, currency, closeDate }: Opportunity): Terms => ({
  ...(amount !== undefined && { amount }),
  ...(currency !== undefined && { currency }),
  ...(closeDate !== undefined && { closeDate }),
});

/** The transition between two states of one decision; `before` absent: it was made, `after` absent: taken out again. */
export function transition(
  id: string,
  before: Opportunity | undefined,
  after: Opportunity | undefined,
  { by, at }: Pick<MutationContext, 'by' | 'at'>,
  reason?: string,
): Transition {
  const there = after ?? before;
  if (!there) throw new TypeError('A transition needs a decision.');
  return {
    id,
    accountId: there.accountId,
    opportunityId: there.id,
    solutionId: there.solutionId,
    ...(there.ownerId && { ownerId: there.ownerId }),
    ...(before && { from: before.stageId }),
    ...(after && { to: after.stageId }),
    at,
    by,
    before: before ? termsOf(before) : {},
    after: after ? termsOf(after) : {},
    ...(reason && { reason }),
  };
}

/** A decision is made and taken out once, so these two follow from its id. */
export const createdId = (opportunityId: string): string => `${opportunityId}.created`;
/** A stage is taken out once, so a decision leaves it in that way once. */
export const leftId = (opportunityId: string, stageId: string): string =>
  `${opportunityId}.left.${stageId}`;
export const removedId = (opportunityId: string): string => `${opportunityId}.removed`;
