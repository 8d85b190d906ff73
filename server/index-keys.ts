/** What records are found by besides their identity, as keys of `record_index`. */
import { type AnyRecord, type Kind, type Records, rulesOf } from '#lib/model/kinds.ts';
import { ownWords } from '#lib/model/search.ts';

export const wordKey = (word: string): string => `word:${word}`;

/** Decisions have none: they are found through their account and solution, whose names may change. */
export function wordKeys(kind: Kind, record: AnyRecord): string[] {
  if (kind !== 'contact' && kind !== 'account') return [];
  return ownWords(kind, record as Records[typeof kind]).map(wordKey);
}

export const belowKey = (domain: string): string => `below:${domain}`;

/** An account with the domain `eu.acme.example` is one of those below `acme.example`. */
export function belowKeys(kind: Kind, record: AnyRecord): string[] {
  if (kind !== 'account') return [];
  return (record as Records['account']).domains.flatMap((domain) => {
    const [, ...above] = domain.split('.');
    return above.slice(0, -1).map((_, at) => belowKey(above.slice(at).join('.')));
  });
}

/** Those of the model, and those that the server alone finds people and accounts by. */
export const indexKeys = (kind: Kind, record: AnyRecord): string[] => [
  ...rulesOf(kind).index(record),
  ...wordKeys(kind, record),
  ...belowKeys(kind, record),
];
