// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordIndex } from '#lib/model/word-index.ts';

const word = fc.integer({ min: 0, max: 200 }).map((n) => `w${n}`);
const step = fc.record({
  id: fc.integer({ min: 0, max: 60 }).map(String),
  words: fc.option(fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), { nil: null }),
  /** Whether somebody searches after it: then what is new has been sorted in. */
  asked: fc.boolean(),
});

test('whatever came and went, a few at a time or many, just those are found whose word begins so', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), word, (steps, query) => {
      const index = new WordIndex();
      const held = new Map<string, string[]>();
      for (const { id, words, asked } of steps) {
        if (words) index.put(id, words);
        else index.delete(id);
        if (words) held.set(id, words);
        else held.delete(id);
        if (asked) index.settle();
      }
      const fitting = [...held].filter(([, words]) => words.some((one) => one.startsWith(query)));
      expect(index.find([query], 100).sort()).toEqual(fitting.map(([id]) => id).sort());
    }),
  );
});
