import { expect, test } from 'vitest';
import { Detection, type SeenPerson } from '#lib/model/detection.ts';
import { normalise } from '#lib/model/normalise.ts';

const seen = { site: 'test', url: 'https://page.example/' };
const person = (over: object) =>
  normalise(Detection.parse({ kind: 'person', ...seen, person: over }));
const account = (over: object) =>
  normalise(Detection.parse({ kind: 'account', ...seen, account: over }));

test('names are put in reading order, slugs and addresses in lower case, each once', () => {
  expect(
    person({
      name: 'Whitfield, Dana',
      linkedin: 'Dana-Whitfield',
      emails: ['DANA@Acme.example', 'dana@acme.example', 'not an address'],
    }),
  ).toMatchObject({
    person: { name: 'Dana Whitfield', linkedin: 'dana-whitfield', emails: ['dana@acme.example'] },
  });
});

test('a slug that cannot be one is left out, and the rest stays', () => {
  const { person: left } = person({ name: 'Dana', linkedin: 'a/b?c' }) as { person: SeenPerson };
  expect(left.linkedin).toBeUndefined();
  expect(left.name).toBe('Dana');
});

test('an account’s domains are registrable, its website’s among them, each once', () => {
  expect(
    account({
      name: 'ACME',
      domains: ['www.acme.co.uk', 'acme.co.uk'],
      website: 'https://jobs.acme.com/de',
    }),
  ).toMatchObject({ account: { domains: ['acme.co.uk', 'acme.com'] } });
});

test.each([
  'https://www.linkedin.com/company/acme',
  'https://facebook.com/acme',
  'https://gmail.com',
  'http://10.0.0.7/',
])('a website at %s says nothing of an account’s domain', (website) => {
  expect(account({ name: 'ACME', website })).toMatchObject({ account: { domains: [] } });
});

test('people of lists and threads are normalised too, and keep their part', () => {
  const people = [{ name: 'Doe, Jane', emails: ['JANE@acme.example'], part: 'cc' }];
  const thread = normalise(Detection.parse({ kind: 'thread', ...seen, people, composing: false }));
  expect(thread).toMatchObject({
    people: [{ name: 'Jane Doe', emails: ['jane@acme.example'], part: 'cc' }],
  });
  expect(normalise(Detection.parse({ kind: 'people', ...seen, people }))).toMatchObject({
    people: [{ name: 'Jane Doe' }],
  });
});

test('normalising twice is normalising once', () => {
  const once = account({ name: 'ACME', domains: ['www.acme.co.uk'], linkedin: 'ACME' });
  expect(normalise(once)).toEqual(once);
});

test('text that no database can keep is mended on the way in', () => {
  const { person: mended } = person({ name: 'Da\u0000na \ud83d' }) as { person: SeenPerson };
  expect(mended.name).toBe('Dana \ufffd');
});
