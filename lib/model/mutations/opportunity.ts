import { z } from 'zod';
import { Id } from '../fields.ts';
import { defineMutation, put, rejected, remove } from '../mutation.ts';
import { Opportunity } from '../records/opportunity.ts';
import { createdId, removedId, transition } from '../transition.ts';

export { setStage } from './stage-move.ts';

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
      ['transition', createdId(opportunity.id)],
    ],
    run: ({ opportunity, accountId }, reader, context) => {
      if (!reader.get('account', accountId)) return rejected('gone', 'The account is gone.');
      const solution = reader.get('solution', opportunity.solutionId);
      if (!solution) return rejected('gone', 'The solution is gone.');
      if (solution.hidden) return rejected('invalid', `“${solution.name}” takes no new decisions.`);
      if (!reader.get('stage', opportunity.stageId)) return rejected('gone', 'The stage is gone.');
      const createdAs = createdId(opportunity.id);
      if (reader.get('opportunity', opportunity.id) || reader.get('transition', createdAs))
        return rejected('invalid', 'This id is in use.');
      const made = { ...opportunity, accountId, stageSince: context.at };
      const told = transition(createdAs, undefined, made, context);
      return { changes: [put('opportunity', made), put('transition', told)] };
    },
  },
);

/** Takes a decision out again; used to undo its creation. Refused while anybody is in its buying group (see `inUse`). */
export const removeOpportunity = defineMutation(
  'opportunity.remove@1',
  z.object({ opportunityId: Id }),
  {
    refs: { opportunityId: 'opportunity' },
    reads: ({ opportunityId }) => [
      ['opportunity', opportunityId],
      ['transition', removedId(opportunityId)],
    ],
    run: ({ opportunityId }, reader, context) => {
      const opportunity = reader.get('opportunity', opportunityId);
      if (!opportunity) return rejected('gone', 'The decision was deleted already.');
      const told = transition(removedId(opportunityId), opportunity, undefined, context);
      return { changes: [remove('opportunity', opportunityId), put('transition', told)] };
    },
  },
);
