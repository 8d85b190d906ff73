/** Errors on the wire: RFC 9457 problem details, with a `code` for programs beside the words for people. */
import { z } from 'zod';

export const problemCodes = [
  'badRequest',
  'unauthorized',
  'forbidden',
  'notFound',
  'tooLarge',
  'tooManyRequests',
  'clientIdReused',
  'gap',
  'upgradeRequired',
  'shuttingDown',
  'internal',
] as const;
export const ProblemCode = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof ProblemCode>;

/**
 * `status` repeats the HTTP status; `detail` is one plain sentence. Unknown codes of newer servers are kept as text.
 * `speaks` tells with `upgradeRequired` which versions the server does speak.
 */
export const Problem = z.object({
  type: z.string().default('about:blank'),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  speaks: z.object({ protocol: z.number().int(), schema: z.number().int() }).optional(),
});
export type Problem = z.infer<typeof Problem>;
