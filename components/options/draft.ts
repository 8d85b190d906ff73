import { useState } from 'react';

/**
 * A copy of `current` to edit. Untouched, it follows changes made elsewhere; touched, it stays, and `behind`
 * tells that there is something newer.
 */
export function useDraft<T extends object>(current: T) {
  const newest = JSON.stringify(current);
  const [{ draft, based }, set] = useState({ draft: current, based: newest });
  const own = JSON.stringify(draft);
  const fresh = { draft: current, based: newest };
  if (based !== newest && (own === based || own === newest)) set(fresh);
  return {
    draft,
    dirty: own !== based,
    behind: based !== newest,
    change: (fields: Partial<T>) =>
      set((before) => ({ ...before, draft: { ...before.draft, ...fields } })),
    discard: () => set(fresh),
  };
}
