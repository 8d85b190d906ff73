import { expect, test } from 'vitest';
import { engagedContacts, engagement, twoWayContacts } from '#lib/model/engagement.ts';
import { daysAgo, now, opportunity, touch } from './groups.ts';

const deal = opportunity();
const on = (...days: number[]) => days.map((at) => touch(['p1'], { at: daysAgo(at) }));
const is = (...days: number[]) => engagement(on(...days), 'p1', deal, now);

test.each([
  ['active', 'as many as before', [1, 2, 31, 32], 'active'],
  ['active', 'four after five', [1, 2, 3, 4, 31, 32, 33, 34, 35], 'active'],
  ['cooling', 'three after four', [1, 2, 3, 31, 32, 33, 34], 'cooling'],
  ['cooling', 'three after ten', [1, 2, 3, ...Array(10).fill(40)], 'cooling'],
  ['dark', 'two after seven', [1, 2, ...Array(7).fill(40)], 'dark'],
  ['active', 'some after none', [29], 'active'],
  ['dark', 'none after some', [45], 'dark'],
  ['dark', 'none at all', [], 'dark'],
])('a member is %s with %s', (_word, _case, days, expected) => {
  expect(is(...days)).toBe(expected);
});

test('the window of 30 days ends after 30 days, and tomorrow’s meeting is no touch yet', () => {
  expect(engagedContacts(on(29.9), deal, now)).toContain('p1');
  expect(engagedContacts(on(30), deal, now)).not.toContain('p1');
  expect(engagedContacts(on(0), deal, now)).toContain('p1');
  expect(engagedContacts(on(-1), deal, now)).not.toContain('p1');
});

test.each([
  ['an inbound mail', { channel: 'email', direction: 'inbound' }, true],
  ['an outbound mail', { channel: 'email', direction: 'outbound' }, false],
  ['a call we made', { channel: 'call', direction: 'outbound' }, true],
  ['a meeting', { channel: 'meeting' }, true],
  ['a web visit', { channel: 'web', direction: 'inbound' }, false],
  ['a mail of nobody knows which way', { channel: 'email' }, false],
])('%s is two-way: %s', (_what, over, expected) => {
  const touches = [touch(['p1'], { ...over, at: daysAgo(59) })];
  expect(twoWayContacts(touches, deal, now).has('p1')).toBe(expected);
  expect(twoWayContacts([touch(['p1'], { ...over, at: daysAgo(60) })], deal, now).size).toBe(0);
});
