import { z } from 'zod';
import { defineMutation, put, rejected } from '../mutation.ts';
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
