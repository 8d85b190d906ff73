/** Correcting what is on record of a company. */
import { z } from 'zod';
import { Domain, Id } from '../fields.ts';
import { defineMutation, put, rejected } from '../mutation.ts';
import { Account } from '../records/account.ts';
import { changed, saidBy, withFields } from '../sources.ts';

const { name, linkedin } = Account.shape;

/** `null` takes a field away. With its first key a placeholder becomes the company it stood for: `placeholder: false`. */
export const AccountFields = z
  .object({
    name,
    linkedin: linkedin.unwrap().nullable(),
    target: z.boolean(),
    ownerId: Id.nullable(),
    placeholder: z.boolean(),
  })
  .partial();
export type AccountFields = z.infer<typeof AccountFields>;

const domains = z.object({ add: z.array(Domain).max(50), remove: z.array(Domain).max(50) });

/** Changes the named fields, adds and removes domains, and notes the user as their source. */
export const changeAccount = defineMutation(
  'account.edit@1',
  z.object({ accountId: Id, fields: AccountFields, domains: domains.optional() }),
  {
    refs: { accountId: 'account' },
    reads: ({ accountId }) => [['account', accountId]],
    run: ({ accountId, fields, domains }, reader, context) => {
      const account = reader.get('account', accountId);
      if (!account) return rejected('gone', 'The account was deleted.');
      const said = [...Object.keys(fields), ...(domains ? ['domains'] : [])];
      const sources = saidBy(account.sources, said, context);
      const listed = domains ? changed(account.domains, domains) : account.domains;
      return {
        changes: [put('account', { ...withFields(account, fields), domains: listed, sources })],
      };
    },
  },
);
