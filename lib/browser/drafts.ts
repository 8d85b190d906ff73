/** What was typed into a form and not yet done, kept for this session of the browser, so that closing the panel loses nothing. */
import { storage } from 'wxt/utils/storage';

/** The fields of one form, as typed. */
export type Draft = Record<string, string>;

const item = (key: string) => storage.defineItem<Draft>(`session:draft:${key}`);

export const draftOf = (key: string): Promise<Draft | null> => item(key).getValue();

/** `null` where it was done or given up. */
export const keepDraft = (key: string, draft: Draft | null): Promise<void> =>
  draft ? item(key).setValue(draft) : item(key).removeValue();

/** For signing out. */
export async function forgetDrafts(): Promise<void> {
  const kept = Object.keys(await storage.snapshot('session'));
  const drafts = kept.filter((key) => key.startsWith('draft:'));
  await storage.removeItems(drafts.map((key) => `session:${key}` as const));
}
