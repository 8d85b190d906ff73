import { describe, expect, test } from 'vitest';
import { knownHosts, patternsFor, siteSwitches } from '#lib/browser/hosts.ts';

describe('the patterns asked for', () => {
  test.each([
    ['linkedin.com', ['https://*.linkedin.com/*']],
    ['https://uk.linkedin.com/in/jane', ['https://*.linkedin.com/*']],
    ['mail.google.com', ['https://mail.google.com/*']],
    ['google.com', ['https://google.com/*']],
    ['notlinkedin.com', ['https://notlinkedin.com/*']],
    ['linkedin.com.evil.example', ['https://linkedin.com.evil.example/*']],
    [' Webmail.ACME.example ', ['https://webmail.acme.example/*']],
    ['https://webmail.acme.example:8443/?_task=mail', ['https://webmail.acme.example/*']],
    ['http://webmail.acme.example', ['https://webmail.acme.example/*']],
    ['localhost:3000', ['http://localhost/*']],
    ['http://127.0.0.1:8787/practice', ['http://127.0.0.1/*']],
    ['münchen.example', ['https://xn--mnchen-3ya.example/*']],
  ])('for %s are %j', (typed, patterns) => {
    expect(patternsFor(typed)).toEqual(patterns);
  });

  test('for one of Outlook’s addresses are those of all of them', () => {
    expect(patternsFor('outlook.office365.com')).toHaveLength(4);
  });

  test.each([
    '',
    'intranet',
    'a b.example',
    '<all_urls>',
    '*',
    '*.com',
    'https://*/*',
    'https://*.acme.example/*',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'chrome://settings',
  ])('%s is no host', (typed) => {
    expect(() => patternsFor(typed)).toThrow(TypeError);
  });
});

describe('the list of sites', () => {
  test('has the known ones, off until all their patterns are on', () => {
    expect(siteSwitches([]).map(({ on }) => on)).toEqual(knownHosts.map(() => false));
    const outlook = patternsFor('outlook.live.com');
    const state = (on: string[]) => siteSwitches(on).find(({ name }) => name === 'Outlook')?.on;
    expect(state(outlook.slice(1))).toBe(false);
    expect(state(outlook)).toBe(true);
  });

  test('has after them what the user added, and what is offered, each once', () => {
    const on = ['https://webmail.acme.example/*', 'http://127.0.0.1/*'];
    const own = siteSwitches(on, ['127.0.0.1', 'localhost']).filter((site) => site.own);
    expect(own).toEqual([
      { host: '127.0.0.1', on: true, own: true },
      { host: 'localhost', on: false, own: true },
      { host: 'webmail.acme.example', on: true, own: true },
    ]);
  });
});
