import { beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { createActs } from '#lib/panel/acts.ts';
import { batchOf, likeliestDecision, personKey } from '#lib/panel/batch.ts';
import { createTicks } from '#lib/panel/ticks.ts';
import { createUndo } from '#lib/panel/undo.ts';
import { all } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import { add, attach, cache, see } from '#test/store/cache.ts';
import { moment, now } from './pages.ts';

let store: Store;
let acts: ReturnType<typeof createActs>;
let undo: ReturnType<typeof createUndo>;
let edits: MockInstance<Store['edit']>;

beforeEach(async () => {
  store = await cache();
  undo = createUndo();
  const who = { userId: 'ana', team: 'sales' } as const;
  acts = createActs({ store, undo, nudge: () => {}, ...who, now: () => now });
  edits = vi.spyOn(store, 'edit');
});

/** Gives somebody the address by which a page's person is known. */
const mail = (contactId: string) => ({
  name: 'contact.edit@2',
  args: { contactId, fields: {}, emails: { add: [`${contactId}@acme.example`], remove: [] } },
});
const eve = { name: 'Eve Park', title: 'Head of Procurement', emails: ['eve@acme.example'] };
const max = { name: 'Max Roy', title: 'VP Talent', emails: ['max@acme.example'] };
const list = (...people: object[]) => moment(store, 'people', { kind: 'people', people });
const batch = async (people: object[], byName = false, chosen = new Map()) => {
  const shown = await list(...people);
  const [view] = shown.decisions;
  return view ? batchOf(shown.people, view, chosen, byName) : expect.fail('no decision');
};
const names = async () => (await all(store.db, 'contact')).map(({ name }) => name).sort();
const seats = async () => (await all(store.db, 'member')).map(({ roles }) => roles.join()).sort();

test('many join one decision in one edit, new ones added first, and one undo takes all back', async () => {
  await store.edit([add('kim'), attach('kim', 'user')]);
  await store.edit([mail('kim')]);
  edits.mockClear();
  const roles = new Map([['kim@acme.example', ['champion' as const, 'user' as const]]]);
  const shown = await list(eve, max, { name: 'kim', emails: ['kim@acme.example'] });
  const people = shown.people.map((person) => ({
    person,
    roles: roles.get(personKey(person.seen)) ?? (['ratifier'] as const).slice(),
  }));

  await acts.attachMany(people, 'deal');
  expect(edits).toHaveBeenCalledTimes(1);
  expect(await names()).toEqual(['Dana', 'Eve Park', 'Max Roy', 'kim']);
  expect(await seats()).toEqual(['champion,user', 'ratifier', 'ratifier']);
  expect(undo.getState().done).toMatchObject([{ what: 'attachedMany', name: '3' }]);

  const back = vi.spyOn(store, 'takeBack');
  await acts.undo();
  expect(back).toHaveBeenCalledTimes(1);
  expect(await names()).toEqual(['Dana', 'kim']);
  expect(await seats()).toEqual(['user']);
  expect(undo.getState().done).toEqual([]);
});

test('one alone is told by name, and a decision that is gone is said', async () => {
  const [person] = (await list(eve)).people;
  if (!person) return expect.fail();
  await acts.attachMany([{ person, roles: ['ratifier'] }], 'deal');
  expect(undo.getState().done).toMatchObject([{ what: 'attached', name: 'Eve Park' }]);
  await expect(acts.attachMany([{ person, roles: [] }], 'nowhere')).rejects.toMatchObject({
    code: 'gone',
  });
});

test('the roles on offer are each one’s likeliest, and coverage is that of all of them', async () => {
  const { joining, leftOut, after } = await batch([eve, max, eve]);
  expect([...joining.values()].map(({ person, roles }) => [person.seen.name, ...roles])).toEqual([
    ['Eve Park', 'ratifier'],
    ['Max Roy', expect.any(String)],
  ]);
  expect(leftOut.size).toBe(0);
  expect((await batch([eve])).after).toMatchObject({ known: 0.5, engaged: 0 });
  const champion = new Map([['max@acme.example', ['champion' as const]]]);
  expect((await batch([eve, max], false, champion)).after).toMatchObject({ known: 1 });
  expect(after?.known).toBeGreaterThanOrEqual(0.5);
});

test('of people whom nothing speaks for, no two are guessed into one seat', async () => {
  const nobody = (name: string) => ({ name, emails: [`${name}@acme.example`] });
  const { joining } = await batch([nobody('uma'), nobody('vic'), nobody('wes')]);
  expect([...joining.values()].map(({ roles }) => roles)).toEqual([['champion'], ['ratifier'], []]);
});

test('who cannot join is left out with the reason, and nobody is dropped silently', async () => {
  const globex = { id: 'globex', name: 'Globex', domains: ['globex.example'] };
  await store.edit([
    { name: 'account.create@1', args: { account: { ...globex, sources: {} } } },
    ...[add('seated'), attach('seated', 'user'), add('gone')],
    mail('seated'),
    mail('gone'),
    { name: 'contact.left@1', args: { contactId: 'gone', left: '2026-11-01T00:00:00.000Z' } },
  ]);
  const people = [
    eve,
    { name: 'Seated', emails: ['seated@acme.example'] },
    { name: 'Gone', emails: ['gone@acme.example'] },
    { name: 'Pia', emails: ['pia@globex.example'] },
    { name: 'Nobody' },
    { name: 'Ines', company: 'ACME', linkedin: 'ines' },
  ];
  const plain = await batch(people);
  expect([...plain.joining.keys()]).toEqual(['eve@acme.example']);
  expect([...plain.leftOut.values()]).toEqual([
    ...['seated', 'left', 'elsewhere', 'company', 'company'],
  ]);
  expect(plain.byName).toBe(1);
  const named = await batch(people, true);
  expect([...named.joining.keys()]).toEqual(['eve@acme.example', 'ines']);
});

test('the decision on offer is the one most of them can join', async () => {
  const shown = await list(eve, max);
  expect(likeliestDecision(shown.people, shown.decisions)?.decision.opportunity.id).toBe('deal');
  expect(likeliestDecision(shown.people, [])).toBeUndefined();
});

test('tagging many adds the new ones first, one account for one company, and undoes as one', async () => {
  await store.edit([mail('dana')]);
  edits.mockClear();
  const shown = await list(
    { name: 'Dana', emails: ['dana@acme.example'] },
    eve,
    { name: 'Uma', linkedin: 'uma', company: 'Umbrella' },
    { name: 'Ugo', linkedin: 'ugo', company: 'Umbrella' },
    { name: 'Nobody' },
  );
  await acts.tagPeople(shown.people, ['Event'], []);
  expect(edits).toHaveBeenCalledTimes(1);
  expect(await names()).toEqual(['Dana', 'Eve Park', 'Ugo', 'Uma']);
  expect((await all(store.db, 'contact')).map(({ tags }) => tags)).toEqual(
    Array(4).fill(['Event']),
  );
  expect((await all(store.db, 'account')).map(({ name }) => name).sort()).toEqual([
    ...['ACME', 'Umbrella'],
  ]);
  expect(undo.getState().done).toMatchObject([{ what: 'taggedMany', name: '4' }]);
  await acts.undo();
  expect(await names()).toEqual(['Dana']);
  expect(await all(store.db, 'account')).toHaveLength(1);
  expect((await see(store, 'contact', 'dana'))?.tags).toBeUndefined();

  await acts.tagPeople(shown.people, [], ['Event']);
  expect(await names()).toEqual(['Dana']);
});

test('ticks: ranges, and they stay while the same page is read again', () => {
  const ticks = createTicks();
  const { at, tick, only, choose } = ticks.getState();
  const keys = ['a', 'b', 'c', 'd'];
  const now = () => [...ticks.getState().ticked].sort();
  at('https://one.example');
  tick('b', true);
  tick('d', true, keys);
  expect(now()).toEqual(['b', 'c', 'd']);
  tick('c', false, keys);
  expect(now()).toEqual(['b']);
  choose({ opportunityId: 'deal' });
  at('https://one.example');
  expect(now()).toEqual(['b']);
  only(keys);
  expect(now()).toEqual(keys);
  at('https://two.example');
  expect(ticks.getState()).toMatchObject({ ticked: new Set(), opportunityId: undefined });
});
