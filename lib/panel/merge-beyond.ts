/**
 * Accounts that one can be merged with and that are on the server alone. People need none of it: they are merged within
 * their account, all of whose people the cache has.
 */
import Dexie from 'dexie';
import type { Api } from '#lib/api/api.ts';
import type { AlikeBecause } from '#lib/contract/alike.ts';
import type { Account } from '#lib/model/records/account.ts';
import { one } from '#lib/store/queries.ts';
import { isFilling } from '#lib/store/scopes.ts';
import type { Store } from '#lib/store/store.ts';

/** `because` is empty where it was found by what was typed. */
export interface Candidate {
  id: string;
  name: string;
  line: string;
  placeholder: boolean;
  because: readonly AlikeBecause[];
}

/** `away`: the server could not be asked. */
export type Beyond = { is: 'found'; accounts: Candidate[] } | { is: 'away' };

export interface MergeBeyond {
  /** Without a query those that may be the same, with the reasons; else those that have its words. */
  find: (accountId: string, query: string) => Promise<Beyond>;
  /** The account with all that hangs on it, once it is in the cache; `null` where it does not come. */
  fetch: (accountId: string) => Promise<Account | null>;
}

/** Pages of a search that are read for its accounts, which stand among people. */
const mostPages = 4;
/** How long an account is waited for, in ms. */
const patience = 20_000;

export function createMergeBeyond({
  store,
  api,
  nudge,
}: {
  store: Store;
  api: Pick<Api, 'alike' | 'search'>;
  nudge: () => void;
}): MergeBeyond {
  return {
    async find(accountId, query) {
      try {
        const accounts = query
          ? await searched(api, query)
          : (await api.alike(accountId)).accounts.map(
              ({ domains, ...other }): Candidate => ({ ...other, line: domains[0] ?? '' }),
            );
        return { is: 'found', accounts: accounts.filter(({ id }) => id !== accountId) };
      } catch {
        // Why it could not be asked is told by the state of sync.
        return { is: 'away' };
      }
    },

    async fetch(accountId) {
      await store.follow([accountId]);
      const filled = whenFilled(store, accountId);
      nudge();
      return (await filled) ? ((await one(store.db, 'account', accountId)) ?? null) : null;
    },
  };
}

async function searched(api: Pick<Api, 'search'>, query: string): Promise<Candidate[]> {
  const found: Candidate[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { hits, next } = await api.search(query, cursor);
    for (const { kind, id, name, line } of hits)
      if (kind === 'account') found.push({ id, name, line, placeholder: false, because: [] });
    if (!next) break;
    cursor = next;
  }
  return found;
}

/** Whether all of it came; `false` where it is closed to the user, or is not there in time. */
function whenFilled({ db }: Store, scope: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(late);
      Dexie.on.storagemutated.unsubscribe(look);
      settle();
    };
    const look = () =>
      void db.scopes.get(scope).then(
        (row) => row && !isFilling(row) && end(() => resolve(row.complete)),
        (error: unknown) => end(() => reject(error)),
      );
    const late = setTimeout(() => end(() => resolve(false)), patience);
    Dexie.on('storagemutated', look);
    look();
  });
}
