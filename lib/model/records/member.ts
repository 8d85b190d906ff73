import { z } from 'zod';
import { Id } from '../fields.ts';
import { BuyingRole, MemberStatus, Stance } from '../vocabulary.ts';

/** A contact inside one opportunity's buying group. All of it holds for that opportunity alone. */
export const Member = z.object({
  id: Id,
  accountId: Id,
  opportunityId: Id,
  contactId: Id,
  status: MemberStatus,
  roles: z.array(BuyingRole).max(20),
  stance: Stance.optional(),
  external: z.boolean().default(false),
});
export type Member = z.infer<typeof Member>;

/** One contact is one member of one opportunity, so the id follows from both and two adders meet in one row. */
export const memberId = (opportunityId: string, contactId: string): string =>
  `${opportunityId}.${contactId}`;
