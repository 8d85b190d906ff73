import { z } from 'zod';
import { Id, Name } from '../fields.ts';

/** Something people come to us by (a paper, an event, a page) and the solutions it speaks of: an entry of the catalogue. */
export const Asset = z.object({
  id: Id,
  name: Name,
  /** What other systems call it. */
  keys: z.array(Name).max(50).default([]),
  solutionIds: z.array(Id).max(50).default([]),
});
export type Asset = z.infer<typeof Asset>;
