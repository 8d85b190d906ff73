// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JourneyAnswer } from '#lib/contract/read.ts';
import { schemaVersion } from '#lib/contract/version.ts';
import { retireStage } from '#lib/model/mutations/stage.ts';
import { push } from '#server/push.ts';
import { testIssuer } from '#test/support/issuer.ts';
import { startPostgres, type TestPostgres } from '#test/support/postgres.ts';
import { type TestServer, testServer } from '#test/support/server.ts';
import { sender, stored } from '#test/support/signals.ts';

const postgres: TestPostgres | undefined = await startPostgres();
afterAll(() => postgres?.stop());

/** PGlite takes one transaction after the other; only here do two signals really meet. */
describe.skipIf(!postgres)('on PostgreSQL', () => {
  let server: TestServer;
  beforeAll(async () => {
    const opened = await postgres?.fresh();
    server = await testServer({ auth: (await testIssuer()).auth, opened });
  });
  afterAll(() => server.close());
  const at = '2026-11-01T09:00:00Z';

  test('signals that meet make one account, one decision and each person once', async () => {
    const systems = await Promise.all(
      Array.from({ length: 8 }, (_, index) => sender(server, { name: `system-${index}` })),
    );
    const results = await Promise.all(
      systems.map(({ send }) =>
        send(
          ...Array.from({ length: 12 }, (_, person) => ({
            id: `signal-${person}`,
            at,
            channel: 'web',
            title: 'Visit',
            solutions: ['Learning', 'Talent Management'],
            person: { email: `person${person}@initech.example` },
          })),
        ),
      ),
    );
    expect(new Set(results.flat().map(({ status }) => status))).toEqual(new Set(['routed']));
    const accounts = (await stored(server, 'account')).filter(({ domains }) =>
      domains.includes('initech.example'),
    );
    expect(accounts).toHaveLength(1);
    const here = <R extends { accountId: string }>(all: R[]) =>
      all.filter(({ accountId }) => accountId === accounts[0]?.id);
    expect(here(await stored(server, 'contact'))).toHaveLength(12);
    expect(here(await stored(server, 'opportunity'))).toHaveLength(2);
    expect(here(await stored(server, 'member'))).toHaveLength(24);
    expect(here(await stored(server, 'touch'))).toHaveLength(96);
  });

  test('no decision is left at a stage that is retired while signals come', async () => {
    const automation = await sender(server);
    const signals = automation.send(
      ...Array.from({ length: 60 }, (_, index) => ({
        id: `late-${index}`,
        at,
        channel: 'web',
        title: 'Visit',
        solutions: ['Learning'],
        account: { domain: `company${index}.example` },
      })),
    );
    const mutation = {
      id: 1,
      nonce: 'retire-target',
      name: retireStage.name,
      args: { stageId: 'target', moveTo: 'detected' },
      base: 0,
      at: '2026-11-01T09:00:00.000Z',
    };
    const actor = { ws: 'demo', userId: 'ada', team: 'admin' as const };
    const request = {
      protocol: 1,
      schema: schemaVersion,
      client: 'client-of-ada',
      mutations: [mutation],
    };
    const retired = await push({ db: server.db, poke: () => {} }, actor, request);
    expect(retired.results).toMatchObject([{ status: 'applied' }]);
    expect(new Set((await signals).map(({ status }) => status))).toEqual(new Set(['routed']));
    const stageIds = (await stored(server, 'opportunity')).map(({ stageId }) => stageId);
    expect(stageIds).not.toContain('target');
  });

  test('a journey is paged in the same order as everywhere', async () => {
    const reader = await sender(server, { scopes: ['read'] });
    const ids: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const answer = await reader.get(
        `/v1/accounts/acme/journey?limit=3&cursor=${next}`.replace(/&cursor=$/, ''),
      );
      const page = JourneyAnswer.parse(await answer.json());
      ids.push(...page.entries.map(({ id }) => id));
      next = page.next;
    }
    const all = await reader.get('/v1/accounts/acme/journey?limit=200');
    const { entries } = JourneyAnswer.parse(await all.json());
    expect(ids).toEqual(entries.map(({ id }) => id));
    expect(entries.map((entry) => entry.at)).toEqual(entries.map((entry) => entry.at).sort());
  });
});
