import { useCallback, useEffect, useRef, useState } from 'react';
import { listen } from '#lib/api/events.ts';
import type { Connection } from './connection.ts';
import { createSyncer, type Syncer, type SyncState } from './syncer.ts';

/** Rounds over this cache while the page is open: at once, on every poke, and on each nudge. */
export function useSyncing({ store, api, lock }: Connection): {
  standing: SyncState;
  nudge: () => void;
} {
  const [standing, setStanding] = useState<SyncState>({ is: 'idle', at: null });
  const syncer = useRef<Syncer>(null);
  const nudge = useCallback(() => void syncer.current?.nudge(), []);
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    syncer.current = createSyncer({ store, api, lock, signal, onState: setStanding });
    nudge();
    void listen(api, nudge, () => {}, signal);
    addEventListener('online', nudge, { signal });
    return () => ended.abort();
  }, [store, api, lock, nudge]);
  return { standing, nudge };
}
