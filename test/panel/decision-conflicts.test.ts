import { beforeEach, expect, test } from 'vitest';
import type { GuardConflict } from '#lib/contract/sync.ts';
import { createActs } from '#lib/panel/acts.ts';
import { unresolvedView } from '#lib/panel/decision-conflicts.ts';
import { createUndo } from '#lib/panel/undo.ts';
import type { UnresolvedMutation } from '#lib/store/database.ts';
import { EditRejectedError } from '#lib/store/failure.ts';
import type { Store } from '#lib/store/store.ts';
import { cache, see } from '#test/store/cache.ts';
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
