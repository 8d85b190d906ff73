import { z } from 'zod';
import { Domain, Id, Name, OtherKeys, Provenances, Slug, Tags } from '../fields.ts';

/**
 * A company. `placeholder` is set when it stands in for a company not yet known: it is named after what a
 * page said, and waits to be merged.
 */
export const Account = z.object({
  id: Id,
  name: Name,
  domains: z.array(Domain).max(50).default([]),
  linkedin: Slug.optional(),
  otherKeys: OtherKeys.optional(),
  target: z.boolean().default(false),
  ownerId: Id.optional(),
  tags: Tags.optional(),
  placeholder: z.boolean().default(false),
  sources: Provenances.default({}),
});
export type Account = z.infer<typeof Account>;
