import { z } from 'zod';
import { Day, Id, Instant, Name } from '../fields.ts';
import { Team } from '../vocabulary.ts';

export const PlayState = z.enum(['open', 'done', 'dropped']);
export type PlayState = z.infer<typeof PlayState>;

/** One step of a decision's play, the plan that both teams share. `team` is whose step it is; `ownerId` who does it. */
export const PlayStep = z.object({
  id: Id,
  accountId: Id,
  opportunityId: Id,
  title: Name,
  team: Team,
  ownerId: Id.optional(),
  due: Day.optional(),
  state: PlayState.default('open'),
  /** When it was done or dropped. */
  endedAt: Instant.optional(),
  /** Its place in the play: steps stand in this order, then by id. */
  order: z.number().int().min(0).max(1_000_000).default(0),
});
export type PlayStep = z.infer<typeof PlayStep>;
