import type { Store } from '#lib/store/store.ts';
import { decisionDetail } from './decision.ts';
import { useLive } from './use-live.ts';
import type { DecisionDetail } from './view.ts';

/** The opened decision, kept current; `undefined` while none is open, it is being read, or it is gone. */
export function useDecision(
  store: Store,
  opportunityId: string | null,
  now: () => number = Date.now,
): DecisionDetail | undefined {
  const read = useLive(
    async () =>
      opportunityId === null ? null : await decisionDetail(store.db, opportunityId, now()),
    [store, opportunityId],
  );
  return read?.decision.opportunity.id === opportunityId ? (read ?? undefined) : undefined;
}
