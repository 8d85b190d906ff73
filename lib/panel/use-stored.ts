import { useEffect, useState } from 'react';
import type { WxtStorageItem } from 'wxt/utils/storage';

/** A stored thing and its changes; `undefined` until first read. */
export function useStored<T>(item: WxtStorageItem<T, Record<string, unknown>>): T | undefined {
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
