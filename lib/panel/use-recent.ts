import { useMemo } from 'react';
import { remember } from '#lib/browser/recent.ts';
import type { Me } from '#lib/contract/sync.ts';
import { one } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import type { Target } from './visit.ts';

/** Notes what the user opens, and in which decisions they act, for where nobody is shown. */
export function useRecent({ db }: Store, me: Me) {
  return useMemo(() => {
    // A browser that keeps nothing remembers nothing.
    const opened = (target: Target) => void remember(target, me).catch(() => {});
    const decision = async (id: string) => {
      const opportunity = await one(db, 'opportunity', id);
      if (opportunity) opened({ kind: 'opportunity', id, scope: opportunity.accountId });
    };
    return { opened, decision: (id: string) => void decision(id).catch(() => {}) };
  }, [db, me]);
}
