import { useEffect, useState } from 'react';
import type { Stored } from '#lib/browser/stored.ts';

/** A stored thing and its changes; `undefined` until first read. */
export function useStored<T>(item: Stored<T>): T | undefined {
  const [value, setValue] = useState<{ of: T }>();
  useEffect(() => {
    let ended = false;
    const show = (of: T) => {
      if (!ended) setValue({ of });
    };
    const stop = item.watch(show);
    void item.getValue().then(show);
    return () => {
      ended = true;
      stop();
    };
  }, [item]);
  return value?.of;
}
