/** Making one of two accounts or people, and two of them again. The server alone does it: it shows with the next pull. */
import { type Call, call } from '#lib/model/mutation.ts';
import { mergeAccounts, unmergeAccounts } from '#lib/model/mutations/account-merge.ts';
import { mergeContacts, unmergeContacts } from '#lib/model/mutations/contact-merge.ts';
import { type Merge, mergedName } from '#lib/model/records/merge.ts';
import { one } from '#lib/store/queries.ts';
import { NotThereError } from './not-there.ts';
import type { Doer } from './undo.ts';

type Pair = Pick<Merge, 'kind' | 'keptId' | 'mergedId'>;

export interface MergeActs {
  /** `mergedId` becomes another name of `keptId`. */
  merge: (pair: Pair) => Promise<void>;
  takeApart: (merge: Merge) => Promise<void>;
}

export function createMergeActs({ db, edit, newId }: Doer): MergeActs {
  return {
    async merge(pair) {
      const [kept, merged] = [
        await one(db, pair.kind, pair.keptId),
        await one(db, pair.kind, pair.mergedId),
      ];
      if (!kept || !merged) throw new NotThereError('One of the two was deleted.');
      const whole = {
        ...pair,
        id: newId(),
        accountId: 'accountId' in kept ? kept.accountId : kept.id,
      };
      await edit([mergeCall(whole)], {
        what: 'merged',
        name: merged.name,
        calls: [unmergeCall(whole)],
      });
    },

    async takeApart(merge) {
      await edit([unmergeCall(merge)], {
        what: 'tookApart',
        name: mergedName(merge),
        calls: [mergeCall({ ...merge, id: newId() })],
      });
    },
  };
}

type Whole = Pair & Pick<Merge, 'id' | 'accountId'>;

export function mergeCall({ kind, keptId, mergedId, id: mergeId, accountId }: Whole): Call {
  const pair = { keptId, mergedId, mergeId };
  return kind === 'account'
    ? call(mergeAccounts, pair)
    : call(mergeContacts, { ...pair, accountId });
}

export function unmergeCall({ kind, keptId, mergedId, id: mergeId, accountId }: Whole): Call {
  const pair = { keptId, mergedId, mergeId };
  return kind === 'account'
    ? call(unmergeAccounts, pair)
    : call(unmergeContacts, { ...pair, accountId });
}
