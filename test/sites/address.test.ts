import { describe, expect, test } from 'vitest';
import { emailIn, isMachine, thread, typed, withoutAddress } from '#lib/sites/mail/address.ts';

const url = new URL('https://mail.x.example/');

test.each([
  ['Ana <Ana.Gil@Acme.example>', 'ana.gil@acme.example'],
  ['mailto:ana@acme.example?subject=x', 'ana@acme.example'],
  ['/SOGo/so/ana@acme.example/Mail', 'ana@acme.example'],
  ['jörg@müller.example', 'jörg@müller.example'],
  ['ana at acme', undefined],
  ['@acme.example', undefined],
])('the address in %j is %j', (text, email) => expect(emailIn(text)).toBe(email));

describe('machines are no contacts, shared addresses are', () => {
  test.each([
    ['no-reply@x.example', true],
    ['noreply+42@x.example', true],
    ['do_not_reply@x.example', true],
    ['nepasrepondre@x.example', true],
    ['notifications@x.example', true],
    ['mailer-daemon@x.example', true],
    ['billing-noreply@x.example', true],
    ['sales@x.example', false],
    ['info@x.example', false],
    ['norbert.eply@x.example', false],
    ['alertson@x.example', false],
  ])('%s: %j', (email, machine) => expect(isMachine(email)).toBe(machine));
});

test('a thread holds everybody once, without the owner and machines', () => {
  const detection = thread(
    'x',
    url,
    [
      { part: 'from', email: 'ana@acme.example' },
      { part: 'to', email: 'ana@acme.example', name: 'Ana Gil' },
      { part: 'to', email: 'me@seller.example', name: 'Me' },
      { part: 'cc', email: 'noreply@tool.example', name: 'Tool' },
      { part: 'cc', name: 'Berg, Liv' },
    ],
    false,
    { emails: new Set(['me@seller.example']) },
  );
  expect(detection).toMatchObject({
    kind: 'thread',
    people: [
      { name: 'Ana Gil', emails: ['ana@acme.example'], part: 'from' },
      { name: 'Berg, Liv', emails: [], part: 'cc' },
    ],
  });
});

test('a mailbox that shows names alone knows its owner in either order', () => {
  const found = [{ part: 'to' as const, name: 'Sand, Vera' }];
  expect(thread('x', url, found, false, { emails: new Set(), name: 'Vera Sand' })).toBeNull();
});

test('typed recipients keep commas inside quotes', () => {
  expect(typed('"Park, Jo" <jo@acme.example>, nils@acme.example; half@', 'to')).toEqual([
    { part: 'to', email: 'jo@acme.example', name: 'Park, Jo' },
    { part: 'to', email: 'nils@acme.example', name: undefined },
  ]);
});

test.each([
  ['kim@acme.ex', []],
  ['kim@acme.example,', ['kim@acme.example']],
  ['Kim <kim@acme.example>', ['kim@acme.example']],
  ['kim@acme.example; jo@acme.co', ['kim@acme.example']],
])('while %j is being typed, only what is finished counts', (text, emails) => {
  expect(typed(text, 'to', true).map(({ email }) => email)).toEqual(emails);
});

test('a group’s name is nobody’s', () => {
  expect(typed('Board: Kim Löwe <kim@acme.example>, jo@acme.example;', 'cc')).toEqual([
    { part: 'cc', email: 'kim@acme.example', name: 'Kim Löwe' },
    { part: 'cc', email: 'jo@acme.example', name: undefined },
  ]);
});

test.each([
  ['Ana Gil <ana@acme.example>;', 'Ana Gil'],
  ['Ana Gil (ana@acme.example)', 'Ana Gil'],
  ['"Gil, Ana" <ana@acme.example>', 'Gil, Ana'],
  ['ana@acme.example', undefined],
  ['+3 others', undefined],
])('%j without its address is %j', (text, name) => expect(withoutAddress(text)).toBe(name));
