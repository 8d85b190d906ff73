import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JourneyAsked, JourneyEntryView } from '#lib/contract/read.ts';
import { setAmount } from '#lib/model/mutations/stage-move.ts';
import { logTouch, removeTouch, routeTouch } from '#lib/model/mutations/touch.ts';
import { accountDetail } from '#lib/panel/account.ts';
import { Accounts } from '#lib/panel/accounts.ts';
import { decisionDetail } from '#lib/panel/decision.ts';
import { knownLines } from '#lib/panel/history/known.ts';
import { toldLines, withAbout } from '#lib/panel/history/lines.ts';
import { one } from '#lib/store/queries.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
let ana: Client;
beforeAll(async () => {
  here = await world();
  ana = await here.client('ana');
  await ana.settle();
});
afterAll(() => here.close());

/** The journey as the server has it, the newest first, a few at a time. */
async function pages(asked: JourneyAsked): Promise<string[]> {
  const entries: JourneyEntryView[] = [];
  let cursor: string | undefined;
  do {
    const page = await ana.api.journey('acme', { ...asked, order: 'desc', limit: 5, cursor });
    entries.push(...page.entries);
    cursor = page.next ?? undefined;
  } while (cursor);
  return entries.map(({ id }) => id);
}

test('page by page, a signed-in user gets of an account and of a decision what a full cache shows', async () => {
  const acme = (await one(ana.store.db, 'account', 'acme')) ?? expect.fail('no ACME');
  const { journey } = await accountDetail(new Accounts(ana.store.db, Date.now()), acme);
  expect(await pages({})).toEqual(journey.map(({ id }) => id).reverse());
  expect(journey.length).toBeGreaterThan(10);
  const talent = await decisionDetail(ana.store.db, 'acme-talent', Date.now());
  expect(await pages({ opportunity: 'acme-talent' })).toEqual(
    talent?.journey.map(({ id }) => id).reverse(),
  );
});

test('asked for what was before a time, it is the older part alone', async () => {
  const all = await pages({});
  const acme = (await one(ana.store.db, 'account', 'acme')) ?? expect.fail('no ACME');
  const { journey } = await accountDetail(new Accounts(ana.store.db, Date.now()), acme);
  const middle = journey[Math.floor(journey.length / 2)] ?? expect.fail('an empty journey');
  const older = journey.filter(({ at }) => at < middle.at).map(({ id }) => id);
  expect(older.length).toBeGreaterThan(3);
  expect(older.length).toBeLessThan(all.length - 3);
  expect(await pages({ before: middle.at })).toEqual(older.reverse());
});

test('[L7] older touches stay on the server until somebody asks; one noted or routed here is here, and goes with undo', async () => {
  const mia = await here.client('mia');
  await mia.settle();
  const scope = async (client: Client) => client.store.db.scopes.get('acme');
  expect(await scope(mia)).not.toHaveProperty('touchesSince');
  const touch = (id: string) => ({
    touch: {
      id,
      at: '2019-05-01T09:00:00.000Z',
      team: 'sales' as const,
      channel: 'call' as const,
      solutionIds: [],
    },
    ...{ accountId: 'acme', contactIds: [] },
  });
  await mia.edit(logTouch, touch('long-ago'));
  await mia.edit(logTouch, touch('slip'));
  await mia.sync();
  expect(await mia.see('touch', 'slip')).toBeDefined();
  await mia.edit(removeTouch, { touchId: 'slip' });
  await mia.sync();
  expect(await mia.unresolved()).toEqual([]);

  const ben = await here.client('ben');
  await ben.settle();
  expect(await ben.see('touch', 'long-ago')).toBeUndefined();
  const acme = (await ben.see('account', 'acme')) ?? expect.fail('no ACME');
  const detail = await accountDetail(new Accounts(ben.store.db, Date.now()), acme);
  expect(detail.whole).toBe(false);
  const before = detail.touchesSince ?? expect.fail('taken for whole');
  const { entries, next } = await ben.api.journey('acme', { before });
  expect(entries.map(({ id }) => id)).toEqual(['long-ago']);
  expect(next).toBeNull();

  await mia.edit(routeTouch, {
    touchId: 'long-ago',
    opportunityId: 'acme-learning',
    solutionIds: [],
  });
  await mia.sync();
  await ben.sync();
  expect(await ben.see('touch', 'long-ago')).toMatchObject({ solutionIds: ['learning'] });
});

test('[H1] who changed what of a decision and all around it, as the server tells it, is told in lines of known names', async () => {
  await ana.edit(setAmount, { opportunityId: 'acme-talent', transitionId: 'h1', amount: 1234 });
  await ana.sync();
  const ask = { kind: 'opportunity', id: 'acme-talent', around: true } as const;
  const { entries } = await ana.api.history({ ...ask, around: 'true', limit: 200 });
  const lines = await withAbout(ana.store.db, ask, toldLines(entries));
  expect(lines[0]).toMatchObject({ field: 'amount', after: 1234, name: 'Ana Ruiz', is: 'told' });
  const people = lines.flatMap(({ about }) => (about?.is === 'person' ? [about.name] : []));
  expect(people.length).toBeGreaterThan(2);
  expect(people).not.toContain(undefined);
  const known = await knownLines(ana.store.db, ask, 'ana');
  expect(known.find(({ field }) => field === 'amount')).toMatchObject({ after: 1234, by: 'ana' });
  expect(known.filter(({ field }) => field === 'stageId').length).toBeGreaterThan(0);
});
