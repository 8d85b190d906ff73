import { describe, expect, test } from 'vitest';
import { things } from '#lib/sites/web/jsonld.ts';
import { fromThings } from '#lib/sites/web/schema.ts';

const url = new URL('https://www.acme.example/team');
const declared = (...items: object[]) =>
  fromThings(
    items.flatMap((item) => things(item)),
    url,
  );
const ana = { '@type': 'Person', name: 'Ana Gil', jobTitle: 'CFO' };

test('one person on a page of her own is the page’s person, with her employer', () => {
  expect(
    declared({
      '@type': 'ProfilePage',
      mainEntity: {
        ...ana,
        worksFor: { '@type': 'Organization', name: 'Acme', url: 'https://acme.example/' },
      },
    }),
  ).toMatchObject({
    kind: 'person',
    person: { name: 'Ana Gil', title: 'CFO', company: 'Acme' },
    account: { name: 'Acme', domains: ['acme.example'] },
  });
});

test('several people of one organisation are its people', () => {
  expect(
    declared({ '@type': 'Organization', name: 'Acme' }, ana, { ...ana, name: 'Bo Roux' }),
  ).toMatchObject({
    kind: 'account',
    account: { name: 'Acme' },
    people: [{ name: 'Ana Gil' }, { name: 'Bo Roux' }],
  });
});

test('several people of no organisation are a list', () => {
  expect(declared(ana, { ...ana, name: 'Bo Roux' })).toMatchObject({ kind: 'people' });
});

describe('a byline is no contact', () => {
  test.each(['Article', 'BlogPosting', 'NewsArticle', 'Product', 'Recipe', 'Event'])(
    '%s',
    (type) => {
      expect(
        declared({ '@type': type, author: ana }, ana, {
          '@type': 'Organization',
          name: 'The Gazette',
        }),
      ).toBeNull();
    },
  );
});

test('a directory’s deep page gives a company no domain', () => {
  expect(
    declared({ '@type': 'LocalBusiness', name: 'Acme', url: 'https://directory.example/b/acme' }),
  ).toMatchObject({
    account: { name: 'Acme', domains: [] },
  });
});

test('of several jobs none is said', () => {
  expect(
    declared({
      ...ana,
      jobTitle: ['CFO', 'Chair'],
      worksFor: [{ name: 'Acme' }, { name: 'Beta' }],
    }),
  ).toMatchObject({
    kind: 'person',
    person: { name: 'Ana Gil', emails: [] },
  });
  const both = declared({ ...ana, jobTitle: ['CFO', 'Chair'] });
  expect(both?.kind === 'person' && both.person.title).toBeUndefined();
});
