import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longTextLimit } from '#lib/model/fields.ts';
import { mergeText } from '#lib/model/merge-text.ts';
import { spentOn } from '#test/support/spent.ts';

const base =
  'Call Helena on Tuesday about the budget, then send the benchmark to Priya.\nAsk who signs.';

test('changes of different lines become one text', () => {
  const mine = `Met Tomás.\n${base}`;
  const theirs = base.replace('Ask who signs.', 'Helena signs.');
  const merged = `Met Tomás.\n${theirs}`;
  expect(mergeText(base, mine, theirs)).toBe(merged);
  expect(mergeText(base, theirs, mine)).toBe(merged);
});

test('changes of different words of one line become one text', () => {
  expect(
    mergeText(base, base.replace('Tuesday', 'Thursday'), base.replace('Priya', 'Priya and Dana')),
  ).toBe(
    'Call Helena on Thursday about the budget, then send the benchmark to Priya and Dana.\nAsk who signs.',
  );
});

test('a script without spaces is merged sign by sign', () => {
  expect(
    mergeText(
      '周二给海伦娜打电话，然后把报告发给普里亚',
      '周四给海伦娜打电话，然后把报告发给普里亚',
      '周二给海伦娜打电话，然后把报告发给丹娜',
    ),
  ).toBe('周四给海伦娜打电话，然后把报告发给丹娜');
});

test('what two people write below the same text stands one below the other, the earlier first', () => {
  expect(mergeText('Kick-off', 'Kick-off\n+ mine', 'Kick-off\n+ theirs')).toBe(
    'Kick-off\n+ theirs\n+ mine',
  );
  expect(mergeText('', 'mine', 'theirs')).toBe('theirs\nmine');
});

test.each([
  ['the same word', 'Call on Tuesday', 'Call on Friday', 'Call on Monday'],
  [
    'a few words around the same place',
    'Call Ana on Tuesday',
    'Call Ben on Tuesday',
    'Call Ana on Friday',
  ],
  ['a line that the other removed', 'One\nTwo\nThree', 'One\nThree', 'One\nTwo, and soon\nThree'],
  ['all of it, each a part', 'One\nTwo', 'Two', 'One'],
])('both changing %s is for a person to settle', (_what, before, mine, theirs) => {
  expect(mergeText(before, mine, theirs)).toBeNull();
  expect(mergeText(before, theirs, mine)).toBeNull();
});

test('the same change made twice is made once', () => {
  expect(mergeText(base, 'Done.', 'Done.')).toBe('Done.');
});

test('a text that would grow beyond its bound, or one too long to compare, is for a person to settle', () => {
  const half = 'x'.repeat(longTextLimit / 2);
  expect(mergeText('a', `a\n${half}`, `a\n${half}y`)).toBeNull();
  const many = '\n'.repeat(longTextLimit / 2);
  const like = '。'.repeat(220);
  const spent = spentOn(() => {
    expect(mergeText(many, `a${many}`, `${many}b`)).toBeNull();
    mergeText(like, `x${like.slice(3)}`, `${like}y`);
  });
  expect(spent).toBeLessThan(1000);
});

describe('for any three texts', () => {
  const text = fc
    .array(fc.constantFrom('call', 'Helena', 'and', 'Priya', '\n', '。', '周', ' ', 'on Friday.'), {
      maxLength: 30,
    })
    .map((parts) => parts.join(' '));
  test('one who changed nothing takes the other’s text', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(mergeText(one, one, other)).toBe(other);
        expect(mergeText(one, other, one)).toBe(other);
      }),
    );
  });
  test('it says no word that neither wrote, and loses none that both kept', () => {
    fc.assert(
      fc.property(text, text, text, (before, mine, theirs) => {
        const merged = mergeText(before, mine, theirs);
        if (merged === null) return;
        const signs = (of: string) => new Set(of.replace(/\s/g, ''));
        for (const sign of signs(merged)) expect(signs(mine + theirs)).toContain(sign);
      }),
    );
  });
});
