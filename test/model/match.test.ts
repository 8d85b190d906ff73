import { describe, expect, test } from 'vitest';
import { SeenAccount, SeenPerson } from '#lib/model/detection.ts';
import { matchAccount, matchPerson } from '#lib/model/match.ts';
import { Account } from '#lib/model/records/account.ts';
import { Contact } from '#lib/model/records/contact.ts';

const account = (id: string, over: object = {}) => Account.parse({ id, name: id, ...over });
const contact = (id: string, over: object = {}) =>
  Contact.parse({ id, accountId: 'acme', name: 'Somebody Else', ...over });
const company = (over: object) => SeenAccount.parse(over);
const person = (over: object) => SeenPerson.parse(over);

describe('an account', () => {
  const bySlug = account('by-slug', { linkedin: 'acme' });
  const byDomain = account('by-domain', { domains: ['acme.com'] });

  test('is known by its LinkedIn slug before its domain', () => {
    const seen = company({ linkedin: 'acme', domains: ['acme.com'] });
    expect(matchAccount(seen, [byDomain, bySlug])).toEqual({
      is: 'known',
      account: bySlug,
      by: 'linkedin:company:acme',
    });
  });

  test('is known by its domain', () => {
    const seen = company({ domains: ['elsewhere.com', 'acme.com'] });
    expect(matchAccount(seen, [bySlug, byDomain])).toMatchObject({
      is: 'known',
      account: byDomain,
      by: 'domain:acme.com',
    });
  });

  test('that shares its domain with another one is a question', () => {
    const twin = account('twin', { domains: ['acme.com'] });
    expect(matchAccount(company({ domains: ['acme.com'] }), [byDomain, twin])).toMatchObject({
      is: 'ambiguous',
      accounts: [byDomain, twin],
    });
  });

  test('with no more than the same name is only maybe it', () => {
    const named = account('a1', { name: 'ACME, Inc.' });
    expect(matchAccount(company({ name: 'Acme GmbH' }), [named])).toEqual({
      is: 'maybe',
      accounts: [named],
      because: 'name',
    });
  });

  test('with a name of nothing but signs resembles nobody', () => {
    expect(matchAccount(company({ name: '???' }), [account('a1', { name: '***' })])).toEqual({
      is: 'new',
    });
  });

  test('is new when nothing fits', () => {
    expect(matchAccount(company({ name: 'Globex' }), [bySlug, byDomain])).toEqual({ is: 'new' });
  });
});

describe('a person', () => {
  const acme = account('acme');
  const slug = contact('c-slug', { linkedin: 'jane-doe' });
  const lead = contact('c-lead', { salesNavigator: 'ACwAAA' });
  const mail = contact('c-mail', { emails: ['jane@acme.com'] });
  const all = [mail, lead, slug];

  test.each([
    [{ linkedin: 'jane-doe', salesNavigator: 'ACwAAA', emails: ['jane@acme.com'] }, slug],
    [{ salesNavigator: 'ACwAAA', emails: ['jane@acme.com'] }, lead],
    [{ emails: ['other@acme.com', 'jane@acme.com'] }, mail],
  ])('is known by the strongest of %j', (keys, expected) => {
    expect(matchPerson(person(keys), acme, all)).toMatchObject({
      is: 'known',
      contact: expected,
      elsewhere: false,
    });
  });

  test('is a question by name, and only within the account', () => {
    const jane = contact('jane', { name: 'Doe, Jane' });
    const stranger = contact('jane-2', { name: 'Jane Doe', accountId: 'globex' });
    const seen = person({ name: 'Jane Doe' });
    expect(matchPerson(seen, acme, [jane, stranger])).toEqual({
      is: 'maybe',
      contacts: [jane],
      because: 'name',
    });
    expect(matchPerson(seen, undefined, [jane, stranger])).toEqual({ is: 'new' });
  });

  test('never becomes known by a name, however equal', () => {
    const jane = contact('jane', { name: 'Jane Doe', emails: ['jane@acme.com'] });
    const seen = person({ name: 'Jane Doe', emails: ['j.doe@acme.com'] });
    expect(matchPerson(seen, acme, [jane]).is).toBe('maybe');
  });

  test('seen with another employer is known, and said to be elsewhere', () => {
    const seen = person({ linkedin: 'jane-doe' });
    expect(matchPerson(seen, account('globex'), all)).toMatchObject({
      is: 'known',
      elsewhere: true,
    });
    expect(matchPerson(seen, undefined, all)).toMatchObject({ is: 'known', elsewhere: false });
  });
});
