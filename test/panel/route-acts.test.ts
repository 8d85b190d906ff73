import { beforeEach, expect, test } from 'vitest';
import { Solution } from '#lib/model/records/solution.ts';
import { Touch } from '#lib/model/records/touch.ts';
import { accountDetail } from '#lib/panel/account.ts';
import { Accounts } from '#lib/panel/accounts.ts';
import { createActs } from '#lib/panel/acts.ts';
import { decisionDetail } from '#lib/panel/decision.ts';
import { NotThereError } from '#lib/panel/not-there.ts';
import { createUndo } from '#lib/panel/undo.ts';
import { all } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import { acme, cache, page, see, told } from '#test/store/cache.ts';
import { now } from './pages.ts';

const visit = Touch.parse({
  id: 'visit',
  accountId: 'acme',
  team: 'marketing',
  channel: 'content',
  at: '2026-11-20T09:00:00.000Z',
  title: 'A page about hiring',
  contactIds: ['dana'],
  unrouted: 'noSolution',
});
const learning = Solution.parse({ id: 'learning', name: 'Learning' });

let store: Store;
let acts: ReturnType<typeof createActs>;

beforeEach(async () => {
  store = await cache();
  await store.apply(page({ puts: [told('solution', learning, 5), told('touch', visit, 5)] }));
  const undo = createUndo();
  acts = createActs({ store, undo, nudge: () => {}, userId: 'ana', team: 'sales', now: () => now });
});

test('routed to a decision, a touch stands on its journey with its people; undone, nothing is left of it', async () => {
  expect((await accountDetail(new Accounts(store.db, now), acme)).unrouted).toEqual([visit]);
  await acts.routeTouch(visit, { opportunityId: 'deal' });

  const routed = await see(store, 'touch', 'visit');
  expect(routed).toMatchObject({ solutionIds: ['talent'] });
  expect(routed).not.toHaveProperty('unrouted');
  const detail = await decisionDetail(store.db, 'deal', now);
  expect(detail?.unrouted).toEqual([]);
  expect(detail?.journey.map(({ id }) => id)).toEqual(['visit']);
  expect(detail?.members).toMatchObject([{ member: { contactId: 'dana', status: 'potential' } }]);
  expect(detail?.interests).toMatchObject([
    { people: [{ level: 'shown', evidence: [{ id: 'visit' }] }] },
  ]);

  await acts.undo();
  expect(await see(store, 'touch', 'visit')).toEqual(visit);
  expect(await all(store.db, 'member')).toEqual([]);
});

test('who is in the buying group already stays as they are, before and after', async () => {
  const seat = { opportunityId: 'deal', contactId: 'dana', roles: ['champion'] };
  await store.edit([{ name: 'opportunity.addMember@1', args: seat }]);
  const before = await see(store, 'member', 'deal.dana');
  await acts.routeTouch(visit, { opportunityId: 'deal' });
  expect(await see(store, 'member', 'deal.dana')).toEqual(before);
  await acts.undo();
  expect(await see(store, 'member', 'deal.dana')).toEqual(before);
});

test('routed to a solution not yet in motion, a decision begins with it, and goes again with undo', async () => {
  await acts.routeTouch(visit, { solutionId: 'learning' });
  const made = (await all(store.db, 'opportunity')).find(({ id }) => id !== 'deal');
  expect(made).toMatchObject({
    ...{ accountId: 'acme', solutionId: 'learning', stageId: 'target' },
    ...{ detectedBy: 'visit', ownerId: 'ana' },
  });
  expect(await see(store, 'touch', 'visit')).toMatchObject({ solutionIds: ['learning'] });
  await acts.undo();
  expect((await all(store.db, 'opportunity')).map(({ id }) => id)).toEqual(['deal']);
  expect(await see(store, 'touch', 'visit')).toEqual(visit);
});

test('what it named before is named still once the routing is taken back', async () => {
  const hidden = { ...visit, solutionIds: ['talent'], unrouted: 'hiddenSolution' as const };
  await store.apply(page({ puts: [told('touch', hidden, 6)] }));
  await acts.routeTouch(hidden, { opportunityId: 'deal' });
  await acts.undo();
  expect(await see(store, 'touch', 'visit')).toEqual(hidden);
});

test('a decision deleted meanwhile is said, and nothing changes', async () => {
  await expect(acts.routeTouch(visit, { opportunityId: 'past' })).rejects.toThrow(NotThereError);
  await expect(acts.routeTouch(visit, { solutionId: 'past' })).rejects.toThrow(NotThereError);
  expect(await see(store, 'touch', 'visit')).toEqual(visit);
});
