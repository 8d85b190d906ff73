// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LookupAnswer } from '#lib/contract/sync.ts';
import { lookupLimit } from '#lib/contract/version.ts';
import { account, contact, problem, type Wire, type Workspace, wire } from './wire.ts';

let net: Wire;
let here: Workspace;
beforeAll(async () => {
  net = await wire();
  here = await net.workspace();
  await here.client('ana').push(
    account('acme', { name: 'ACME, Inc.', domains: ['acme.example'], linkedin: 'acme' }),
    contact('dana', 'acme', {
      linkedin: 'dana-w',
      salesNavigator: 'ACwAAA',
      emails: ['dana@acme.example'],
    }),
    contact('gone', 'acme', { linkedin: 'gone' }),
    { name: 'contact.remove@1', args: { contactId: 'gone' } },
  );
});
afterAll(() => net.close());

const ask = (keys: unknown, user = here.subject('ben')) =>
  net.post(user, '/v1/lookup', JSON.stringify({ keys }));
const found = async (...keys: string[]) =>
  LookupAnswer.parse(await (await ask(keys)).json()).matches;

test.each([
  ['linkedin:in:dana-w', 'contact', 'dana'],
  ['salesnavigator:ACwAAA', 'contact', 'dana'],
  ['email:dana@acme.example', 'contact', 'dana'],
  ['linkedin:company:acme', 'account', 'acme'],
  ['domain:acme.example', 'account', 'acme'],
  ['name:acme', 'account', 'acme'],
])('%s is a %s, and says which account to follow', async (key, kind, id) => {
  expect(await found(key)).toEqual([{ key, kind, id, scope: 'acme' }]);
});

test.each([
  ['somebody deleted', 'linkedin:in:gone'],
  ['part of an address', 'email:dana'],
  ['a pattern', 'email:%'],
  ['what a record hangs on', 'of:account:acme'],
  ['a text no database can keep', 'email:\u0000@acme.example'],
  ['half a sign', 'name:\ud83d'],
])('%s is nobody', async (_what, key) => {
  expect(await found(key)).toEqual([]);
});

test('several keys of one record are several matches, and none are none', async () => {
  expect(
    await found('linkedin:in:dana-w', 'domain:acme.example', 'domain:other.example'),
  ).toHaveLength(2);
  expect(await found()).toEqual([]);
});

test('another workspace knows nobody of this one', async () => {
  const there = await net.workspace();
  const answer = await ask(['email:dana@acme.example', 'name:acme'], there.subject('ana'));
  expect(await answer.json()).toEqual({ matches: [], closed: [] });
});

test.each([
  ['too many keys', Array(lookupLimit + 1).fill('email:a@b.example')],
  ['a key without end', ['x'.repeat(401)]],
  ['no list', 'email:a@b.example'],
])('%s is a 400', async (_case, keys) => {
  expect(await problem(await ask(keys))).toMatchObject({ status: 400, code: 'badRequest' });
});
