import { z } from 'zod';
import { Id, Instant, ShortText } from '../fields.ts';
import { Channel, Direction, Team } from '../vocabulary.ts';

/** One contact with somebody, known or anonymous. Insert only. */
export const Touch = z.object({
  id: Id,
  accountId: Id,
  team: Team,
  channel: Channel,
  direction: Direction.optional(),
  at: Instant,
  title: ShortText.optional(),
  solutionIds: z.array(Id).max(50).default([]),
  contactIds: z.array(Id).max(100).default([]),
  actorId: Id.optional(),
});
export type Touch = z.infer<typeof Touch>;
