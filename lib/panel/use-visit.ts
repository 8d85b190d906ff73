import { useEffect } from 'react';
import { isFilling } from '#lib/store/scopes.ts';
import type { Store } from '#lib/store/store.ts';
import { useLive } from './use-live.ts';
import type { Moment } from './view.ts';
import { momentAt, type Target } from './visit.ts';

/** What was opened by hand: as it stands, being fetched, not to be had (yet), or at an account not open to the user. */
export type Visit = { is: 'open'; moment: Moment } | { is: 'fetching' | 'missing' | 'closed' };

/** Follows the account of what was opened, so that the next round fetches it, and keeps what is shown current. */
export function useVisit(
  store: Store,
  target: Target | null,
  onFollowed: () => void,
  now: () => number = Date.now,
): Visit | undefined {
  useEffect(() => {
    if (!target) return;
    let ended = false;
    // A cache that takes nothing is told by the sync; what is opened then stays missing.
    void store.follow([target.scope]).then(
      (fresh) => !ended && fresh.length > 0 && onFollowed(),
      () => {},
    );
    return () => {
      ended = true;
    };
  }, [store, target, onFollowed]);
  const read = useLive(async () => {
    if (!target) return null;
    const moment = await momentAt(store.db, target, now());
    const scope = await store.db.scopes.get(target.scope);
    const told = scope !== undefined && !isFilling(scope);
    return {
      target,
      moment,
      otherwise: scope?.closed ? 'closed' : told ? 'missing' : 'fetching',
    } as const;
  }, [store, target]);
  if (!target) return undefined;
  if (read?.target !== target) return { is: 'fetching' };
  if (read.moment) return { is: 'open', moment: read.moment };
  return { is: read.otherwise };
}
