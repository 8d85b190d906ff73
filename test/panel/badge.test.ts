import { beforeEach, expect, test } from 'vitest';
import { Contact } from '#lib/model/records/contact.ts';
import { badgeOf } from '#lib/panel/badge.ts';
import { momentOf } from '#lib/panel/moment.ts';
import type { Store } from '#lib/store/store.ts';
import { cache, page, told } from '#test/store/cache.ts';
import { now, pageOf } from './pages.ts';

let store: Store;
beforeEach(async () => {
  store = await cache();
  const lena = { id: 'lena', accountId: 'acme', name: 'Lena Ito', linkedin: 'lena' };
  const member = {
    ...{ id: 'deal.lena', accountId: 'acme', opportunityId: 'deal', contactId: 'lena' },
    ...{ roles: ['ratifier'] as const, status: 'confirmed', external: false },
  };
  await store.apply(
    page({
      puts: [
        told('contact', Contact.parse(lena), 6),
        told('member', { ...member, roles: ['ratifier'], status: 'confirmed' }, 7),
      ],
    }),
  );
});
const badge = async (detection: object | null) =>
  badgeOf(await momentOf(store.db, pageOf(detection), now));
const person = (person: object) => badge({ kind: 'person', person: { emails: [], ...person } });

test('somebody known shows in how many decisions they are, not how many the account has', async () => {
  expect(await person({ linkedin: 'lena' })).toEqual({
    text: '1',
    title: 'Lena Ito is known, in 1 decision',
  });
});

test('somebody new, and somebody who may be known, are told apart', async () => {
  expect(await person({ name: 'Eve' })).toEqual({ text: '+', title: 'Eve is not known yet' });
  const namesake = { kind: 'person', person: { name: 'Ito, Lena', emails: [] } };
  expect(await badge({ ...namesake, account: { domains: ['acme.example'] } })).toMatchObject({
    text: '?',
  });
});

test('a list says how many of its people are known', async () => {
  const people = [
    { linkedin: 'lena', emails: [] },
    { name: 'Eve', emails: [] },
  ];
  expect(await badge({ kind: 'people', people })).toEqual({
    text: '1',
    title: '1 of 2 people here are known',
  });
});

test('a page that shows nobody leaves the icon as it is', async () => {
  expect(await badge(null)).toBeNull();
  expect(await badge({ kind: 'account', account: { name: 'Unheard Of', domains: [] } })).toBeNull();
});
