/** Accounts that may be one and the same as another one: each a question with its reasons, never a match. */
import { z } from 'zod';
import { Account } from '../model/records/account.ts';

/** `peopleDomain`: people of the account that was asked about have e-mail addresses of this one's domain. */
export const AlikeBecause = z.discriminatedUnion('fact', [
  z.object({ fact: z.enum(['sameName', 'namePart']) }),
  z.object({ fact: z.literal('peopleDomain'), domain: z.string() }),
]);
export type AlikeBecause = z.infer<typeof AlikeBecause>;

export const AlikeAnswer = z.object({
  accounts: z.array(
    Account.pick({ id: true, name: true, domains: true, placeholder: true }).extend({
      because: z.array(AlikeBecause).min(1),
    }),
  ),
});
export type AlikeAnswer = z.infer<typeof AlikeAnswer>;
