import type { Kind, Records } from '#lib/model/kinds.ts';
import { all } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import { useLive } from './use-live.ts';

const none: never[] = [];

/** Every record of one of the workspace's small kinds, kept current. */
export function useAll<K extends Kind>(store: Store, kind: K): Records[K][] {
  return useLive(() => all(store.db, kind), [store, kind]) ?? none;
}
