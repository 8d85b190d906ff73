import { z } from 'zod';
import { Id, Instant, Name, ShortText } from '../fields.ts';
import { Channel, Direction, Team } from '../vocabulary.ts';

/**
 * `noSolution`: it names none · `unknownSolution`, `unknownAsset`: none that is here · `hiddenSolution`: one that takes
 * no new decisions · `twoAccounts`: its company could be two · `companyUnknown`: no domain tells the company.
 */
export const Unrouted = z.enum([
  'noSolution',
  'unknownSolution',
  'unknownAsset',
  'hiddenSolution',
  'twoAccounts',
  'companyUnknown',
]);
export type Unrouted = z.infer<typeof Unrouted>;

/** One contact with somebody, known or anonymous. Never edited; who noted one by mistake may take it back. */
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
  /** Of a signal: the sender's id of a browser or device. */
  visitor: z.string().min(1).max(200).optional(),
  /** Of a signal: what it says of somebody who has no exact key, and so is nobody's contact. */
  said: z.object({ name: Name.optional(), title: ShortText.optional() }).optional(),
  /** Why no decision could be found for it; gone once somebody routed it. */
  unrouted: Unrouted.optional(),
});
export type Touch = z.infer<typeof Touch>;
