import { beforeEach, describe, expect, test } from 'vitest';
import type { Draft } from '#lib/browser/drafts.ts';
import type { GuardConflict } from '#lib/contract/sync.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { createActs } from '#lib/panel/acts.ts';
import { unresolvedView } from '#lib/panel/decision-conflicts.ts';
import { asTyped, rewritten } from '#lib/panel/rewriting/rewrite.ts';
import type { UnresolvedView } from '#lib/panel/sync-view.ts';
import { createUndo } from '#lib/panel/undo.ts';
import type { UnresolvedMutation } from '#lib/store/database.ts';
import { EditRejectedError } from '#lib/store/failure.ts';
import type { Store } from '#lib/store/store.ts';
import { cache, deal, page, see } from '#test/store/cache.ts';
import { now } from './pages.ts';

let store: Store;
let acts: ReturnType<typeof createActs>;

beforeEach(async () => {
  store = await cache();
  const undo = createUndo();
  acts = createActs({ store, undo, nudge: () => {}, userId: 'ana', team: 'sales', now: () => now });
});

/** An edit that came back from the server, which has something else there. */
async function refused(name: string, args: object, theirs: Partial<GuardConflict>) {
  const conflict = { kind: 'opportunity', id: 'deal', field: '', value: null, version: 9 } as const;
  const row: UnresolvedMutation = {
    ...{ id: 1, nonce: 'refused-1', name, args: { opportunityId: 'deal', ...args }, base: 0 },
    at: new Date(now).toISOString(),
    result: {
      ...{ id: 1, nonce: 'refused-1', status: 'conflict', code: 'guarded' },
      server: [{ ...conflict, ...theirs }],
    },
  };
  await store.db.unresolved.put(row);
  return unresolvedView(store.db, row);
}

test('both stages stand side by side, and keeping mine moves from where it stands now', async () => {
  const move = { stageId: 'pipeline', fromStageId: 'engaged', transitionId: 'used' };
  expect(
    await refused('opportunity.setStage@2', move, { field: 'stageId', value: 'qualified' }),
  ).toMatchObject({
    about: 'Talent',
    conflicts: [{ field: 'stageId', mine: { id: 'pipeline' }, theirs: { id: 'qualified' } }],
  });
  await acts.keepMine('refused-1');
  expect(await see(store, 'opportunity', 'deal')).toMatchObject({ stageId: 'pipeline' });
  expect(await store.db.unresolved.count()).toBe(0);
  const [sent] = await store.pending();
  expect(sent).toMatchObject({ args: { fromStageId: 'qualified', stageId: 'pipeline' } });
  expect(sent?.args).not.toMatchObject({ transitionId: 'used' });
});

test('keeping mine goes back too, where the older client gave no reason', async () => {
  const move = { stageId: 'engaged', fromStageId: 'prioritized' };
  await refused('opportunity.setStage@1', move, { field: 'stageId', value: 'qualified' });
  await acts.keepMine('refused-1');
  expect(await see(store, 'opportunity', 'deal')).toMatchObject({ stageId: 'engaged' });
});

test('[C11] the seats of a solution stand side by side too', async () => {
  const seats = (count: number) => [{ id: 's1', role: 'champion', count, weight: 1, personas: [] }];
  const theirs = { kind: 'solution', id: 'talent', field: 'profile', value: seats(2) } as const;
  expect(
    await refused('solution.edit@1', { solutionId: 'talent', profile: seats(3) }, theirs),
  ).toMatchObject({
    about: 'Talent',
    conflicts: [{ field: 'profile', mine: [{ count: 3 }], theirs: [{ count: 2 }] }],
  });
});

test('an amount, a close date and roles have both their values', async () => {
  const amount = { amount: 5000, currency: 'EUR', transitionId: 'used' };
  expect(
    await refused('opportunity.setAmount@1', amount, { field: 'amount', value: 7000 }),
  ).toMatchObject({ conflicts: [{ mine: 5000, theirs: 7000, currency: 'EUR' }] });
  await acts.keepMine('refused-1');
  expect(await see(store, 'opportunity', 'deal')).toMatchObject({ amount: 5000 });

  const day = { closeDate: null, transitionId: 'used' };
  expect(
    await refused('opportunity.setCloseDate@1', day, { field: 'closeDate', value: '2027-01-31' }),
  ).toMatchObject({ conflicts: [{ mine: null, theirs: '2027-01-31' }] });

  const roles = { contactId: 'dana', fields: { roles: ['user'] } };
  const theirs = { kind: 'member', id: 'deal.dana', field: 'roles', value: ['champion'] } as const;
  expect(await refused('member.edit@1', roles, theirs)).toMatchObject({
    about: 'Dana',
    conflicts: [{ mine: ['user'], theirs: ['champion'] }],
  });
  const role = { contactId: 'dana', role: 'ratifier' };
  expect(await refused('opportunity.acceptSuggestion@1', role, theirs)).toMatchObject({
    conflicts: [{ mine: ['champion', 'ratifier'], theirs: ['champion'] }],
  });
});

test('what can no longer be kept stays on the list, and says why', async () => {
  const args = { contactId: 'dana', role: 'ratifier' };
  await refused('opportunity.acceptSuggestion@1', args, { kind: 'member', field: 'roles' });
  await expect(acts.keepMine('refused-1')).rejects.toThrow(EditRejectedError);
  expect(await store.db.unresolved.count()).toBe(1);
});

describe('written anew', () => {
  /** An edit that the server refused, as it stands before its user. */
  async function rejected(name: string, args: object, code = 'invalid', nonce = 'refused-1') {
    const result = { id: 1, nonce, status: 'rejected', code, because: 'It does not fit.' } as const;
    const row: UnresolvedMutation = {
      ...{ id: 1, nonce, name, args, base: 0, at: new Date(now).toISOString(), result },
    };
    await store.db.unresolved.put(row);
    return unresolvedView(store.db, row, { now: () => now });
  }
  const typed = ({ rewrite }: UnresolvedView) => (rewrite ? asTyped(rewrite) : undefined);
  async function save({ nonce, rewrite }: UnresolvedView, change: Draft) {
    if (!rewrite) return expect.fail('It cannot be written anew.');
    const next = rewritten(rewrite, { ...asTyped(rewrite), ...change });
    if ('wrong' in next) return next.wrong;
    await acts.rewrite(nonce, next.call);
    return undefined;
  }

  test('[C11] a conflict is another value on the new base, begun with one’s own', async () => {
    const args = { amount: 5000, currency: 'EUR', transitionId: 'used' };
    const view = await refused('opportunity.setAmount@1', args, { field: 'amount', value: 7000 });
    expect(typed(view)).toEqual({ amount: '5000', currency: 'EUR' });
    expect(await save(view, { amount: 'many' })).toEqual(['amount']);
    expect(await save(view, { amount: '6000,5' })).toBeUndefined();
    expect(await see(store, 'opportunity', 'deal')).toMatchObject({ amount: 6000.5 });
    expect(await store.db.unresolved.count()).toBe(0);
    expect((await store.pending())[0]?.args).not.toMatchObject({ transitionId: 'used' });
    await acts.undo();
    expect(await see(store, 'opportunity', 'deal')).not.toHaveProperty('amount');
  });

  test('[C11] an accepted role that met other roles is written as the roles', async () => {
    const theirs = {
      kind: 'member',
      id: 'deal.dana',
      field: 'roles',
      value: ['champion'],
    } as const;
    const args = { contactId: 'dana', role: 'ratifier' };
    const view = await refused('opportunity.acceptSuggestion@1', args, theirs);
    expect(view.rewrite?.call.name).toBe('member.edit@1');
  });

  test('[C11] a text is written over the one that was shown, and merged with what came since', async () => {
    const theirs = { field: 'nextSteps', value: 'Call Grace.\nSend the offer.' };
    await store.db.records.update(['opportunity', 'deal'], {
      view: { ...deal, nextSteps: `${theirs.value}\nBook a room.` },
    });
    const args = { base: 'Call.', text: 'Call Mark.' };
    const view = await refused('opportunity.editNextSteps@1', args, theirs);
    expect(view.rewrite?.call.args).toMatchObject({ base: theirs.value });
    await save(view, { text: 'Call Grace and Mark.\nSend the offer.' });
    expect((await store.pending())[0]?.args).toMatchObject({ base: theirs.value });
  });

  test('[C11] a rejected person is written anew with another address, and no empty name is taken', async () => {
    const contact = Contact.parse({
      id: 'new',
      accountId: 'acme',
      name: 'Kai',
      emails: ['k@x.example'],
    });
    const view = await rejected(
      'contact.create@1',
      { contact, accountId: 'acme' },
      'identityTaken',
    );
    expect(typed(view)).toMatchObject({
      'contact.name': 'Kai',
      'contact.title': '',
      'contact.emails': ['k@x.example'],
    });
    expect(await save(view, { 'contact.name': ' ' })).toEqual(['contact.name']);
    expect(await save(view, { 'contact.emails': ['nonsense'] })).toEqual(['contact.emails']);
    await save(view, { 'contact.emails': ['kai@acme.example', ''], 'contact.title': 'Buyer' });
    expect(await see(store, 'contact', 'new')).toMatchObject({
      ...{ name: 'Kai', title: 'Buyer', emails: ['kai@acme.example'] },
    });
  });

  test('[C11] editing is not offered where no other words would help', async () => {
    const note = {
      noteId: 'n',
      opportunityId: 'deal',
      text: 'A word.',
      at: '2026-11-22T12:00:00Z',
    };
    expect(typed(await rejected('note.add@1', note))).toEqual({ text: 'A word.' });
    for (const code of ['gone', 'erased', 'excluded', 'notAllowed', 'unknownMutation'])
      expect(typed(await rejected('note.add@1', note, code))).toBeUndefined();
    expect(typed(await rejected('play.removeStep@1', { stepId: 's' }))).toBeUndefined();
    const move = { opportunityId: 'deal', stageId: 'lost-stage', fromStageId: 'qualified' };
    const gone = await rejected('opportunity.setStage@1', move, 'gone');
    expect(typed(gone)).toMatchObject({ stageId: 'lost-stage' });
  });

  test('[C10] what is refused again for the same reason says so, and is not tried in a circle', async () => {
    const note = {
      noteId: 'n',
      opportunityId: 'deal',
      text: 'A word.',
      at: '2026-11-22T12:00:00Z',
    };
    expect((await rejected('note.add@1', note)).again).toBeUndefined();
    await acts.keepMine('refused-1');
    const [sent] = await store.pending();
    if (!sent) return expect.fail('Nothing was made.');
    const once = { id: sent.id, nonce: sent.nonce, status: 'rejected', code: 'invalid' } as const;
    await store.depart([sent]);
    const results = [{ ...once, because: 'It does not fit.' }];
    await store.apply(page({ lastMutationId: sent.id, results }));
    const [kept] = await store.db.unresolved.toArray();
    if (!kept) return expect.fail('It is lost.');
    expect(await unresolvedView(store.db, kept)).toMatchObject({ again: 2 });
    const later = () => Date.parse(kept.at) + 2 * 3_600_000;
    expect((await unresolvedView(store.db, kept, { now: later })).again).toBeUndefined();
    const other = { ...kept, result: { ...kept.result, because: 'Another reason.' } };
    expect((await unresolvedView(store.db, other)).again).toBeUndefined();
  });
});
