import { useState } from 'react';
import type { Draft } from '#lib/browser/drafts.ts';
import { useDoing } from './acts.tsx';

/**
 * The fields of one form, begun with what was typed before the panel was closed. `done`, when it was sent or given up,
 * forgets them; `isDraft` until then, once something was typed.
 */
export function useKept<T extends Draft>(form: string, initial: () => T) {
  const { drafts } = useDoing();
  const [start] = useState(initial);
  const [typed, set] = useState<T>();
  const kept = drafts.of(form);
  const fields = typed ?? { ...start, ...known(start, kept ?? {}) };
  const change = (next: Partial<T>) => {
    const all = { ...fields, ...next };
    drafts.keep(form, all);
    set(all);
  };
  const done = () => {
    drafts.keep(form, null);
    set(undefined);
  };
  return { fields, change, done, isDraft: kept !== undefined };
}

/** Fields of an earlier release that the form does not have any more are left out. */
const known = (start: Draft, kept: Draft): Draft =>
  Object.fromEntries(
    Object.entries(kept).filter(
      ([name, value]) => name in start && Array.isArray(value) === Array.isArray(start[name]),
    ),
  );
