import { z } from 'zod';
import { Id } from '../fields.ts';
import { defineMutation, put, rejected, remove } from '../mutation.ts';
import { Touch, Unrouted } from '../records/touch.ts';

/** Notes one contact with somebody. Insert only, in the name of who notes it. The account and the people stand beside the touch, so that merged ones are found. */
export const logTouch = defineMutation(
  'touch.log@1',
  z.object({
    touch: Touch.omit({ accountId: true, contactIds: true }),
    accountId: Touch.shape.accountId,
    contactIds: Touch.shape.contactIds,
  }),
  {
    refs: { accountId: 'account', contactIds: 'contact' },
    reads: ({ touch, accountId }) => [
      ['account', accountId],
      ['touch', touch.id],
    ],
    run: ({ touch, accountId, contactIds }, reader, { by: actorId }) => {
      if (!reader.get('account', accountId)) return rejected('gone', 'The account is gone.');
      if (reader.get('touch', touch.id)) return rejected('invalid', 'This id is in use.');
      return { changes: [put('touch', { ...touch, accountId, contactIds, actorId })] };
    },
  },
);

/** Takes back a touch that was noted by mistake; only who noted it may, so what a signal told stays. */
export const removeTouch = defineMutation('touch.remove@1', z.object({ touchId: Id }), {
  refs: {},
  reads: ({ touchId }) => [['touch', touchId]],
  run: ({ touchId }, reader, { by }) => {
    const touch = reader.get('touch', touchId);
    if (!touch) return rejected('gone', 'The touch is gone.');
    if (touch.actorId !== by) return rejected('notAllowed', 'Only who noted it may take it back.');
    return { changes: [remove('touch', touchId)] };
  },
});

/** Says which solutions a touch speaks of, by themselves or by a decision at its account. */
export const routeTouch = defineMutation(
  'touch.route@1',
  z.object({
    touchId: Id,
    opportunityId: Id.optional(),
    solutionIds: z.array(Id).max(50).default([]),
  }),
  {
    refs: { opportunityId: 'opportunity', solutionIds: 'solution' },
    reads: ({ touchId, opportunityId, solutionIds }) => [
      ['touch', touchId],
      ...(opportunityId ? [['opportunity', opportunityId] as const] : []),
      ...solutionIds.map((id) => ['solution', id] as const),
    ],
    run: ({ touchId, opportunityId, solutionIds }, reader) => {
      const touch = reader.get('touch', touchId);
      if (!touch) return rejected('gone', 'The touch is gone.');
      const opportunity = opportunityId ? reader.get('opportunity', opportunityId) : undefined;
      if (opportunityId && opportunity?.accountId !== touch.accountId)
        return rejected('gone', 'There is no such decision at this account.');
      const lost = solutionIds.find((id) => !reader.get('solution', id));
      if (lost) return rejected('gone', `There is no solution “${lost}”.`);
      const named = [...solutionIds, ...(opportunity ? [opportunity.solutionId] : [])];
      if (named.length === 0) return rejected('invalid', 'Name a decision or a solution.');
      const { unrouted: _, ...rest } = touch;
      const all = [...new Set([...touch.solutionIds, ...named])];
      return { changes: [put('touch', { ...rest, solutionIds: all })] };
    },
  },
);

/** Takes a routing back: the touch names these solutions no more, and stands unrouted again for the reason it had. */
export const unrouteTouch = defineMutation(
  'touch.unroute@1',
  z.object({ touchId: Id, solutionIds: Touch.shape.solutionIds, unrouted: Unrouted.optional() }),
  {
    refs: {},
    reads: ({ touchId }) => [['touch', touchId]],
    run: ({ touchId, solutionIds, unrouted }, reader) => {
      const touch = reader.get('touch', touchId);
      if (!touch) return rejected('gone', 'The touch is gone.');
      const left = touch.solutionIds.filter((id) => !solutionIds.includes(id));
      return {
        changes: [put('touch', { ...touch, solutionIds: left, ...(unrouted && { unrouted }) })],
      };
    },
  },
);
