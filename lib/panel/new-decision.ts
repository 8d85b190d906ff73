/** A decision about to begin: one solution at one account, at the first stage. */
import { Opportunity } from '#lib/model/records/opportunity.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import { firstStage } from '#lib/model/stages.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { all, one } from '#lib/store/queries.ts';
import { NotThereError } from './not-there.ts';

/** @throws NotThereError where there is no such solution or no stage to begin at */
export async function newDecision(
  db: QuorumDatabase,
  fields: Pick<Opportunity, 'id' | 'accountId' | 'solutionId' | 'ownerId' | 'stageSince'> &
    Partial<Opportunity>,
): Promise<{ opportunity: Opportunity; solution: Solution }> {
  const stage = firstStage(await all(db, 'stage'));
  const solution = await one(db, 'solution', fields.solutionId);
  if (!stage || !solution) throw new NotThereError('The solution is gone.');
  return { opportunity: Opportunity.parse({ ...fields, stageId: stage.id }), solution };
}
