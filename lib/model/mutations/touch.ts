import { z } from 'zod';
import { Id } from '../fields.ts';
import { defineMutation, put, rejected } from '../mutation.ts';
import { Touch } from '../records/touch.ts';

/** Notes one contact with somebody. Insert only. */
export const logTouch = defineMutation('touch.log@1', z.object({ touch: Touch, accountId: Id }), {
  refs: { accountId: 'account' },
  reads: ({ touch, accountId }) => [
    ['account', accountId],
    ['touch', touch.id],
  ],
  run: ({ touch, accountId }, reader) => {
    if (!reader.get('account', accountId)) return rejected('gone', 'The account is gone.');
    if (reader.get('touch', touch.id)) return rejected('invalid', 'This id is in use.');
    return { changes: [put('touch', { ...touch, accountId })] };
  },
});
