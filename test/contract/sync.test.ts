import { describe, expect, test } from 'vitest';
import { Problem } from '#lib/contract/problem.ts';
import { LookupRequest, PullAnswer, PullRequest, PushRequest } from '#lib/contract/sync.ts';
import { lookupLimit, protocolVersion, pushLimit, schemaVersion } from '#lib/contract/version.ts';
import { add, attach, cache, page, rename } from '#test/store/cache.ts';

const versions = { protocol: protocolVersion, schema: schemaVersion };
const edit = {
  id: 1,
  nonce: '0199-nonce',
  name: 'contact.edit@1',
  args: { anything: ['at all', null] },
  base: 0,
  at: '2026-11-22T12:00:00.000Z',
};
const push = { ...versions, client: 'client-1', mutations: [edit] };
const pull = { ...versions, client: 'client-1', epoch: null, scopes: { acme: 0 }, after: 0 };

const fits = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

test('what waits in a cache is what a push carries', async () => {
  const store = await cache();
  await store.edit([rename('Dana W.'), add('eve'), attach('eve', 'user')]);
  const { client, epoch, lastMutationId } = await store.meta();
  const mutations = await store.pending();
  expect(PushRequest.parse({ ...versions, client, mutations })).toEqual({
    ...versions,
    client,
    mutations,
  });
  const scopes = Object.fromEntries((await store.scopes()).map((row) => [row.scope, row.cursor]));
  expect(fits(PullRequest, { ...versions, client, epoch, scopes, after: lastMutationId })).toBe(
    true,
  );
});

test('arguments travel as they are, whatever a newer mutation needs', () => {
  expect(PushRequest.parse(push).mutations[0]?.args).toEqual(edit.args);
});

describe('a push', () => {
  test.each([
    ['an edit without a number', { ...edit, id: undefined }],
    ['a number that is none', { ...edit, id: 1.5 }],
    ['number 0', { ...edit, id: 0 }],
    ['a nonce anybody would have', { ...edit, nonce: '1' }],
    ['a nonce no database can keep', { ...edit, nonce: 'nonce-\u0000-1' }],
    ['a name no database can keep', { ...edit, name: 'contact\u0000.edit@1' }],
    ['a time that is none', { ...edit, at: 'yesterday' }],
    ['a base before the beginning', { ...edit, base: -1 }],
  ])('does not carry %s', (_what, wrong) => {
    expect(fits(PushRequest, { ...push, mutations: [wrong] })).toBe(false);
  });

  test('carries so many edits and no more', () => {
    const of = (length: number) => ({ ...push, mutations: Array.from({ length }, () => edit) });
    expect([1, pushLimit].map((length) => fits(PushRequest, of(length)))).toEqual([true, true]);
    expect([0, pushLimit + 1].map((length) => fits(PushRequest, of(length)))).toEqual([
      false,
      false,
    ]);
  });
});

test('a pull that says nothing of it is not the next page of another', () => {
  expect(PullRequest.parse(pull).continued).toBe(false);
});

test('a lookup has so many keys and no more', () => {
  const of = (length: number) => ({
    keys: Array.from({ length }, (_, n) => `email:${n}@a.example`),
  });
  expect(fits(LookupRequest, of(lookupLimit))).toBe(true);
  expect(fits(LookupRequest, of(lookupLimit + 1))).toBe(false);
});

describe('an older client of a newer server', () => {
  test('reads an answer that says more than it knows', () => {
    expect(PullAnswer.parse({ ...page(), praise: 'well done' })).toEqual(page());
  });

  test('does not take a kind of record it does not know for one it does', () => {
    const put = { kind: 'playbook', id: 'p1', scope: 'acme', version: 1, data: {} };
    expect(fits(PullAnswer, { ...page(), puts: [put] })).toBe(false);
  });

  test('keeps a problem’s unknown code for what to say', () => {
    const problem = { title: 'Too early', status: 425, code: 'tooEarly' };
    expect(Problem.parse(problem)).toEqual({ type: 'about:blank', ...problem });
  });
});
