import { describe, expect, test } from 'vitest';
import { groupOf } from '#lib/sites/groups.ts';
import { sitesOf } from '#lib/sites/registry.ts';
import { companySlug, isHost, ownHost, profileSlug, straight } from '#lib/sites/url.ts';

const url = (address: string) => new URL(address);

test.each([
  ['https://linkedin.com/', true],
  ['https://se.linkedin.com/in/x', true],
  ['https://notlinkedin.com/in/x', false],
  ['https://linkedin.com.evil.example/in/x', false],
  ['https://evil.example/linkedin.com/in/x', false],
  ['https://linkedin.com@evil.example/in/x', false],
  ['ftp://linkedin.com/', false],
])('%s is on linkedin.com: %j', (address, is) =>
  expect(isHost(url(address), 'linkedin.com')).toBe(is),
);

test.each([
  ['https://www.linkedin.com/in/Ana-Gil/', 'ana-gil'],
  ['https://www.linkedin.com/in/j%C3%B8rn-berg?x=1', 'jørn-berg'],
  ['https://www.linkedin.com/mwlite/profile/in/ana-gil', 'ana-gil'],
  ['https://www.linkedin.com/in/ana-gil/overlay/contact-info/', 'ana-gil'],
  ['https://www.linkedin.com/in/me/', undefined],
  ['https://www.linkedin.com/in/ACoAAB9xyzxyzxyzxyzxyzxyz/', undefined],
  ['https://www.linkedin.com/company/ana-gil/', undefined],
  ['https://www.linkedin.com/in/%E0%A4%A/', undefined],
  ['https://notlinkedin.com/in/ana-gil/', undefined],
])('the profile slug of %s is %j', (address, slug) => expect(profileSlug(url(address))).toBe(slug));

test.each([
  ['https://www.linkedin.com/company/Serra-Azul/about/', 'serra-azul'],
  ['https://www.linkedin.com/showcase/kestrel/', 'kestrel'],
  ['https://www.linkedin.com/school/oldberg/', undefined],
  ['https://www.linkedin.com/company/setup/new/', undefined],
])('the company slug of %s is %j', (address, slug) => expect(companySlug(url(address))).toBe(slug));

test.each([
  ['https://www.acme.example/about', 'acme.example'],
  ['http://shop.acme.co.uk/', 'shop.acme.co.uk'],
  ['https://www.facebook.com/acme', undefined],
  ['https://linktr.ee/acme', undefined],
  ['http://127.0.0.1/', undefined],
  ['http://localhost/', undefined],
  ['mailto:ana@acme.example', undefined],
])('the own host of %s is %j', (address, host) => expect(ownHost(url(address))).toBe(host));

test('a detour through LinkedIn leads where it leads', () => {
  const detour =
    'https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Facme.example%2F&urlhash=x';
  expect(straight(url(detour)).href).toBe('https://acme.example/');
  expect(straight(url('https://acme.example/redir/redirect?url=x')).href).toContain('acme.example');
});

describe('the reader for an address', () => {
  test.each([
    ['https://www.linkedin.com/feed/', 'linkedin'],
    ['https://mail.google.com/mail/u/0/', 'mail'],
    ['https://outlook.cloud.microsoft/mail/', 'mail'],
    ['https://webmail.acme.example/?_task=mail', 'web'],
    ['http://127.0.0.1:8787/practice', 'web'],
    ['https://notlinkedin.com/in/x', undefined],
    ['https://www.linkedin.com.evil.example/in/x', undefined],
    ['https://mail.google.com.evil.example/', undefined],
    ['chrome://extensions', undefined],
    ['about:blank', undefined],
  ])('%s: %s', (address, group) => expect(groupOf(url(address))).toBe(group));
});

describe('a site claims its own addresses and no look-alike path', () => {
  const claims = (address: string) => {
    const group = groupOf(url(address));
    return group
      ? sitesOf[group].filter((site) => site.matches(url(address))).map(({ id }) => id)
      : [];
  };
  test.each([
    ['https://www.linkedin.com/in/ana-gil/', ['linkedin-profile', 'linkedin-chat']],
    ['https://www.linkedin.com/in/ana-gil/de/', ['linkedin-profile', 'linkedin-chat']],
    ['https://www.linkedin.com/in/ana-gil/details/skills/', ['linkedin-details', 'linkedin-chat']],
    ['https://www.linkedin.com/in/ana-gil/recent-activity/all/', ['linkedin-chat']],
    ['https://www.linkedin.com/in/', ['linkedin-chat']],
    ['https://www.linkedin.com/incident/ana-gil', []],
    ['https://www.linkedin.com/pulse/in/ana-gil', []],
    ['https://www.linkedin.com/authwall?sessionRedirect=x', []],
    ['https://www.linkedin.com/sales/lead/ACwAABxyz_1,NAME,a', ['sales-lead']],
    ['https://www.linkedin.com/sales/search/people?query=x', ['sales-list']],
    ['https://www.linkedin.com/search/results/all/?keywords=x', ['linkedin-chat']],
    ['https://mail.google.com/mail/u/0/#inbox', ['gmail']],
    ['https://outlook.office.com/calendar/view', []],
    ['https://webmail.acme.example/?_task=settings', ['schema-org', 'web-page']],
  ])('%s: %j', (address, ids) => expect(claims(address)).toEqual(ids));
});
