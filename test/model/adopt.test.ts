import { expect, test } from 'vitest';
import { adopt } from '#lib/model/adopt.ts';
import { Account } from '#lib/model/records/account.ts';
import { Contact } from '#lib/model/records/contact.ts';

const at = '2026-11-22T12:00:00.000Z';
const earlier = Contact.parse({
  id: 'dana',
  accountId: 'acme',
  name: 'Dana Whitfield',
  emails: ['dana@acme.example'],
  sources: { name: { from: 'import', at } },
});
const later = Contact.parse({
  id: 'dana',
  accountId: 'globex',
  name: 'D. Whitfield',
  title: 'VP of HR',
  emails: ['dw@acme.example', 'dana@acme.example'],
  sources: { name: { from: 'page', at }, title: { from: 'page', at } },
});

test('the earlier record keeps all it says and gains what it did not know', () => {
  expect(adopt(earlier, later)).toEqual({
    ...earlier,
    title: 'VP of HR',
    emails: ['dana@acme.example', 'dw@acme.example'],
    sources: { name: { from: 'import', at }, title: { from: 'page', at } },
  });
});

test('the person stays at the account on record', () => {
  expect(adopt(earlier, later).accountId).toBe('acme');
});

test('adopting again changes nothing, and nothing given is changed', () => {
  const [before, other] = [structuredClone(earlier), structuredClone(later)];
  const once = adopt(earlier, later);
  expect(adopt(once, later)).toEqual(once);
  expect([earlier, later]).toEqual([before, other]);
});

test('an account of a slug and one of a domain become one with both', () => {
  const slug = Account.parse({ id: 'a1', name: 'ACME', linkedin: 'acme', target: true });
  const domain = Account.parse({ id: 'a1', name: 'Acme Inc', domains: ['acme.example'] });
  expect(adopt(slug, domain)).toMatchObject({
    name: 'ACME',
    linkedin: 'acme',
    domains: ['acme.example'],
    target: true,
  });
});
