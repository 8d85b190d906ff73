import { z } from 'zod';
import { Day, Id, ShortText } from '../fields.ts';

/** Who finds somebody for an empty seat of one decision, by when, and what there is to know. */
export const SeatPlan = z.object({
  id: Id,
  accountId: Id,
  opportunityId: Id,
  seatId: Id,
  assigneeId: Id.optional(),
  due: Day.optional(),
  note: ShortText.optional(),
});
export type SeatPlan = z.infer<typeof SeatPlan>;

/** One seat of one decision has one plan. */
export const seatPlanId = (opportunityId: string, seatId: string): string =>
  `${opportunityId}.${seatId}`;
