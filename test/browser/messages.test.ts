import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPageMessage, Message } from '#lib/browser/messages.ts';

const page = {
  type: 'pageDetected',
  site: 'linkedin-person',
  detection: {
    kind: 'person',
    site: 'linkedin-person',
    url: 'https://www.linkedin.com/in/dana',
    person: { name: 'Dana' },
  },
};

test.each([
  ['what a page shows', page],
  ['that it shows nobody', { ...page, detection: null, site: null }],
  ['that a reader is wanted', { type: 'readerWanted', reader: 'mail' }],
  ['that a page is to be read once', { type: 'readThisPage', tabId: 7 }],
])('a message may say %s', (_what, message) => {
  expect(Message.safeParse(message).success).toBe(true);
});

describe('no message is', () => {
  test.each([
    ['an unknown kind', { type: 'becomeAdmin' }],
    [
      'a page with another shape of person',
      { ...page, detection: { ...page.detection, person: 7 } },
    ],
    ['a page with a text without end', { ...page, site: 'x'.repeat(61) }],
    ['a reader that is a path', { type: 'readerWanted', reader: '../background' }],
    ['a tab that is no number', { type: 'readThisPage', tabId: '7' }],
  ])('%s', (_what, message) => {
    expect(Message.safeParse(message).success).toBe(false);
  });

  test('anything at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(Message.safeParse(json).success).toBe(false);
        expect(isPageMessage(json)).toBe(false);
      }),
    );
  });
});

test('a page that said something wrong is known to be a page', () => {
  expect(isPageMessage({ ...page, detection: 'broken' })).toBe(true);
  expect(isPageMessage({ type: 'readerWanted' })).toBe(false);
});

test('nothing of a page gets through that no field is for', () => {
  const more = { ...page, detection: { ...page.detection, body: 'Dear Dana', cookies: 'a=b' } };
  expect(JSON.stringify(Message.parse(more))).not.toMatch(/Dear|cookies/);
});
