import { dequal } from 'dequal';
import { useEffect, useState } from 'react';
import type { Stored } from '#lib/browser/stored.ts';

/** A stored thing and its changes; until it is read here it is `first`, what was read of it before, or `undefined`. */
export function useStored<T>(item: Stored<T>, first: T): T;
export function useStored<T>(item: Stored<T>): T | undefined;
export function useStored<T>(item: Stored<T>, first?: T): T | undefined {
  const [value, setValue] = useState(first);
  useEffect(() => {
    let ended = false;
    const show = (read: T) => {
      if (!ended) setValue((now) => (dequal(now, read) ? now : read));
    };
    const stop = item.watch(show);
    void item.getValue().then(show);
    return () => {
      ended = true;
      stop();
    };
  }, [item]);
  return value;
}
