// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { detect } from '#lib/sites/detect.ts';
import type { Pack } from '#lib/sites/look.ts';
import { parsePack } from '#lib/sites/pack/parse.ts';
import { readerOf } from '#lib/sites/reader.ts';
import { bundledPack } from '#lib/sites/registry.ts';
import { defineSite } from '#lib/sites/site.ts';

const site = defineSite({
  id: 'x',
  reads: ['name', 'title'],
  matches: () => true,
  detect: (document, url, look) => {
    const name = look.text(document, 'name');
    return name ? { kind: 'person', site: 'x', url: url.href, person: { name, emails: [] } } : null;
  },
});
const url = new URL('https://x.example/');
const way = (css: string) => ({ css, seen: '2026-11' });
const pack = (version: number, css: string, off: string[] = []): Pack => ({
  version,
  off,
  ways: { 'x.name': [way(css)] },
});
const bundled = pack(2026110100, 'h1');
const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const nameIn = (reader: ReturnType<typeof readerOf>, newer?: Pack) => {
  const { detection } = reader.read(page('<h1>Old</h1><h2>New</h2>'), url, false, newer);
  return detection?.kind === 'person' ? detection.person.name : null;
};

test('the bundled pack is itself a good pack', () => {
  expect(parsePack(bundledPack)).toEqual(bundledPack);
});

describe('a pack that is not flat strings is refused whole', () => {
  test.each([
    ['a way with code', { ways: { 'x.name': [{ ...way('h1'), run: 'alert(1)' }] } }],
    [
      'an attribute that holds what was typed',
      { ways: { 'x.name': [{ ...way('input'), attr: 'value' }] } },
    ],
    ['a rule of style', { ways: { 'x.name': [way('h1 { color: red }')] } }],
    ['an empty list of ways', { ways: { 'x.name': [] } }],
    ['a field without a site', { ways: { name: [way('h1')] } }],
    ['an unknown part', { more: true }],
    ['no version', { version: undefined }],
  ])('%s', (_, part) => expect(parsePack({ ...bundled, ...part })).toBeUndefined());
});

describe('a newer pack', () => {
  test('mends a field', () =>
    expect(nameIn(readerOf([site], bundled), pack(2026110200, 'h2'))).toBe('New'));
  test('switches a site off', () =>
    expect(nameIn(readerOf([site], bundled), pack(2026110200, 'h2', ['x']))).toBeNull());
  test('that is not newer does not serve', () =>
    expect(nameIn(readerOf([site], bundled), pack(2026110100, 'h2'))).toBe('Old'));
  test('with one broken selector does not serve at all', () => {
    const broken = {
      ...pack(2026110200, 'h2'),
      ways: { 'x.name': [way('h2')], 'x.title': [way('p:nth-child(')] },
    };
    expect(nameIn(readerOf([site], bundled), broken)).toBe('Old');
  });
});

test('a reading tells which way worked and what stayed unread', () => {
  const reading = detect([site], page('<h1>Ana</h1>'), url, {
    ...bundled,
    ways: { 'x.name': [way('.gone'), way('h1')] },
  });
  expect(reading).toMatchObject({ ways: { name: 'h1' }, unread: ['title'] });
});

test('a detector that throws claims nothing and says so', () => {
  const bad = defineSite({
    ...site,
    detect: () => {
      throw new Error('broken');
    },
  });
  expect(detect([bad], page(''), url, bundled)).toMatchObject({
    detection: null,
    ways: { error: 'broken' },
  });
});
