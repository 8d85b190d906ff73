import { z } from 'zod';
import { Id } from '../fields.ts';
import { defineMutation, put, rejected, remove } from '../mutation.ts';
import { Account } from '../records/account.ts';

/** A new company. Under a slug or domain that an account already has, this becomes that account. */
export const createAccount = defineMutation('account.create@1', z.object({ account: Account }), {
  refs: {},
  reads: ({ account }) => [['account', account.id]],
  run: ({ account }, reader) =>
    reader.get('account', account.id)
      ? rejected('invalid', 'This id is in use.')
      : { changes: [put('account', account)] },
});

/**
 * Takes a company out again; used to undo its creation. Refused while anything hangs on it (see `inUse`).
 * `created` is the id it was created under: if it became one that was there before, undoing removes nothing.
 */
export const removeAccount = defineMutation(
  'account.remove@1',
  z.object({ accountId: Id, created: Id.optional() }),
  {
    refs: { accountId: 'account' },
    reads: ({ accountId }) => [['account', accountId]],
    run: ({ accountId, created = accountId }, reader) => {
      if (created !== accountId) return { changes: [] };
      return reader.get('account', accountId)
        ? { changes: [remove('account', accountId)] }
        : rejected('gone', 'The account was deleted already.');
    },
  },
);
