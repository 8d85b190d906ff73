/** The drafts of the panel's forms, at hand without waiting: read once when the panel opens, and kept as one types. */
import { useEffect, useState } from 'react';
import { type Draft, keepDraft, keptDrafts } from '#lib/browser/drafts.ts';

export interface Drafts {
  /** What was typed into this form and not yet done. */
  of: (form: string) => Draft | undefined;
  /** The forms with a draft whose keys begin so. */
  under: (prefix: string) => string[];
  /** `null` where it was done or given up. */
  keep: (form: string, draft: Draft | null) => void;
}

/** For as long as the panel is open, where nothing is kept beyond it. */
export function shortDrafts(kept = new Map<string, Draft>()): Drafts {
  return {
    of: (form) => kept.get(form),
    under: (prefix) => [...kept.keys()].filter((form) => form.startsWith(prefix)),
    keep: (form, draft) => {
      if (draft) kept.set(form, draft);
      else kept.delete(form);
    },
  };
}

export async function createDrafts(): Promise<Drafts> {
  // A browser that keeps nothing is no reason to stop typing.
  const drafts = shortDrafts(await keptDrafts().catch(() => undefined));
  return {
    ...drafts,
    keep: (form, draft) => {
      drafts.keep(form, draft);
      void keepDraft(form, draft).catch(() => {});
    },
  };
}

/** `undefined` until they are read. */
export function useDrafts(): Drafts | undefined {
  const [drafts, set] = useState<Drafts>();
  useEffect(() => {
    let ended = false;
    void createDrafts().then((read) => !ended && set(read));
    return () => {
      ended = true;
    };
  }, []);
  return drafts;
}
