// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { onlyEmployer, range, tenure, tenureIn, titleAt } from '#lib/sites/linkedin/tenure.ts';

const entry = (...lines: string[]) => lines;

describe('dates tell whether a job is over, in any language', () => {
  test.each([
    ['Jan 2021 - Present · 4 yrs', 'open'],
    ['Mai 2021–Heute · 5 Jahre', 'open'],
    ['2022年5月 - 至今 · 3年', 'open'],
    ['2020年1月～現在', 'open'],
    ['Dec 2019 - Dec 2024 · 5 yrs', 'closed'],
    ['2015 – 2019', 'closed'],
    ['Jun 2019 · 1 mo', undefined],
    ['4 yrs 10 mos', undefined],
    ['Since 2019 I have built teams - and shipped - a great many things', undefined],
  ])('%j: %j', (line, answer) => expect(range(line)).toBe(answer));
});

test('an organisation is where somebody works when one of its entries is open', () => {
  const entries = [
    entry('Buyer', 'Acme, Inc. · Full-time', '2015 - 2019'),
    entry('Head of Buying', 'Acme, Inc. · Full-time', '2021 - Present'),
    entry('Clerk', 'Harbour Works', '2010 - 2015'),
  ];
  expect(tenure(entries, 'Acme, Inc.')).toBe('now');
  expect(tenure(entries, 'Harbour Works')).toBe('past');
  expect(tenure(entries, 'Oldberg University')).toBe('unknown');
  expect(titleAt(entries, 'Acme, Inc.')).toBe('Head of Buying');
  expect(onlyEmployer(entries)).toBe('Acme, Inc.');
});

test('without entries the first dates after each mention count', () => {
  const section = document.createElement('section');
  for (const line of [
    'Experience',
    'Clerk',
    'Harbour Works · Full-time',
    '2010 - 2015',
    'Head',
    'Acme',
    '2021 - Present',
  ])
    section.append(Object.assign(document.createElement('p'), { textContent: line }));
  expect(tenureIn(section, 'Harbour Works')).toBe('past');
  expect(tenureIn(section, 'Acme')).toBe('now');
  expect(tenureIn(section, 'Oldberg')).toBe('unknown');
});

test('of several jobs none is the job', () => {
  const entries = [entry('Chair', 'Acme', '2020 - now'), entry('Owner', 'Beta', '2021 - now')];
  expect(onlyEmployer(entries)).toBeUndefined();
  expect(
    titleAt([entry('Acme', 'Lead', '2020 - now', 'Chair', '2021 - now')], 'Acme'),
  ).toBeUndefined();
});
