import { beforeEach, expect, test } from 'vitest';
import { Contact } from '#lib/model/records/contact.ts';
import { Opportunity } from '#lib/model/records/opportunity.ts';
import { Solution } from '#lib/model/records/solution.ts';
import { Touch } from '#lib/model/records/touch.ts';
import { accountDetail } from '#lib/panel/account.ts';
import { Accounts } from '#lib/panel/accounts.ts';
import { filtered, filtersOf } from '#lib/panel/journey.ts';
import type { Store } from '#lib/store/store.ts';
import { acme, cache, page, told } from '#test/store/cache.ts';
import { moment, now } from './pages.ts';

const touch = (id: string, at: string, over: object = {}) =>
  Touch.parse({ id, at, accountId: 'acme', team: 'sales', channel: 'call', ...over });
const moved = (id: string, at: string, opportunityId: string, solutionId: string) => ({
  ...{ id, at, accountId: 'acme', opportunityId, solutionId },
  ...{ to: 'target', by: 'ana', before: {}, after: {} },
});
const talent = { solutionIds: ['talent'] };
const learning = { solutionIds: ['learning'], team: 'marketing', channel: 'content' };

let store: Store;
beforeEach(async () => {
  store = await cache();
  await store.apply(
    page({
      puts: [
        told('solution', Solution.parse({ id: 'learning', name: 'Learning' }), 5),
        told('contact', Contact.parse({ id: 'eli', accountId: 'acme', name: 'Eli' }), 5),
        told(
          'opportunity',
          Opportunity.parse({
            ...{ id: 'lost', accountId: 'acme' },
            ...{ solutionId: 'learning', stageId: 'lost' },
          }),
          5,
        ),
        told('transition', moved('m1', '2026-03-01T00:00:00.000Z', 'deal', 'talent'), 5),
        told('transition', moved('m2', '2026-05-01T00:00:00.000Z', 'lost', 'learning'), 5),
        told(
          'touch',
          touch('t3', '2026-11-01T00:00:00.000Z', { ...learning, contactIds: ['eli'] }),
          5,
        ),
        told(
          'touch',
          touch('t1', '2026-02-01T00:00:00.000Z', { ...talent, contactIds: ['dana'] }),
          5,
        ),
        told(
          'touch',
          touch('t2', '2026-04-01T00:00:00.000Z', {
            channel: 'web',
            ...{ unrouted: 'noSolution' },
          }),
          5,
        ),
        told('touch', { ...touch('t4', '2026-11-02T00:00:00.000Z'), accountId: 'globex' }, 5),
      ],
    }),
  );
});

test('an account’s journey has all its people, anonymous visits and every decision, those lost among them', async () => {
  const { journey, unrouted, open, whole } = await accountDetail(new Accounts(store.db, now), acme);
  expect(journey.map(({ id }) => id)).toEqual(['t1', 'm1', 't2', 'm2', 't3']);
  expect(unrouted.map(({ id }) => id)).toEqual(['t2']);
  expect(open.map(({ opportunity }) => opportunity.id)).toEqual(['deal']);
  expect(whole).toBe(true);
});

test('team, channel and solution choose of it, each only where there is something to choose', async () => {
  const { journey } = await accountDetail(new Accounts(store.db, now), acme);
  const { teams, channels, solutionIds } = filtersOf(journey);
  expect(teams).toEqual(['sales', 'marketing']);
  expect(channels).toEqual(['call', 'web', 'content']);
  expect([...solutionIds].sort()).toEqual(['learning', 'talent']);
  const ids = (filter: object) => filtered(journey, filter).map(({ id }) => id);
  expect(ids({ solutionId: 'learning' })).toEqual(['m2', 't3']);
  expect(ids({ team: 'marketing' })).toEqual(['m1', 'm2', 't3']);
  expect(ids({ channel: 'web' })).toEqual(['m1', 't2', 'm2']);
});

test('what else it looks at is every solution anybody showed interest in, with the touches that show it', async () => {
  const { interests } = await accountDetail(new Accounts(store.db, now), acme);
  expect(interests).toMatchObject([
    {
      solution: { id: 'learning' },
      people: [{ contact: { id: 'eli' }, level: 'shown', evidence: [{ id: 't3' }] }],
    },
    {
      solution: { id: 'talent' },
      people: [{ contact: { id: 'dana' }, level: 'possible', evidence: [{ id: 't1' }] }],
    },
  ]);
});

test('it stands in the moment of a known account; one not yet filled says that the server knows more', async () => {
  const page = { kind: 'account', account: { name: 'ACME', domains: ['acme.example'] } };
  expect((await moment(store, 'account', page)).detail).toMatchObject({ whole: true });
  await store.db.scopes.update('acme', { complete: false });
  expect((await moment(store, 'account', page)).detail).toMatchObject({ whole: false });
  const nobody = { kind: 'account', account: { name: 'Initech', domains: ['initech.example'] } };
  expect(await moment(store, 'account', nobody)).not.toHaveProperty('detail');
});
