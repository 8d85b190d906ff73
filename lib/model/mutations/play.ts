import { z } from 'zod';
import { Day, Id } from '../fields.ts';
import { allOf, ref } from '../kinds.ts';
import { defineMutation, type Find, put, rejected, remove } from '../mutation.ts';
import { inPlayOrder, laid, templateFor } from '../play.ts';
import { PlayStep } from '../records/play-step.ts';

const stepsOf = (opportunityId: string): Find => ['playStep', ref('opportunity', opportunityId)];

/** One more step of a decision's play. */
export const addStep = defineMutation(
  'play.addStep@1',
  z.object({ step: PlayStep.omit({ accountId: true, opportunityId: true }), opportunityId: Id }),
  {
    refs: { opportunityId: 'opportunity' },
    reads: ({ step, opportunityId }) => [
      ['opportunity', opportunityId],
      ['playStep', step.id],
    ],
    run: ({ step, opportunityId }, reader) => {
      const opportunity = reader.get('opportunity', opportunityId);
      if (!opportunity) return rejected('gone', 'The decision was deleted.');
      if (reader.get('playStep', step.id)) return rejected('invalid', 'This id is in use.');
      const { accountId } = opportunity;
      return { changes: [put('playStep', { ...step, accountId, opportunityId })] };
    },
  },
);

/** Other words, team, owner, day or state. A field left out stays, `null` takes it back; ended, it keeps when. */
export const editStep = defineMutation(
  'play.editStep@1',
  z.object({
    stepId: Id,
    fields: z
      .object({
        title: PlayStep.shape.title,
        team: PlayStep.shape.team,
        ownerId: Id.nullable(),
        due: Day.nullable(),
        state: PlayStep.shape.state.unwrap(),
      })
      .partial(),
  }),
  {
    refs: {},
    reads: ({ stepId }) => [['playStep', stepId]],
    run: ({ stepId, fields: { ownerId, due, ...fields } }, reader, { at }) => {
      const before = reader.get('playStep', stepId);
      if (!before) return rejected('gone', 'The step was removed.');
      const { ownerId: owner, due: day, endedAt, ...kept } = before;
      const step = { ...kept, ...fields };
      const ended = step.state === before.state ? endedAt : at;
      const who = ownerId === undefined ? owner : ownerId;
      const when = due === undefined ? day : due;
      return {
        changes: [
          put('playStep', {
            ...step,
            ...(who && { ownerId: who }),
            ...(when && { due: when }),
            ...(step.state !== 'open' && ended && { endedAt: ended }),
          }),
        ],
      };
    },
  },
);

/** Takes a step out of the play, as if it had never been planned; one that is not to be done is dropped instead. */
export const removeStep = defineMutation('play.removeStep@1', z.object({ stepId: Id }), {
  refs: {},
  reads: ({ stepId }) => [['playStep', stepId]],
  run: ({ stepId }, reader) =>
    reader.get('playStep', stepId)
      ? { changes: [remove('playStep', stepId)] }
      : rejected('gone', 'The step was removed already.'),
});

/** The steps in this order; one that is not named, made by a colleague meanwhile, stays behind them. */
export const orderSteps = defineMutation(
  'play.orderSteps@1',
  z.object({ opportunityId: Id, stepIds: z.array(Id).min(1).max(500) }),
  {
    refs: { opportunityId: 'opportunity' },
    reads: ({ opportunityId }) => [['opportunity', opportunityId]],
    finds: ({ opportunityId }) => [stepsOf(opportunityId)],
    run: ({ opportunityId, stepIds }, reader) => {
      const steps = inPlayOrder(reader.all('playStep', ref('opportunity', opportunityId)));
      const named = [...new Set(stepIds)].flatMap((id) => steps.find((one) => one.id === id) ?? []);
      const others = steps.filter((step) => !named.includes(step));
      return {
        changes: [...named, ...others].flatMap((step, order) =>
          step.order === order ? [] : [put('playStep', { ...step, order })],
        ),
      };
    },
  },
);

/** Lays the template of the decision's solution over it, days counted from `day`. A step that it has already stays as it is. */
export const applyPlay = defineMutation(
  'play.apply@1',
  z.object({ opportunityId: Id, solutionId: Id, day: Day }),
  {
    refs: { opportunityId: 'opportunity', solutionId: 'solution' },
    reads: ({ opportunityId, solutionId }) => [
      ['opportunity', opportunityId],
      ['solution', solutionId],
    ],
    finds: ({ opportunityId }) => [stepsOf(opportunityId), ['stage', allOf('stage')]],
    run: ({ opportunityId, solutionId, day }, reader) => {
      const opportunity = reader.get('opportunity', opportunityId);
      if (!opportunity) return rejected('gone', 'The decision was deleted.');
      const solution = reader.get('solution', solutionId);
      if (!solution || opportunity.solutionId !== solutionId)
        return rejected('gone', 'The decision is not about this solution.');
      const stages = reader.all('stage', allOf('stage'));
      const template = templateFor(solution, opportunity.stageId, stages);
      if (template.length === 0) return rejected('invalid', `“${solution.name}” has no play.`);
      const steps = reader.all('playStep', ref('opportunity', opportunityId));
      return { changes: laid(template, opportunity, day, steps).map((s) => put('playStep', s)) };
    },
  },
);
