/** Moving a decision along the stages and changing its terms: each writes the transition that tells of it. */
import { z } from 'zod';
import { Currency, Day, Id, ShortText } from '../fields.ts';
import {
  defineMutation,
  type Key,
  type MutationContext,
  type Outcome,
  put,
  type Reader,
  rejected,
} from '../mutation.ts';
import type { Opportunity } from '../records/opportunity.ts';
import { Terms } from '../records/transition.ts';
import { transition } from '../transition.ts';

const refs = { opportunityId: 'opportunity' } as const;

interface Move {
  opportunityId: string;
  stageId: string;
  fromStageId: string;
  transitionId: string;
  reason?: string | undefined;
  amount?: number | undefined;
  closeDate?: string | undefined;
}

const stagesOf = ({ opportunityId, stageId, fromStageId }: Omit<Move, 'transitionId'>): Key[] => [
  ['opportunity', opportunityId],
  ['stage', fromStageId],
  ['stage', stageId],
];

/** `fromStageId` is where the writer saw the decision; anywhere else on the server is a conflict. */
function move(
  { opportunityId, stageId, fromStageId, transitionId, reason, ...terms }: Move,
  reader: Reader,
  context: MutationContext,
  backNeedsReason: boolean,
): Outcome {
  const before = reader.get('opportunity', opportunityId);
  if (!before) return rejected('gone', 'The decision was deleted.');
  const to = reader.get('stage', stageId);
  if (!to) return rejected('gone', 'The stage is gone.');
  if (before.stageId === stageId) return { changes: [] };
  const from = reader.get('stage', fromStageId);
  if (from && !from.next.includes(stageId))
    return rejected('invalid', `“${from.label}” does not lead to “${to.label}”.`);
  if (from && to.order < from.order && backNeedsReason && !reason)
    return rejected('invalid', `Moving back to “${to.label}” needs a reason.`);
  const after: Opportunity = { ...before, stageId, stageSince: context.at };
  if (terms.amount !== undefined) after.amount = terms.amount;
  if (terms.closeDate !== undefined) after.closeDate = terms.closeDate;
  return {
    changes: [
      put('opportunity', after),
      put('transition', transition(transitionId, before, after, context, reason)),
    ],
    expects: [{ kind: 'opportunity', id: opportunityId, field: 'stageId', value: fromStageId }],
  };
}

/**
 * Moves the decision to another stage, if the present one leads there; back needs a reason. With the amount and
 * the close date it has from then on, when they change with the move. All three are guarded.
 */
export const moveStage = defineMutation(
  'opportunity.setStage@2',
  z.object({
    opportunityId: Id,
    stageId: Id,
    fromStageId: Id,
    transitionId: Id,
    reason: ShortText.min(1).optional(),
    amount: Terms.shape.amount,
    closeDate: Terms.shape.closeDate,
  }),
  {
    refs,
    reads: (args) => [...stagesOf(args), ['transition', args.transitionId]],
    run: (args, reader, context) =>
      reader.get('transition', args.transitionId)
        ? rejected('invalid', 'This id is in use.')
        : move(args, reader, context, true),
  },
);

/** As clients before the transitions say it: no reason for moving back, and the transition named after the call. */
export const setStage = defineMutation(
  'opportunity.setStage@1',
  z.object({ opportunityId: Id, stageId: Id, fromStageId: Id, transitionId: Id.optional() }),
  {
    refs,
    upcast: (args, nonce) => ({ ...args, transitionId: nonce.replace(/[^A-Za-z0-9._-]/g, '-') }),
    reads: (args) => [...stagesOf(args), ['transition', args.transitionId ?? '']],
    run: ({ transitionId = '', ...args }, reader, context) =>
      move({ ...args, transitionId }, reader, context, false),
  },
);

/** Changes the terms of a decision that stays where it is. */
function change(
  opportunityId: string,
  transitionId: string,
  terms: (before: Opportunity) => Partial<Opportunity>,
  reader: Reader,
  context: MutationContext,
): Outcome {
  const before = reader.get('opportunity', opportunityId);
  if (!before) return rejected('gone', 'The decision was deleted.');
  if (reader.get('transition', transitionId)) return rejected('invalid', 'This id is in use.');
  const given = Object.entries({ ...before, ...terms(before) });
  const after = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Opportunity;
  if (JSON.stringify(after) === JSON.stringify(before)) return { changes: [] };
  return {
    changes: [
      put('opportunity', after),
      put('transition', transition(transitionId, before, after, context)),
    ],
  };
}

const place = { opportunityId: Id, transitionId: Id };
const reads = ({ opportunityId, transitionId }: z.infer<z.ZodObject<typeof place>>): Key[] => [
  ['opportunity', opportunityId],
  ['transition', transitionId],
];

/** What the decision is worth; `null` takes the amount away. Guarded. */
export const setAmount = defineMutation(
  'opportunity.setAmount@1',
  z.object({
    ...place,
    amount: z.number().nonnegative().max(1e15).nullable(),
    currency: Currency.optional(),
  }),
  {
    refs,
    reads,
    run: ({ opportunityId, transitionId, amount, currency }, reader, context) =>
      change(
        opportunityId,
        transitionId,
        (before) => ({ amount: amount ?? undefined, currency: currency ?? before.currency }),
        reader,
        context,
      ),
  },
);

/** When the decision is to close; `null` takes the date away. Guarded. */
export const setCloseDate = defineMutation(
  'opportunity.setCloseDate@1',
  z.object({ ...place, closeDate: Day.nullable() }),
  {
    refs,
    reads,
    run: ({ opportunityId, transitionId, closeDate }, reader, context) =>
      change(
        opportunityId,
        transitionId,
        () => ({ closeDate: closeDate ?? undefined }),
        reader,
        context,
      ),
  },
);
