import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jobFunctions, seniorities } from '#lib/model/persona/kinds.ts';
import { persona } from '#lib/model/persona/persona.ts';
import { spentOn } from '#test/support/spent.ts';
import { cases } from './cases.ts';

const titles = Object.values(cases).flatMap((list) => list.map(([title]) => title));
const title = fc.oneof(
  fc.constantFrom(...titles),
  fc
    .array(
      fc.constantFrom(
        ...titles,
        'at',
        'of',
        '|',
        '/',
        '&',
        ',',
        ' - ',
        'ex-',
        '@',
        '(m/w/d)',
        'GmbH',
      ),
      {
        maxLength: 8,
      },
    )
    .map((words) => words.join(' ')),
);
const verdict = (text: string) => {
  const { because: _, ...rest } = persona(text);
  return rest;
};

test('any text at all gets a whole answer', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), title), (text) => {
      const answer = persona(text);
      expect(jobFunctions).toContain(answer.function);
      expect(seniorities).toContain(answer.seniority);
      expect(answer.confidence).toBeGreaterThanOrEqual(0);
      expect(answer.confidence).toBeLessThanOrEqual(1);
      expect(answer.because).toMatch(/\.$/);
      expect(answer.because.length).toBeLessThan(300);
    }),
    { numRuns: 2000 },
  );
});

test('lone halves of a character are no error', () => {
  expect(persona('Head of \ud83d Sales \udc00')).toMatchObject({
    function: 'sales',
    seniority: 'lead',
  });
});

test('capitals, accents, width and outer spaces change nothing', () => {
  fc.assert(
    fc.property(title, (text) => {
      const expected = verdict(text);
      expect(verdict(text.toUpperCase())).toEqual(expected);
      expect(verdict(text.toLowerCase())).toEqual(expected);
      expect(verdict(text.normalize('NFD'))).toEqual(expected);
      expect(verdict(text.normalize('NFD').replace(/\p{M}/gu, ''))).toEqual(expected);
      expect(verdict(`\t ${text}  \n`)).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test('an employer behind "at" decides nothing', () => {
  for (const employer of ['Marketing Masters', 'Legal & Finance Consulting', 'CEO Partners'])
    for (const preposition of ['at', '@', 'bei', 'chez'])
      expect(verdict(`Head of Procurement ${preposition} ${employer}`)).toEqual(
        verdict('Head of Procurement'),
      );
});

test('a hundred times the length does not take a hundred times as long', () => {
  const pieces = [
    'Leiter ',
    '总经理',
    '(',
    'm/w/',
    'leiter:in',
    'r & ',
    'a.b.',
    ' ',
    '- ',
    'ex-',
    'ﷺ',
  ];
  const spent = (text: string) => spentOn(() => persona(text));
  for (const piece of pieces) {
    persona(piece.repeat(10));
    // Generous against a slow machine; a quadratic matcher takes seconds for the second.
    expect(spent(piece.repeat(10_000 / piece.length))).toBeLessThan(100);
    expect(spent(piece.repeat(1_000_000 / piece.length))).toBeLessThan(500);
  }
});
