import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { listen } from '#lib/api/events.ts';
import type { Poke } from '#lib/contract/sync.ts';
import type { Connection } from './connection.ts';
import { createSyncer, type Syncer, type SyncState } from './syncer.ts';

/**
 * Rounds over this cache while the page is open: on each nudge, and from `begin` on at once and on every poke. A round reads
 * all that is followed, which must not hold up what is shown first.
 */
export function useSyncing({ store, api, lock }: Connection): {
  standing: SyncState;
  nudge: () => void;
  begin: () => void;
  /** The version that changed last who may see what, as the live connection tells it; 0 before it has. */
  sight: number;
} {
  const [standing, setStanding] = useState<SyncState>({ is: 'idle', at: null });
  const syncer = useRef<Syncer>(null);
  const nudge = useCallback(() => void syncer.current?.nudge(), []);
  const [begun, begin] = useReducer(() => true, false);
  const [sight, setSight] = useState(0);
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    syncer.current = createSyncer({ store, api, lock, signal, onState: setStanding });
    return () => ended.abort();
  }, [store, api, lock]);
  useEffect(() => {
    if (!begun) return;
    const ended = new AbortController();
    const { signal } = ended;
    nudge();
    const heard = ({ access }: Poke) => {
      if (access !== undefined) setSight(access);
      nudge();
    };
    void listen(api, heard, () => {}, signal);
    addEventListener('online', nudge, { signal });
    return () => ended.abort();
  }, [api, begun, nudge]);
  return { standing, nudge, begin, sight };
}
