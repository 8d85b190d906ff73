/** What a person does with a decision's play, each with its way back. */
import { dayAt } from '#lib/model/fields.ts';
import { call } from '#lib/model/mutation.ts';
import { addStep, applyPlay, editStep, orderSteps, removeStep } from '#lib/model/mutations/play.ts';
import { inPlayOrder, laid, nextOrder, templateFor } from '#lib/model/play.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import type { PlayState, PlayStep } from '#lib/model/records/play-step.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import { all, of, one } from '#lib/store/queries.ts';
import type { Doer } from './undo.ts';

/** What is asked of a step; `null` is nobody and no day. */
export interface StepFields {
  title: string;
  team: Team;
  ownerId: string | null;
  due: string | null;
}

export interface PlayActs {
  /** A step of the user's own, behind the others. */
  addStep: (opportunityId: string, title: string) => Promise<void>;
  editStep: (step: PlayStep, fields: StepFields) => Promise<void>;
  setStepState: (step: PlayStep, state: PlayState) => Promise<void>;
  removeStep: (step: PlayStep) => Promise<void>;
  /** All steps in their new order. */
  orderSteps: (opportunityId: string, stepIds: string[]) => Promise<void>;
  /** The template of the decision's solution, its days counted from today. */
  applyPlay: (opportunity: Opportunity) => Promise<void>;
}

export function createPlayActs({ db, edit, userId, team, now, newId }: Doer): PlayActs {
  const stepsOf = async (opportunityId: string) =>
    inPlayOrder(await of(db, 'playStep', 'opportunity', opportunityId));
  const solutionOf = async ({ solutionId }: Pick<Opportunity, 'solutionId'>) =>
    one(db, 'solution', solutionId);

  return {
    async addStep(opportunityId, title) {
      const step = {
        ...{ id: newId(), title, team, ownerId: userId, state: 'open' as const },
        order: nextOrder(await stepsOf(opportunityId)),
      };
      await edit([call(addStep, { step, opportunityId })], {
        what: 'addedStep',
        name: title,
        calls: [call(removeStep, { stepId: step.id })],
      });
    },

    async editStep({ id: stepId, title, team: before, ownerId = null, due = null }, fields) {
      await edit([call(editStep, { stepId, fields })], {
        what: 'changedStep',
        name: fields.title,
        calls: [call(editStep, { stepId, fields: { title, team: before, ownerId, due } })],
      });
    },

    async setStepState({ id: stepId, title, state: before }, state) {
      const what = { open: 'reopenedStep', done: 'didStep', dropped: 'droppedStep' } as const;
      await edit([call(editStep, { stepId, fields: { state } })], {
        what: what[state],
        name: title,
        calls: [call(editStep, { stepId, fields: { state: before } })],
      });
    },

    async removeStep(step) {
      const { accountId: _, opportunityId, ...rest } = step;
      await edit([call(removeStep, { stepId: step.id })], {
        what: 'removedStep',
        name: step.title,
        calls: [call(addStep, { step: rest, opportunityId })],
      });
    },

    async orderSteps(opportunityId, stepIds) {
      const before = (await stepsOf(opportunityId)).map(({ id }) => id);
      const opportunity = await one(db, 'opportunity', opportunityId);
      await edit([call(orderSteps, { opportunityId, stepIds })], {
        what: 'orderedSteps',
        name: (opportunity && (await solutionOf(opportunity)))?.name ?? '',
        calls: [call(orderSteps, { opportunityId, stepIds: before })],
      });
    },

    async applyPlay(opportunity) {
      const { id: opportunityId, solutionId, stageId } = opportunity;
      const [solution, stages, steps] = await Promise.all([
        solutionOf(opportunity),
        all(db, 'stage'),
        stepsOf(opportunityId),
      ]);
      const day = dayAt(now());
      const template = solution ? templateFor(solution, stageId, stages) : [];
      const fresh = laid(template, opportunity, day, steps);
      await edit([call(applyPlay, { opportunityId, solutionId, day })], {
        what: 'appliedPlay',
        name: solution?.name ?? '',
        calls: fresh.map(({ id: stepId }) => call(removeStep, { stepId })),
      });
    },
  };
}
