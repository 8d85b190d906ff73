import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companyDomain, isFreeMail, registrableDomain } from '#lib/model/domains.ts';

describe('the registrable domain', () => {
  test.each([
    ['www.acme.com', 'acme.com'],
    ['https://careers.ACME.co.uk/jobs?x=1', 'acme.co.uk'],
    ['mail.acme.com.br', 'acme.com.br'],
    [' acme.example ', 'acme.example'],
    ['shop.acme.uk.com', 'acme.uk.com'],
    ['acme.github.io', 'acme.github.io'],
    ['münchen.de', 'xn--mnchen-3ya.de'],
    ['www.xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
    ['127.0.0.1', null],
    ['http://[::1]:8787/', null],
    ['localhost', null],
    ['co.uk', null],
    ['', null],
    ['not a host', null],
  ])('of %s is %s', (host, expected) => {
    expect(registrableDomain(host)).toBe(expected);
  });

  test('never throws, and is the same for its own answer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.domain(), fc.webUrl()), (text) => {
        const domain = registrableDomain(text);
        if (domain !== null) expect(registrableDomain(domain)).toBe(domain);
      }),
    );
  });
});

describe('the company of an address', () => {
  test.each([
    ['dana@hr.acme.co.uk', 'acme.co.uk'],
    ['Dana@ACME.com', 'acme.com'],
    ['"a@b"@acme.com', 'acme.com'],
    ['dana@gmail.com', null],
    ['dana@yahoo.co.jp', null],
    ['dana@mail.ru', null],
    ['dana@qq.com', null],
    ['dana@t-online.de', null],
    ['dana@[10.0.0.1]', null],
    ['dana@localhost', null],
    ['@acme.com', null],
    ['acme.com', null],
    ['dana@', null],
  ])('%s is %s', (email, expected) => {
    expect(companyDomain(email)).toBe(expected);
  });

  test('a company whose name begins like a mail provider’s is still one', () => {
    for (const domain of ['gmailtools.com', 'livechat.com', 'outlookgroup.com', 'gmx-racing.com'])
      expect(isFreeMail(domain)).toBe(false);
  });
});
