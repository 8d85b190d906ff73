/** Where a person's name stands in texts that others wrote: found for a person to read, never changed by a program. */
import type { Kind } from './kinds.ts';
import type { Contact } from './records/contact.ts';

export interface Mention {
  kind: Kind;
  id: string;
  field: string;
  text: string;
}

/** Kinds without a text about somebody else. */
export const wordless: readonly Kind[] = ['contact', 'user', 'exclusion', 'pack', 'stage'];

/** What names the person wherever it stands: the whole name, the addresses. In lower case. */
export const fullNames = ({ name, emails }: Pick<Contact, 'name' | 'emails'>): string[] =>
  [...new Set([name, ...emails].map((text) => text.trim().toLowerCase()))].filter(Boolean);

/** Parts of a name that are too common or too short to look for say nothing: three letters at least, one for Han. */
const partsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[\s,.;()"“”]+/u)
    .filter((part) => part.length >= 3 || /\p{Script=Han}{2}/u.test(part));

/** As a word of its own; Chinese is written without spaces, so there it may stand anywhere. */
function asWord(part: string): RegExp {
  const plain = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /\p{Script=Han}/u.test(part)
    ? new RegExp(plain, 'u')
    : new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'u');
}

/** `near`: records of the person's own account, where a first name or a surname alone is likely theirs. */
export function mentionsOf(
  person: Pick<Contact, 'name' | 'emails'>,
  records: readonly { kind: Kind; id: string; near: boolean; data: object }[],
): Mention[] {
  const whole = fullNames(person).map(asWord);
  const parts = partsOf(person.name).map(asWord);
  return records.flatMap(({ kind, id, near, data }) =>
    textsIn(data).flatMap(([field, text]) => {
      const lower = text.toLowerCase();
      const found = [...whole, ...(near ? parts : [])].some((word) => word.test(lower));
      return found ? [{ kind, id, field, text }] : [];
    }),
  );
}

/** Texts with the field they stand in; ids are none. */
function textsIn(data: object): [field: string, text: string][] {
  return Object.entries(data).flatMap(([field, value]): [string, string][] => {
    if (/^id$|Ids?$/.test(field) || field === 'sources') return [];
    if (typeof value === 'string') return [[field, value]];
    if (typeof value !== 'object' || value === null) return [];
    return textsIn(value).map(([, text]) => [field, text]);
  });
}
