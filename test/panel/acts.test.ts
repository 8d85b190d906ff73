import { beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import { createActs } from '#lib/panel/acts.ts';
import { NotThereError } from '#lib/panel/not-there.ts';
import { createUndo } from '#lib/panel/undo.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { EditRejectedError, StorageFailedError } from '#lib/store/failure.ts';
import { all } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import { cache, deal, gone, page, see } from '#test/store/cache.ts';
import { moment, now } from './pages.ts';

let store: Store;
let acts: ReturnType<typeof createActs>;
let undo: ReturnType<typeof createUndo>;
let edits: MockInstance<Store['edit']>;
const nudge = vi.fn();

beforeEach(async () => {
  store = await cache();
  undo = createUndo();
  edits = vi.spyOn(store, 'edit');
  nudge.mockClear();
  acts = createActs({ store, undo, nudge, userId: 'ana', team: 'sales', now: () => now });
});

const eve = { name: 'Eve Park', title: 'Counsel', linkedin: 'eve', emails: ['eve@acme.example'] };
const form = { name: '', company: '', title: '', email: '' };
const person = async (seen: object): Promise<PersonView> =>
  (await moment(store, 'person', { kind: 'person', person: seen })).person;
const dana = () => person({ name: 'Dana', emails: ['dana@acme.example'] });
const names = async () => (await all(store.db, 'contact')).map(({ name }) => name).sort();

/** Dana is on record by name alone; these acts are about her as one who is known. */
const known = async (): Promise<PersonView> => {
  const view = await dana();
  const contact = await see(store, 'contact', 'dana');
  if (!contact) return expect.fail();
  return { ...view, match: { is: 'known', contact, by: 'user', elsewhere: false } };
};

describe('attaching', () => {
  test('a new person adds and seats them in one edit, and undo takes both back', async () => {
    await acts.attach(await person(eve), 'deal', ['ratifier']);
    expect(edits).toHaveBeenCalledTimes(1);
    expect(nudge).toHaveBeenCalledTimes(1);
    const [added] = (await all(store.db, 'contact')).filter(({ name }) => name === 'Eve Park');
    expect(added).toMatchObject({
      accountId: 'acme',
      title: 'Counsel',
      linkedin: 'eve',
      emails: ['eve@acme.example'],
      sources: { title: { from: 'page', by: 'ana', at: '2026-11-22T12:00:00.000Z' } },
    });
    expect(await see(store, 'member', `deal.${added?.id}`)).toMatchObject({
      roles: ['ratifier'],
      status: 'confirmed',
    });
    expect(undo.getState().done).toMatchObject([{ what: 'attached', name: 'Eve Park' }]);

    await acts.undo();
    expect(await names()).toEqual(['Dana']);
    expect(await all(store.db, 'member')).toEqual([]);
    expect(undo.getState().done).toEqual([]);
  });

  test('a known person adds nobody, and undo only unseats them', async () => {
    await acts.attach(await known(), 'deal', ['champion']);
    expect(await names()).toEqual(['Dana']);
    expect(await see(store, 'member', 'deal.dana')).toMatchObject({ roles: ['champion'] });
    await acts.undo();
    expect(await see(store, 'member', 'deal.dana')).toBeUndefined();
    expect(await names()).toEqual(['Dana']);
  });

  test('a member again changes their roles, and undo gives the former ones back', async () => {
    await acts.attach(await known(), 'deal', ['champion']);
    await acts.attach(await known(), 'deal', ['user', 'ratifier']);
    expect(undo.getState().done.map(({ what }) => what)).toEqual(['attached', 'changedRoles']);
    await acts.undo();
    expect(await see(store, 'member', 'deal.dana')).toMatchObject({ roles: ['champion'] });
    await acts.undo();
    expect(await see(store, 'member', 'deal.dana')).toBeUndefined();
  });

  test('to a decision that is gone says so, and does nothing', async () => {
    await store.apply(page({ deletes: [gone('opportunity', 'deal', 9)] }));
    await expect(acts.attach(await known(), 'deal', ['user'])).rejects.toThrow(NotThereError);
    expect(edits).not.toHaveBeenCalled();
    expect(undo.getState().done).toEqual([]);
  });
});

test('detaching and undoing it gives the same roles back', async () => {
  await acts.attach(await known(), 'deal', ['champion', 'user']);
  await acts.detach('deal', 'dana');
  expect(await see(store, 'member', 'deal.dana')).toBeUndefined();
  await acts.undo();
  expect(await see(store, 'member', 'deal.dana')).toMatchObject({ roles: ['champion', 'user'] });
  await expect(acts.detach('deal', 'nobody')).rejects.toMatchObject({ code: 'gone' });
});

describe('adding a person', () => {
  test('at a known account adds no account; what was typed wins over what was seen', async () => {
    await acts.addPerson(await person(eve), { ...form, name: 'Eve L. Park', title: 'GC' });
    expect(await all(store.db, 'account')).toHaveLength(1);
    const [added] = (await all(store.db, 'contact')).filter(({ name }) => name === 'Eve L. Park');
    expect(added).toMatchObject({
      accountId: 'acme',
      title: 'GC',
      sources: { title: { from: 'user' } },
    });
  });

  test('of a company known by its name alone makes a placeholder, in one edit, and undo takes both back', async () => {
    await acts.addPerson(await person({ name: 'Zoe' }), { ...form, company: 'Initech' });
    expect(edits).toHaveBeenCalledTimes(1);
    const [initech] = (await all(store.db, 'account')).filter(({ id }) => id !== 'acme');
    expect(initech).toMatchObject({ name: 'Initech', placeholder: true, domains: [] });
    expect(await store.scopes()).toContainEqual(expect.objectContaining({ scope: initech?.id }));
    expect(await names()).toEqual(['Dana', 'Zoe']);
    await acts.undo();
    expect(await names()).toEqual(['Dana']);
    expect(await all(store.db, 'account')).toHaveLength(1);
  });

  test('with a company’s address makes an account of that domain', async () => {
    await acts.addPerson(await person({ name: 'Zoe' }), {
      ...form,
      company: 'Initech',
      email: 'Zoe@mail.initech.co.uk',
    });
    const [initech] = (await all(store.db, 'account')).filter(({ id }) => id !== 'acme');
    expect(initech).toMatchObject({ domains: ['initech.co.uk'], placeholder: false });
    const [zoe] = (await all(store.db, 'contact')).filter(({ name }) => name === 'Zoe');
    expect(zoe?.emails).toEqual(['zoe@mail.initech.co.uk']);
  });

  test.each(['zoe@gmail.com', 'zoe@web.de', 'zoe@qq.com'])(
    'with %s makes no account of the mail provider’s domain',
    async (email) => {
      await acts.addPerson(await person({ name: 'Zoe' }), { ...form, company: 'Initech', email });
      const [initech] = (await all(store.db, 'account')).filter(({ id }) => id !== 'acme');
      expect(initech).toMatchObject({ name: 'Initech', domains: [], placeholder: true });
    },
  );

  test('nothing is added of somebody without any name, address or company', async () => {
    const nobody = await person({});
    await expect(acts.addPerson(nobody, form)).rejects.toThrow();
    expect(await store.pending()).toEqual([]);
    expect(undo.getState().done).toEqual([]);
  });
});

test('an account seen on a page is added with what the page says, and undo takes it back', async () => {
  await acts.addAccount({ name: 'Globex', linkedin: 'globex', domains: ['globex.example'] });
  const [globex] = (await all(store.db, 'account')).filter(({ id }) => id !== 'acme');
  expect(globex).toMatchObject({
    name: 'Globex',
    linkedin: 'globex',
    domains: ['globex.example'],
    placeholder: false,
    sources: { name: { from: 'page', by: 'ana' } },
  });
  await acts.undo();
  expect(await all(store.db, 'account')).toHaveLength(1);
});

test('a decision begins at the first stage with its maker as owner, and undo takes it back', async () => {
  await acts.addDecision('acme', 'talent');
  const [made] = (await all(store.db, 'opportunity')).filter(({ id }) => id !== 'deal');
  expect(made).toMatchObject({ stageId: 'target', solutionId: 'talent', ownerId: 'ana' });
  await acts.undo();
  expect(await all(store.db, 'opportunity')).toHaveLength(1);
  await expect(acts.addDecision('acme', 'no-such-solution')).rejects.toMatchObject({
    code: 'gone',
  });
});

test('a stage moves on, and undo moves it back', async () => {
  await acts.setStage(deal, 'pipeline');
  expect(await see(store, 'opportunity', 'deal')).toMatchObject({ stageId: 'pipeline' });
  await acts.undo();
  expect(await see(store, 'opportunity', 'deal')).toMatchObject({ stageId: 'qualified' });
});

describe('undo', () => {
  test('with nothing done does nothing', async () => {
    await acts.undo();
    expect(edits).not.toHaveBeenCalled();
    expect(nudge).not.toHaveBeenCalled();
  });

  test('that no longer applies says why, and is not offered again', async () => {
    await acts.attach(await known(), 'deal', ['champion']);
    await store.edit([
      { name: 'opportunity.removeMember@1', args: { opportunityId: 'deal', contactId: 'dana' } },
    ]);
    await expect(acts.undo()).rejects.toThrow(EditRejectedError);
    expect(undo.getState().done).toEqual([]);
  });

  test('that could not be stored can be tried again', async () => {
    await acts.attach(await known(), 'deal', ['champion']);
    vi.spyOn(store, 'takeBack').mockRejectedValueOnce(new StorageFailedError(new Error('Full.')));
    await expect(acts.undo()).rejects.toThrow(StorageFailedError);
    await acts.undo();
    expect(await see(store, 'member', 'deal.dana')).toBeUndefined();
  });

  test('an act that failed is nothing to undo', async () => {
    edits.mockRejectedValueOnce(new StorageFailedError(new Error('Full.')));
    await expect(acts.attach(await known(), 'deal', ['user'])).rejects.toThrow(StorageFailedError);
    expect(undo.getState().done).toEqual([]);
    expect(nudge).not.toHaveBeenCalled();
  });

  test('goes back fifty acts and no further', () => {
    for (let n = 1; n <= 60; n++)
      undo.getState().remember({ what: 'attached', name: String(n), calls: [] });
    expect(undo.getState().done).toHaveLength(50);
    expect(undo.getState().takeLast()).toMatchObject({ name: '60' });
  });
});
