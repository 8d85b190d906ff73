import { liveQuery } from 'dexie';
import { useEffect } from 'react';
import { packItem } from '#lib/browser/pack.ts';
import { packId } from '#lib/model/records/pack.ts';
import { one } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';

/** Keeps the workspace's pack where the background finds it, as long as the component lives. */
export function usePack(store: Store): void {
  useEffect(() => {
    const pack = liveQuery(() => one(store.db, 'pack', packId));
    const following = pack.subscribe((now) => void packItem.setValue(now ?? null));
    return () => following.unsubscribe();
  }, [store]);
}
