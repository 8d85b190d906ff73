import type { Store } from '#lib/store/store.ts';
import type { SyncView, UnresolvedView } from './sync-view.ts';
import type { Undo } from './undo.ts';
import { useLive } from './use-live.ts';

const none: never[] = [];

/** How the syncer stands, in the words it uses of itself (see `lib/sync`). */
export type Standing =
  | { is: 'idle'; at: number | null }
  | { is: 'syncing' }
  | { is: 'offline' }
  | { is: 'signedOut' }
  | { is: 'failed'; code: string; message: string };

/** The honest state of sync: what the last round met, and how many edits the server has not confirmed. */
export function useSyncView(store: Store, standing: Standing): SyncView {
  const waiting = useLive(() => store.db.outbox.count(), [store]) ?? 0;
  if (standing.is !== 'idle') return { ...standing, waiting };
  if (waiting > 0) return { is: 'waiting', waiting };
  // Opened just now: what waits is not counted yet, and nobody has asked the server.
  return standing.at === null ? { is: 'syncing', waiting } : { is: 'synced', at: standing.at };
}

/** What the server did not take, oldest first. What was refused is not there to be undone: `undo` forgets it. */
export function useUnresolved(store: Store, undo?: Undo): UnresolvedView[] {
  return (
    useLive(async () => {
      const rows = await store.db.unresolved.toArray();
      for (const { nonce } of rows) undo?.getState().forget(nonce);
      rows.sort((a, b) => a.at.localeCompare(b.at) || a.id - b.id);
      if (rows.length === 0) return none;
      const { unresolvedView } = await import('./decision-conflicts.ts');
      return Promise.all(rows.map((row) => unresolvedView(store.db, row)));
    }, [store, undo]) ?? none
  );
}
