import { z } from 'zod';
import { Id, Instant, ShortText } from '../fields.ts';

/**
 * One line of the do-not-record list: a person, or a whole company, of whom nothing is kept. The keys are there as
 * salted hashes alone (`exclusions.ts`), so the list itself names nobody.
 */
export const Exclusion = z.object({
  id: Id,
  what: z.enum(['person', 'company']),
  /** SHA-256, in hex. */
  hashes: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .min(1)
    .max(100),
  /** What a colleague should know; never who it is. */
  reason: ShortText.optional(),
  by: Id,
  at: Instant,
});
export type Exclusion = z.infer<typeof Exclusion>;
