/** The words people and accounts are searched by, as keys of `record_index`. */
import type { AnyRecord, Kind, Records } from '#lib/model/kinds.ts';
import { ownWords } from '#lib/model/search.ts';

export const wordKey = (word: string): string => `word:${word}`;

/** Decisions have none: they are found through their account and solution, whose names may change. */
export function wordKeys(kind: Kind, record: AnyRecord): string[] {
  if (kind !== 'contact' && kind !== 'account') return [];
  return ownWords(kind, record as Records[typeof kind]).map(wordKey);
}
