import { expect, test } from 'vitest';
import { forget, openedBy, recentItem, remember } from '#lib/browser/recent.ts';
import { call } from '#lib/model/mutation.ts';
import { planSeat } from '#lib/model/mutations/seat-plan.ts';
import { goneOf, homeOf } from '#lib/panel/home.ts';
import { momentAt, type Target } from '#lib/panel/visit.ts';
import { cache, deal, gone, page, told } from '#test/store/cache.ts';
import { now } from './pages.ts';

test('a person on record opens with account and decisions, beside no page', async () => {
  const { db } = await cache();
  expect(await momentAt(db, { kind: 'contact', id: 'dana', scope: 'acme' }, now)).toMatchObject({
    at: 'person',
    unread: [],
    person: {
      seen: { name: 'Dana', title: 'VP' },
      match: { is: 'known', contact: { id: 'dana' }, elsewhere: false },
      account: { is: 'known', account: { id: 'acme' } },
      places: [{ decision: { opportunity: { id: 'deal' } } }],
    },
  });
});

test('an account opens with its decisions and its people', async () => {
  const { db } = await cache();
  expect(await momentAt(db, { kind: 'account', id: 'acme', scope: 'acme' }, now)).toMatchObject({
    at: 'account',
    account: { is: 'known' },
    decisions: [{ opportunity: { id: 'deal' } }],
    people: [{ match: { is: 'known', contact: { id: 'dana' } } }],
  });
});

test('what the cache does not have is nothing', async () => {
  const { db } = await cache();
  for (const kind of ['contact', 'account', 'opportunity'] as const)
    expect(await momentAt(db, { kind, id: 'nobody', scope: 'acme' }, now)).toBeNull();
});

test('what was merged meanwhile opens, and is named, as what it became', async () => {
  const store = await cache();
  const signpost = { id: 'd-ana', kind: 'contact', accountId: 'acme', toId: 'dana' } as const;
  await store.apply(page({ puts: [told('signpost', signpost, 9)] }));
  const target: Target = { kind: 'contact', id: 'd-ana', scope: 'acme' };
  expect(await momentAt(store.db, target, now)).toMatchObject({
    at: 'person',
    person: { match: { contact: { id: 'dana' } } },
  });
  const opened: Target[] = [target, { ...target, id: 'dana' }];
  const { recent } = await homeOf(store.db, 'ana', opened, now);
  expect(recent).toMatchObject([{ id: 'dana', name: 'Dana' }]);
});

test('my decisions are those I own and those whose empty seat is mine, with the gaps of their stage', async () => {
  const store = await cache();
  const mine = async (user: string) =>
    (await homeOf(store.db, user, [], now)).mine.map(({ decision }) => ({
      id: decision.opportunity.id,
      gaps: decision.gaps.map(({ seat }) => seat.role),
    }));
  expect(await mine('ana')).toEqual([]);
  await store.edit([
    call(planSeat, { opportunityId: 'deal', seatId: 's2', fields: { assigneeId: 'ben' } }),
  ]);
  const gaps = ['champion', 'ratifier'];
  expect(await mine('ben')).toEqual([{ id: 'deal', gaps }]);
  await store.apply(page({ puts: [told('opportunity', { ...deal, ownerId: 'ana' }, 9)] }));
  expect(await mine('ana')).toEqual([{ id: 'deal', gaps }]);
  await store.apply(
    page({ puts: [told('opportunity', { ...deal, ownerId: 'ana', stageId: 'lost' }, 10)] }),
  );
  expect(await mine('ana')).toEqual([]);
});

test('what was opened last is named as it is called now, and what is gone is left out', async () => {
  const { db } = await cache();
  const { recent } = await homeOf(
    db,
    'ana',
    [
      { kind: 'contact', id: 'dana', scope: 'acme' },
      { kind: 'contact', id: 'nobody', scope: 'acme' },
      { kind: 'opportunity', id: 'deal', scope: 'acme' },
      { kind: 'account', id: 'acme', scope: 'acme' },
    ],
    now,
  );
  expect(recent.map(({ name, line }) => `${name}: ${line}`)).toEqual([
    'Dana: VP · ACME',
    'Talent: ACME',
    'ACME: acme.example',
  ]);
});

test('of what was opened last ids alone are kept, and of somebody erased not even that', async () => {
  const store = await cache();
  const me = {
    workspace: 'demo',
    workspaceName: 'Demo',
    userId: 'ana',
    name: 'Ana',
    team: 'sales' as const,
  };
  const dana = { kind: 'contact', id: 'dana', scope: 'acme' } as const;
  const elsewhere = { kind: 'contact', id: 'x', scope: 'not followed' } as const;
  for (const one of [dana, elsewhere])
    await remember({ ...one, ...{ name: 'Dana', line: 'VP' } }, me);
  const opened = async () => openedBy(await recentItem.getValue(), me);
  expect(await opened()).toEqual([elsewhere, dana]);
  expect(await goneOf(store.db, await opened())).toEqual([]);
  await store.apply(
    page({ deletes: [{ ...gone('contact', 'dana', 9), erased: true }], cursors: { acme: 9 } }),
  );
  await forget(await goneOf(store.db, await opened()), me);
  expect(await opened()).toEqual([elsewhere]);
  expect(openedBy(await recentItem.getValue(), { ...me, userId: 'ben' })).toEqual([]);
});
