import { useEffect, useRef, useState } from 'react';
import { useDoing } from './acts.tsx';

/**
 * The fields of one form about one record (`key`), begun with what was typed before the panel was closed. `done`, when
 * it was sent or given up, forgets them.
 */
export function useKept<T extends Record<string, string>>(key: string, initial: () => T) {
  const { drafts } = useDoing();
  const [fields, set] = useState(initial);
  const touched = useRef(false);
  useEffect(() => {
    let ended = false;
    // A browser that keeps nothing is no reason to stop typing.
    void drafts?.read(key).then(
      (kept) => {
        if (ended || touched.current || !kept) return;
        set((now) => {
          const known = Object.entries(kept).filter(([name]) => name in now);
          return { ...now, ...Object.fromEntries(known) };
        });
      },
      () => {},
    );
    return () => {
      ended = true;
    };
  }, [drafts, key]);
  const change = (next: Partial<T>) => {
    touched.current = true;
    const all = { ...fields, ...next };
    set(all);
    void drafts?.keep(key, all).catch(() => {});
  };
  const done = () => void drafts?.keep(key, null).catch(() => {});
  return { fields, change, done };
}
