/** What was typed into a form and not yet done, kept for this session of the browser, so that closing the panel loses nothing. */
import { storage } from 'wxt/utils/storage';
import { stored } from './stored.ts';

/** The fields of one form, as typed. */
export type Draft = Record<string, string | readonly string[]>;

const prefix = 'draft:';
const item = (key: string) => stored<Draft>(`session:${prefix}${key}`);

/** All that is kept, by the form's key. */
export async function keptDrafts(): Promise<Map<string, Draft>> {
  const kept = Object.entries(await storage.snapshot('session'));
  return new Map(
    kept.flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value as Draft]] : [],
    ),
  );
}

/** `null` where it was done or given up. */
export const keepDraft = (key: string, draft: Draft | null): Promise<void> =>
  draft ? item(key).setValue(draft) : item(key).removeValue();

/** For signing out. */
export async function forgetDrafts(): Promise<void> {
  for (const key of (await keptDrafts()).keys()) await keepDraft(key, null);
}
