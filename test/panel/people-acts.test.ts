import { beforeEach, expect, test, vi } from 'vitest';
import { createActs } from '#lib/panel/acts.ts';
import { createQuestions } from '#lib/panel/questions.ts';
import { createUndo } from '#lib/panel/undo.ts';
import { all } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import { cache, see } from '#test/store/cache.ts';
import { moment, now } from './pages.ts';

let store: Store;
let acts: ReturnType<typeof createActs>;
let undo: ReturnType<typeof createUndo>;

beforeEach(async () => {
  store = await cache();
  undo = createUndo();
  acts = createActs({
    ...{ store, undo, nudge: vi.fn(), userId: 'ana', team: 'marketing', now: () => now },
  });
  await acts.addPerson(await somebody('eve@acme.example'), form('Eve Park'));
});

const form = (name: string) => ({ name, company: 'ACME', title: '', email: '' });
const somebody = async (email: string, more: object = {}, account?: object) =>
  (
    await moment(store, 'person', {
      kind: 'person',
      person: { emails: [email], ...more },
      ...(account && { account }),
    })
  ).person;
const named = async (name: string) =>
  (await all(store.db, 'contact')).find((contact) => contact.name === name) ?? expect.fail();
const tags = async () =>
  Object.fromEntries((await all(store.db, 'contact')).map(({ name, tags }) => [name, tags]));

test('many are tagged as one act, and undo takes the tag from those alone who had not had it', async () => {
  const ids = ['dana', (await named('Eve Park')).id];
  await acts.tagMany(['dana'], ['Webinar'], []);
  await acts.tagMany(ids, ['webinar ', 'Board'], []);
  expect(await tags()).toEqual({ Dana: ['Webinar', 'Board'], 'Eve Park': ['webinar', 'Board'] });
  expect(undo.getState().done.at(-1)).toMatchObject({ what: 'taggedMany', name: '2' });

  await acts.undo();
  expect(await tags()).toEqual({ Dana: ['Webinar'], 'Eve Park': undefined });
});

test('a tag is taken from many however it is spelt, and comes back as it was', async () => {
  const eve = (await named('Eve Park')).id;
  await acts.tagMany(['dana'], ['Café'], []);
  await acts.tagMany([eve], ['cafe'], []);
  await acts.tagMany(['dana', eve], [], ['CAFE']);
  expect(await tags()).toEqual({ Dana: undefined, 'Eve Park': undefined });
  await acts.undo();
  expect(await tags()).toEqual({ Dana: ['Café'], 'Eve Park': ['cafe'] });
});

test('nobody left to tag is said', async () => {
  await expect(acts.tagMany(['nobody'], ['x'], [])).rejects.toMatchObject({ code: 'gone' });
});

test('the tags in use are suggested, the most used first, each in one spelling', async () => {
  await acts.tagMany(['dana', (await named('Eve Park')).id], ['Board'], []);
  await acts.tagMany(['dana'], ['Webinar'], []);
  await acts.tagAccount('acme', ['board'], []);
  expect(await createQuestions(store).tagsInUse()).toEqual(['Board', 'Webinar']);
});

test('an edit changes what it names, notes who said so, and undo brings all of it back', async () => {
  const before = await see(store, 'contact', 'dana');
  await acts.changeContact(
    'dana',
    { title: null, location: 'Bern', linkedin: 'dana-w' },
    { add: ['dana@acme.example'], remove: [] },
  );
  expect(await see(store, 'contact', 'dana')).toMatchObject({
    ...{ location: 'Bern', linkedin: 'dana-w', emails: ['dana@acme.example'] },
    sources: { emails: { from: 'user', by: 'ana' }, title: { from: 'user', by: 'ana' } },
  });
  expect(await see(store, 'contact', 'dana')).not.toHaveProperty('title');
  await acts.undo();
  const { sources: _, ...rest } = (await see(store, 'contact', 'dana')) ?? expect.fail();
  expect({ ...rest, sources: {} }).toEqual({ ...before, sources: {} });
});

test('a form learns who else has an address', async () => {
  const { contactWith, accountWith } = createQuestions(store);
  const eve = await named('Eve Park');
  expect(await contactWith({ id: 'dana', emails: ['eve@acme.example'] })).toEqual(eve);
  expect(await contactWith({ id: eve.id, emails: ['eve@acme.example'] })).toBeUndefined();
  expect(await accountWith({ id: 'x', domains: ['acme.example'] })).toMatchObject({ id: 'acme' });
});

test('an account that gets its first key is a placeholder no more, until undo', async () => {
  await acts.addPerson(await somebody('jo@mail.example', {}, { name: 'Umbra' }), {
    ...form('Jo Umbra'),
    company: 'Umbra',
  });
  const { accountId } = await named('Jo Umbra');
  expect(await see(store, 'account', accountId)).toMatchObject({ placeholder: true });
  await acts.changeAccount(
    accountId,
    { placeholder: false, target: true },
    { add: ['umbra.example'], remove: [] },
  );
  expect(await see(store, 'account', accountId)).toMatchObject({
    ...{ placeholder: false, target: true, domains: ['umbra.example'] },
  });
  await acts.undo();
  expect(await see(store, 'account', accountId)).toMatchObject({
    ...{ placeholder: true, target: false, domains: [] },
  });
});

test('who left is set inactive where they sit, in one act', async () => {
  await acts.setLeft('dana', '2026-11-03T11:00:00.000Z');
  expect(await see(store, 'contact', 'dana')).toMatchObject({ left: '2026-11-03T11:00:00.000Z' });
  await acts.undo();
  expect(await see(store, 'contact', 'dana')).not.toHaveProperty('left');
});

test('a known person seen elsewhere moves on in one click: the old record keeps the name, the new one the keys', async () => {
  const eve = await named('Eve Park');
  await acts.changeContact(eve.id, { linkedin: 'eve' }, { add: [], remove: [] });
  const globex = { name: 'Globex', domains: ['globex.example'] };
  const seen = await somebody('eve@globex.example', { name: 'Eve Park', linkedin: 'eve' }, globex);
  expect(seen).toMatchObject({
    match: { is: 'known', elsewhere: true },
    pageAccount: { is: 'new' },
  });
  await acts.moveOn(seen);

  const old = await see(store, 'contact', eve.id);
  expect(old).toMatchObject({
    name: 'Eve Park',
    accountId: 'acme',
    left: new Date(now).toISOString(),
  });
  expect(old).not.toHaveProperty('linkedin');
  expect(old?.emails).toEqual(['eve@acme.example']);
  const after = await somebody('eve@globex.example', { linkedin: 'eve' }, globex);
  expect(after.match).toMatchObject({ is: 'known', elsewhere: false });
  expect(after.match).toMatchObject({
    contact: { formerId: eve.id, linkedin: 'eve', emails: ['eve@globex.example'] },
  });
  expect(after.account).toMatchObject({ account: { name: 'Globex' } });

  await acts.undo();
  expect(await see(store, 'contact', eve.id)).toMatchObject({
    ...{ accountId: 'acme', linkedin: 'eve', emails: ['eve@acme.example'] },
  });
  expect(await see(store, 'contact', eve.id)).not.toHaveProperty('left');
  expect((await all(store.db, 'account')).map(({ name }) => name)).toEqual(['ACME']);
});

test.each([
  ['another name', { name: 'Globex' }, true],
  ['a name that shares a word', { name: 'ACME Labs' }, false],
  ['no name, only another domain', { domains: ['acme-mail.example'] }, false],
])(
  'a company of %s, for a known person: %o is seen, so elsewhere is %s',
  async (_, company, elsewhere) => {
    const seen = await somebody('eve@acme.example', {}, { domains: [], ...company });
    expect(seen.match).toMatchObject({ is: 'known', elsewhere });
  },
);
