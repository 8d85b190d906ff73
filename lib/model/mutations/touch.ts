import { z } from 'zod';
import { defineMutation, put, rejected } from '../mutation.ts';
import { Touch } from '../records/touch.ts';

/** Notes one contact with somebody. Insert only. The account and the people stand beside the touch, so that merged ones are found. */
export const logTouch = defineMutation(
  'touch.log@1',
  z.object({
    touch: Touch.omit({ accountId: true, contactIds: true }),
    accountId: Touch.shape.accountId,
    contactIds: Touch.shape.contactIds,
  }),
  {
    refs: { accountId: 'account', contactIds: 'contact' },
    reads: ({ touch, accountId }) => [
      ['account', accountId],
      ['touch', touch.id],
    ],
    run: ({ touch, accountId, contactIds }, reader) => {
      if (!reader.get('account', accountId)) return rejected('gone', 'The account is gone.');
      if (reader.get('touch', touch.id)) return rejected('invalid', 'This id is in use.');
      return { changes: [put('touch', { ...touch, accountId, contactIds })] };
    },
  },
);
