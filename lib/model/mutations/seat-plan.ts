import { z } from 'zod';
import { Day, Id, ShortText } from '../fields.ts';
import { defineMutation, put, rejected, remove } from '../mutation.ts';
import { type SeatPlan, seatPlanId } from '../records/seat-plan.ts';

/** Plans an empty seat: a field left out stays as it is, `null` takes it back, and a plan of nothing is none. */
export const planSeat = defineMutation(
  'seat.plan@1',
  z.object({
    opportunityId: Id,
    seatId: Id,
    fields: z
      .object({ assigneeId: Id.nullable(), due: Day.nullable(), note: ShortText.nullable() })
      .partial(),
  }),
  {
    refs: { opportunityId: 'opportunity' },
    reads: ({ opportunityId, seatId }) => [
      ['opportunity', opportunityId],
      ['seatPlan', seatPlanId(opportunityId, seatId)],
    ],
    run: ({ opportunityId, seatId, fields }, reader) => {
      const opportunity = reader.get('opportunity', opportunityId);
      if (!opportunity) return rejected('gone', 'The decision was deleted.');
      const id = seatPlanId(opportunityId, seatId);
      const before = reader.get('seatPlan', id);
      const { assigneeId, due, note } = { ...before, ...fields };
      const plan: SeatPlan = {
        ...{ id, accountId: opportunity.accountId, opportunityId, seatId },
        ...(assigneeId && { assigneeId }),
        ...(due && { due }),
        ...(note && { note }),
      };
      if (!assigneeId && !due && !note) return { changes: before ? [remove('seatPlan', id)] : [] };
      return { changes: [put('seatPlan', plan)] };
    },
  },
);
