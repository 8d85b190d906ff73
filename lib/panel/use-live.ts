/** A question to the cache, answered anew whenever anybody changed the cache, in this window or another. */
import Dexie from 'dexie';
import { type DependencyList, startTransition, useEffect, useRef, useState } from 'react';
import { idle } from './use-settled.ts';

/**
 * Until first answered it is `first`; while the dependencies change, the answer before stays. Every change counts, not
 * just of what was read: telling which reads a change touches has left panels unpainted in real browsers, and a
 * moment is a few small reads.
 */
export function useLive<T>(
  ask: () => Promise<T>,
  dependencies: DependencyList,
  first?: T,
): T | undefined {
  const [answer, setAnswer] = useState(first);
  const ahead = useRef(first !== undefined);

  useEffect(() => {
    let ended = false;
    let asking = false;
    let changed = false;
    const look = async () => {
      changed = true;
      if (asking) return;
      asking = true;
      try {
        while (changed && !ended) {
          changed = false;
          const next = await ask();
          // Drawn in pieces: a long answer must not hold up a key or a tick.
          if (!ended) startTransition(() => setAnswer(() => next));
        }
      } catch (error) {
        // To the nearest boundary, as a failure of rendering; a cache closed meanwhile is nobody's failure.
        if (!ended)
          setAnswer(() => {
            throw error;
          });
      } finally {
        asking = false;
      }
    };
    const heard = () => void look();
    Dexie.on('storagemutated', heard);
    // What was read ahead is shown first, and only then asked about what changed since.
    if (ahead.current) void idle().then(look);
    else void look();
    ahead.current = false;
    return () => {
      ended = true;
      Dexie.on.storagemutated.unsubscribe(heard);
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: as with any hook of this kind, the caller names them
  }, dependencies);

  return answer;
}
