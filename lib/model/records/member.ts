import { z } from 'zod';
import { Id, ShortText } from '../fields.ts';
import { BuyingRole, MemberStatus, Stance } from '../vocabulary.ts';

/** `likelihood` from 0 to 1; `because` is made of facts, so that the panel can say it in the user's language. */
export const SuggestedRole = z.object({
  role: BuyingRole,
  likelihood: z.number().min(0).max(1),
  because: z
    .array(
      z.discriminatedUnion('fact', [
        z.object({ fact: z.literal('title'), title: ShortText }),
        z.object({ fact: z.literal('emptySeat') }),
        z.object({ fact: z.literal('earlierRole'), times: z.number().int().min(1) }),
      ]),
    )
    .max(10),
});
export type SuggestedRole = z.infer<typeof SuggestedRole>;

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
  /** Roles the person likely has, until somebody accepts or declines them. They count nowhere. */
  suggested: z.array(SuggestedRole).max(20).optional(),
  /** Roles that somebody said the person has not: never suggested again. */
  declined: z.array(BuyingRole).max(20).optional(),
});
export type Member = z.infer<typeof Member>;

/** One contact is one member of one opportunity, so the id follows from both and two adders meet in one row. */
export const memberId = (opportunityId: string, contactId: string): string =>
  `${opportunityId}.${contactId}`;
