import { describe, expect, test } from 'vitest';
import { personName, sameName, titleParts } from '#lib/sites/names.ts';

describe('a name comes out as its person writes it', () => {
  test.each([
    ['Mira Óskarsdóttir 🌿', 'Mira Óskarsdóttir 🌿'],
    ['  田中 さくら ', '田中 さくら'],
    ['LOKE (Nils) BERG', 'LOKE (Nils) BERG'],
    ['Gal·la Puig', 'Gal·la Puig'],
    ['Ana Gil, PhD', 'Ana Gil, PhD'],
    ['Gil, Ana', 'Gil, Ana'],
    ['\u200eנועה כהן\u200f', 'נועה כהן'],
  ])('%j', (shown, name) => expect(personName(shown)).toBe(name));
});

describe('what a page puts beside a name is not the name', () => {
  test.each([
    ['Ana Gil (She/Her)', 'Ana Gil'],
    ['Ana Gil (sie/ihr)', 'Ana Gil'],
    ['Odile Roux (elle/iel/elle)', 'Odile Roux'],
    ['Ana Gil • 2nd', 'Ana Gil'],
    ['Ana Gil · 2e et +', 'Ana Gil'],
  ])('%j', (shown, name) => expect(personName(shown)).toBe(name));
});

test.each(['', '   ', '·', '• 2nd', '***** ****', '42', 'ana@x.example', 'https://x.example/ana'])(
  '%j is no name',
  (shown) => expect(personName(shown)).toBeUndefined(),
);

describe('two spellings on one page', () => {
  test.each([
    ['Corako (Neko) Bomezak', 'Corako Bomezak', true],
    ['Ana GIL', 'ana gil', true],
    ['José Peña 🎯', 'Jose Pena', true],
    ['Ana Gil', 'Ana Roux', false],
    ['Ana Gil', '', false],
    ['Experience', 'Ana Gil', false],
  ])('%j and %j: %j', (one, other, same) => expect(sameName(one, other)).toBe(same));
});

test('a title tells its parts without the counter and the site', () => {
  expect(titleParts('(3) Experience | Ana Gil | LinkedIn')).toEqual(['Experience', 'Ana Gil']);
  expect(titleParts('LinkedIn')).toEqual([]);
  expect(titleParts('')).toEqual([]);
});
