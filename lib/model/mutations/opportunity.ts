import { z } from 'zod';
import { Id } from '../fields.ts';
import { defineMutation, put, rejected, remove } from '../mutation.ts';
import { Opportunity } from '../records/opportunity.ts';

/** A new decision in motion: one solution at one account. */
export const createOpportunity = defineMutation(
  'opportunity.create@1',
  z.object({ opportunity: Opportunity, accountId: Id }),
  {
    refs: { accountId: 'account' },
    reads: ({ opportunity, accountId }) => [
      ['account', accountId],
      ['opportunity', opportunity.id],
      ['solution', opportunity.solutionId],
      ['stage', opportunity.stageId],
    ],
    run: ({ opportunity, accountId }, reader) => {
      if (!reader.get('account', accountId)) return rejected('gone', 'The account is gone.');
      if (!reader.get('solution', opportunity.solutionId))
        return rejected('gone', 'The solution is gone.');
      if (!reader.get('stage', opportunity.stageId)) return rejected('gone', 'The stage is gone.');
      if (reader.get('opportunity', opportunity.id))
        return rejected('invalid', 'This id is in use.');
      return { changes: [put('opportunity', { ...opportunity, accountId })] };
    },
  },
);

/** Moves the decision to another stage, if the present one allows it. The stage is guarded. */
export const setStage = defineMutation(
  'opportunity.setStage@1',
  z.object({ opportunityId: Id, stageId: Id, fromStageId: Id }),
  {
    refs: { opportunityId: 'opportunity' },
    reads: ({ opportunityId, stageId, fromStageId }) => [
      ['opportunity', opportunityId],
      ['stage', fromStageId],
      ['stage', stageId],
    ],
    run: ({ opportunityId, stageId, fromStageId }, reader, { at }) => {
      const opportunity = reader.get('opportunity', opportunityId);
      if (!opportunity) return rejected('gone', 'The decision was deleted.');
      const to = reader.get('stage', stageId);
      if (!to) return rejected('gone', 'The stage is gone.');
      if (opportunity.stageId === stageId) return { changes: [] };
      const from = reader.get('stage', fromStageId);
      if (opportunity.stageId === fromStageId && from && !from.next.includes(stageId))
        return rejected('invalid', `“${from.label}” does not lead to “${to.label}”.`);
      return { changes: [put('opportunity', { ...opportunity, stageId, stageSince: at })] };
    },
  },
);

/** Takes a decision out again; used to undo its creation. Refused while anybody is in its buying group (see `inUse`). */
export const removeOpportunity = defineMutation(
  'opportunity.remove@1',
  z.object({ opportunityId: Id }),
  {
    refs: { opportunityId: 'opportunity' },
    reads: ({ opportunityId }) => [['opportunity', opportunityId]],
    run: ({ opportunityId }, reader) =>
      reader.get('opportunity', opportunityId)
        ? { changes: [remove('opportunity', opportunityId)] }
        : rejected('gone', 'The decision was deleted already.'),
  },
);
