import { expect, test } from 'vitest';
import { Account } from '#lib/model/records/account.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { hasAll, ownWords, searchTerms, searchWords } from '#lib/model/search.ts';
import { WordIndex } from '#lib/model/word-index.ts';

const person = (name: string, more: object = {}) =>
  ownWords('contact', Contact.parse({ id: 'x', accountId: 'a', name, ...more }));
const company = (name: string, more: object = {}) =>
  ownWords('account', Account.parse({ id: 'a', name, ...more }));

test.each([
  ['tomás echeverría', person('Tomas Echeverria')],
  ['tomas ech', person('Tomás Echeverría')],
  ['echeverria tom', person('Tomás Echeverría')],
  ['Echeverría, Tomás', person('Tomás Echeverría')],
  ['tom', person('Echeverría, Tomás')],
  ['t. echeverria', person('Tomás Echeverría')],
  ['te', person('Tomás Echeverría')],
  ['te', person('Echeverría, Tomás')],
  ['muller', person('Jörg Müller')],
  ['strasse', company('Straße & Söhne')],
  ['o’brien', person("Sinéad O'Brien")],
  ['ŁUKASZ', person('Lukasz Nowak')],
  ['dana.w', person('D', { emails: ['dana.whitfield@acme.example'] })],
  ['whitfield@acme.example', person('D', { emails: ['dana.whitfield@acme.example'] })],
  ['procurement', person('Dana', { title: 'Head of Procurement' })],
  ['acme.exa', company('Acme GmbH', { domains: ['acme.example'] })],
  ['李', person('李伟')],
  ['伟', person('李伟')],
  ['科技', company('上海远望科技有限公司')],
  ['远望 acme', company('ACME上海远望科技')],
  ['上海', company('ACME上海远望科技')],
  ['فاطمة', person('فاطمة الزهراء')],
])('“%s” finds it', (query, words) => {
  expect(searchTerms(query).length).toBeGreaterThan(0);
  expect(hasAll(words, searchTerms(query))).toBe(true);
});

test.each([
  ['omas', person('Tomás Echeverría')],
  ['tomas smith', person('Tomás Echeverría')],
  ['伟李', person('李伟')],
  ['%', company('Acme')],
])('“%s” does not', (query, words) => {
  const terms = searchTerms(query);
  expect(terms.length > 0 && hasAll(words, terms)).toBe(false);
});

test('what is typed without end is bounded, and nothing is nothing', () => {
  expect(searchTerms('x'.repeat(100_000))[0]?.length).toBeLessThanOrEqual(40);
  expect(searchTerms('a b c d e f g h i j k')).toHaveLength(8);
  expect(searchTerms(' .,;\u0000\ud83d ')).toEqual([]);
  expect(searchWords('')).toEqual([]);
});

test('an index forgets what is deleted, and what a record was called before', () => {
  const index = new WordIndex();
  index.put('1', ['dana', 'whitfield']);
  index.put('2', ['dana', 'ott']);
  expect(index.find(['da', 'wh'], 10)).toEqual(['1']);
  index.put('1', ['dana', 'rossi']);
  expect(index.find(['wh'], 10)).toEqual([]);
  expect(index.find(['ro'], 10)).toEqual(['1']);
  index.delete('2');
  expect(index.find(['da'], 10)).toEqual(['1']);
  expect(index.find(['ott'], 10)).toEqual([]);
  index.put('3', ['ottilie']);
  expect(index.find(['ott'], 10)).toEqual(['3']);
  expect(index.find([], 10)).toEqual([]);
  expect(index.size).toBe(2);
});

test('a word inside another word is not its beginning', () => {
  const index = new WordIndex();
  index.put('1', ['anna', 'bananna']);
  expect(index.find(['ban', 'ann'], 10)).toEqual(['1']);
  expect(index.find(['ban', 'nan'], 10)).toEqual([]);
});
