import { useEffect, useState } from 'react';

/** A pause in typing, in ms, after which the server is asked. */
const pauseInTyping = 250;

/** The value once it has not changed for a while. */
export function usePaused(value: string): string {
  const [paused, set] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => set(value), pauseInTyping);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
