/** When what is not waited for may begin: reading a whole cache holds up whoever reads a little of it. */
import { useEffect, useState } from 'react';

/** Lets the browser do what is pressing first. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 200 });
    else setTimeout(resolve, 0);
  });

/** From painted content on, ms, and where none comes. */
const after = { shown: 100, nothing: 2000 };

/** True from shortly after `shown`, and for good. */
export function useSettled(shown: boolean): boolean {
  const [settled, settle] = useState(false);
  useEffect(() => {
    if (settled) return;
    const timer = setTimeout(() => settle(true), shown ? after.shown : after.nothing);
    return () => clearTimeout(timer);
  }, [shown, settled]);
  return settled;
}
