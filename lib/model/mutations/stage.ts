/** Editing the waterfall. No edit strands a decision: from every stage that is not an end, an end can be reached. */
import { z } from 'zod';
import { Id, ShortText } from '../fields.ts';
import { allOf, ref } from '../kinds.ts';
import { type Change, defineMutation, type Find, put, rejected, remove } from '../mutation.ts';
import { withProfile } from '../profiles.ts';
import { Stage } from '../records/stage.ts';
import { strandedStages } from '../stages.ts';
import { leftId, transition } from '../transition.ts';

const admins = { teams: ['admin'] } as const;
const allStages: Find = ['stage', allOf('stage')];
const byOrder = (a: Stage, b: Stage) => a.order - b.order;

/** What is wrong with a waterfall, as a sentence. */
function fault(stages: readonly Stage[]): string | undefined {
  const [stranded] = strandedStages(stages);
  if (stranded) return `From “${stranded.label}” no end could be reached any more.`;
  for (const kind of ['won', 'lost'] as const)
    if (!stages.some((stage) => stage.kind === kind)) return `A stage of kind “${kind}” must stay.`;
  if (!stages.some(({ kind }) => kind === 'before' || kind === 'open'))
    return 'A stage to begin with must stay.';
  return undefined;
}

/** Puts the stages in this order and says which of them changed by that. */
const reordered = (stages: readonly Stage[]): Stage[] =>
  stages.map((stage, order) => (stage.order === order ? stage : { ...stage, order }));

const puts = (stages: readonly Stage[], before: readonly Stage[]): Change[] =>
  stages.flatMap((stage) => (before.includes(stage) ? [] : [put('stage', stage)]));

const fields = { label: Stage.shape.label, next: Stage.shape.next, crm: Stage.shape.crm };

/** A new stage behind another one (`after: null`: the first), led to from the stages in `leadsFrom`. */
export const createStage = defineMutation(
  'stage.create@1',
  z.object({
    id: Id,
    kind: Stage.shape.kind,
    ...fields,
    after: Id.nullable(),
    leadsFrom: z.array(Id).max(100),
  }),
  {
    ...admins,
    refs: {},
    reads: ({ id }) => [['stage', id]],
    finds: () => [allStages],
    run: ({ after, leadsFrom, ...stage }, reader) => {
      if (reader.get('stage', stage.id)) return rejected('invalid', 'This id is in use.');
      const before = reader.all('stage', allStages[1]).sort(byOrder);
      const place = before.findIndex(({ id }) => id === after) + 1;
      if (after !== null && place === 0) return rejected('gone', 'The stage before it is gone.');
      const linked = before.map((other) =>
        leadsFrom.includes(other.id) ? { ...other, next: [...other.next, stage.id] } : other,
      );
      const known = new Set(before.map(({ id }) => id));
      const made = { ...stage, order: place, next: stage.next.filter((id) => known.has(id)) };
      const stages = reordered([...linked.slice(0, place), made, ...linked.slice(place)]);
      const because = fault(stages);
      return because ? rejected('invalid', because) : { changes: puts(stages, before) };
    },
  },
);

/** Another label, other stages it leads to, other names in other systems. */
export const editStage = defineMutation(
  'stage.edit@1',
  z.object({ stageId: Id, fields: z.object(fields).partial() }),
  {
    ...admins,
    refs: { stageId: 'stage' },
    reads: ({ stageId }) => [['stage', stageId]],
    finds: () => [allStages],
    run: ({ stageId, fields }, reader) => {
      const before = reader.all('stage', allStages[1]);
      const stage = reader.get('stage', stageId);
      if (!stage) return rejected('gone', 'The stage is gone.');
      const unknown = fields.next?.find((id) => !before.some((other) => other.id === id));
      if (unknown) return rejected('gone', `There is no stage “${unknown}”.`);
      const given = Object.entries(fields).filter(([, value]) => value !== undefined);
      const edited = { ...stage, ...Object.fromEntries(given) };
      const because = fault(before.map((other) => (other.id === stageId ? edited : other)));
      return because ? rejected('invalid', because) : { changes: [put('stage', edited)] };
    },
  },
);

/** The stages in another order; `stageIds` names every one of them. */
export const orderStages = defineMutation(
  'stage.order@1',
  z.object({ stageIds: z.array(Id).max(1000) }),
  {
    ...admins,
    refs: {},
    reads: () => [],
    finds: () => [allStages],
    run: ({ stageIds }, reader) => {
      const before = reader.all('stage', allStages[1]);
      const stages = stageIds.flatMap((id) => before.find((stage) => stage.id === id) ?? []);
      if (new Set(stages).size !== before.length || stages.length !== stageIds.length)
        return rejected('invalid', 'The order must name every stage once.');
      return { changes: puts(reordered(stages), before) };
    },
  },
);

/** Takes a stage out that no decision stands at and no seat or step waits for; `stage.retire` is for the others. */
export const removeStage = defineMutation('stage.remove@1', z.object({ stageId: Id }), {
  ...admins,
  refs: { stageId: 'stage' },
  reads: ({ stageId }) => [['stage', stageId]],
  finds: ({ stageId }) => [
    allStages,
    ['opportunity', ref('stage', stageId)],
    ['solution', allOf('solution')],
  ],
  run: ({ stageId }, reader) => {
    const stage = reader.get('stage', stageId);
    if (!stage) return rejected('gone', 'The stage is gone already.');
    const standing = reader.all('opportunity', ref('stage', stageId)).length;
    if (standing > 0) return rejected('inUse', `${standing} decisions stand at “${stage.label}”.`);
    const waiting = reader
      .all('solution', allOf('solution'))
      .find(
        ({ profile, play }) =>
          profile.some(({ byStage }) => byStage === stageId) ||
          play?.some((step) => step.stage === stageId),
      );
    if (waiting)
      return rejected('inUse', `“${waiting.name}” needs a seat or a step by “${stage.label}”.`);
    const { because, changes } = without(stage, undefined, reader.all('stage', allStages[1]));
    return because ? rejected('invalid', because) : { changes };
  },
});

/**
 * Takes a stage out and moves every decision at it to `moveTo`, each with a transition; seats and steps due
 * by it become due by `moveTo`, and what led to it leads there. Only the server knows all decisions at a stage.
 */
export const retireStage = defineMutation(
  'stage.retire@1',
  z.object({ stageId: Id, moveTo: Id, reason: ShortText.min(1).optional() }),
  {
    ...admins,
    serverOnly: true,
    refs: { stageId: 'stage', moveTo: 'stage' },
    reads: ({ stageId, moveTo }) => [
      ['stage', stageId],
      ['stage', moveTo],
    ],
    finds: ({ stageId }) => [
      allStages,
      ['opportunity', ref('stage', stageId)],
      ['solution', allOf('solution')],
    ],
    run: ({ stageId, moveTo, reason }, reader, context) => {
      const stage = reader.get('stage', stageId);
      const target = reader.get('stage', moveTo);
      if (!stage || !target || stage === target) return rejected('gone', 'The stage is gone.');
      const { because, changes } = without(stage, target, reader.all('stage', allStages[1]));
      if (because) return rejected('invalid', because);
      const why = reason ?? `The stage “${stage.label}” was removed.`;
      const moves = reader.all('opportunity', ref('stage', stageId)).flatMap((before) => {
        const after = { ...before, stageId: moveTo, stageSince: context.at };
        const told = transition(leftId(before.id, stageId), before, after, context, why);
        return [put('opportunity', after), put('transition', told)];
      });
      const solutions = reader.all('solution', allOf('solution')).flatMap((solution) => {
        const play = solution.play?.map((step) =>
          step.stage === stageId ? { ...step, stage: moveTo } : step,
        );
        const kept = { ...solution, ...(play && { play }) };
        if (!solution.profile.some(({ byStage }) => byStage === stageId))
          return solution.play?.some((step) => step.stage === stageId)
            ? [put('solution', kept)]
            : [];
        const seats = solution.profile.map((seat) =>
          seat.byStage === stageId ? { ...seat, byStage: moveTo } : seat,
        );
        return [put('solution', withProfile(kept, seats, context.at))];
      });
      return { changes: [...moves, ...solutions, ...changes] };
    },
  },
);

/** The waterfall without a stage; what led to it leads to `target` instead. */
function without(stage: Stage, target: Stage | undefined, before: readonly Stage[]) {
  const stages = [...before].sort(byOrder).flatMap((other) => {
    if (other === stage) return [];
    if (!other.next.includes(stage.id)) return [other];
    const led = other.next.filter((id) => id !== stage.id);
    const next = target && target.id !== other.id ? [...new Set([...led, target.id])] : led;
    return [{ ...other, next }];
  });
  const because = fault(stages);
  const changes = [...puts(reordered(stages), before), remove('stage', stage.id)];
  return { because, changes };
}
