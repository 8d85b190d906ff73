import { describe, expect, test } from 'vitest';
import type { Words } from '#lib/model/persona/kinds.ts';
import { chinese } from '#lib/model/persona/words/chinese.ts';
import { dutch } from '#lib/model/persona/words/dutch.ts';
import { english } from '#lib/model/persona/words/english.ts';
import { french } from '#lib/model/persona/words/french.ts';
import { german } from '#lib/model/persona/words/german.ts';
import { italian } from '#lib/model/persona/words/italian.ts';
import { portuguese } from '#lib/model/persona/words/portuguese.ts';
import { spanish } from '#lib/model/persona/words/spanish.ts';

const all: Record<string, Words> = {
  chinese,
  dutch,
  english,
  french,
  german,
  italian,
  portuguese,
  spanish,
};
const entries = (list: string) => list.split(',').map((entry) => entry.trim().replace(/\s+/g, ' '));

describe.each(Object.keys(all))('the %s words', (language) => {
  const { functions = {}, ranks = {} } = all[language] ?? {};
  const lists = [...Object.entries(functions), ...Object.entries(ranks)];

  test.each(lists)('%s: every entry can match', (_, list) => {
    for (const entry of entries(list)) {
      expect(entry).toMatch(/^\*?[\p{L}\p{N}&]+\*?( (\*|[\p{L}\p{N}&]+\*?))*\$?[!?]?$/u);
      // A one-letter stem would match everything.
      expect(entry).not.toMatch(/^\*?.\*[!?]?$/u);
      expect(entry, 'little words are skipped before matching').not.toMatch(
        /(^| )(of|the|and|der|die|des|und|de|du|des|la|le|et|del|van|di|da|do)( |$)/,
      );
    }
  });

  test.each([
    ['functions', functions],
    ['ranks', ranks],
  ])('no entry of the %s means two things', (_, table) => {
    const meanings = new Map<string, string[]>();
    for (const [label, list] of Object.entries(table))
      for (const entry of entries(list)) {
        const bare = entry.replace(/[!?]$/, '');
        meanings.set(bare, [...(meanings.get(bare) ?? []), label]);
      }
    expect([...meanings].filter(([, labels]) => labels.length > 1)).toEqual([]);
  });
});
