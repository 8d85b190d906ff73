/** Looking for people, accounts and decisions by the words they are known by, as people type them. */
import type { AnyRecord, Kind, Records } from './kinds.ts';
import { bare, nameWords } from './names.ts';

export const searchKinds = ['contact', 'account', 'opportunity'] as const satisfies Kind[];
export type SearchKind = (typeof searchKinds)[number];

const ideographs = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;
/** Letters and digits; where a script without word breaks meets another one, a new word begins. */
const runs =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+|[\p{L}\p{N}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[^\p{L}\p{N}]|$)/gu;
/** More of one word than this is not compared. */
const longest = 40;

/** What is typed, as the beginnings of words that are all to be found; at most eight count. */
export const searchTerms = (query: string): string[] =>
  [...new Set(words(query.slice(0, 200)))].slice(0, 8);

/** The words a text is found by: without accents and case; a script without word breaks is found from each of its signs on. */
export function searchWords(text: string): string[] {
  return words(text).flatMap((word) =>
    ideographs.test(word) ? [...word].map((_, at) => [...word].slice(at).join('')) : [word],
  );
}

const words = (text: string): string[] =>
  (bare(text).match(runs) ?? []).map((word) => word.slice(0, longest));

/** The words a record is found by itself, its name's first; decisions have none but those of what they join (`searchParents`). */
export function ownWords<K extends SearchKind>(kind: K, record: Records[K]): string[] {
  const found = new Set(textsOf(kind, record).flatMap(searchWords));
  if (kind === 'contact') found.add(initials((record as Records['contact']).name));
  found.delete('');
  return [...found];
}

function textsOf(kind: SearchKind, record: AnyRecord): string[] {
  switch (kind) {
    case 'contact': {
      const { name, emails, title } = record as Records['contact'];
      return [name, ...emails, title ?? ''];
    }
    case 'account': {
      const { name, domains, linkedin } = record as Records['account'];
      return [name, ...domains, linkedin ?? ''];
    }
    case 'opportunity':
      return [];
  }
}

/** `te` for Tomás Echeverría. */
function initials(name: string): string {
  const parts = nameWords(name);
  return parts.length > 1 ? parts.map((part) => [...part][0]).join('') : '';
}

/** The records whose names are words of this one as well: a person's company, a decision's account and solution. */
export function searchParents<K extends SearchKind>(
  kind: K,
  record: Records[K],
): ['account' | 'solution', string][] {
  if (kind === 'contact') return [['account', (record as Records['contact']).accountId]];
  if (kind !== 'opportunity') return [];
  const { accountId, solutionId } = record as Records['opportunity'];
  return [
    ['solution', solutionId],
    ['account', accountId],
  ];
}

/** Whether each of the terms begins one of the words. */
export const hasAll = (words: readonly string[], terms: readonly string[]): boolean =>
  terms.every((term) => words.some((word) => word.startsWith(term)));
