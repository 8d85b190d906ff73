// @vitest-environment node
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '#lib/contract/problem.ts';
import {
  AccountsAnswer,
  JourneyAnswer,
  type JourneyEntryView,
  OpportunitiesAnswer,
} from '#lib/contract/read.ts';
import { coverage, gaps, quorum } from '#lib/model/coverage.ts';
import { journey, stageAt } from '#lib/model/journey.ts';
import { kinds } from '#lib/model/kinds.ts';
import { inPlayOrder, isOverdue } from '#lib/model/play.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import { Channel, Team } from '#lib/model/vocabulary.ts';
import { migrations } from '#server/db/migrations/index.ts';
import { writeRecord } from '#server/records.ts';
import { testIssuer } from '#test/support/issuer.ts';
import { type TestServer, testServer } from '#test/support/server.ts';
import { sender, stored } from '#test/support/signals.ts';

let server: TestServer;
let reader: Awaited<ReturnType<typeof sender>>;
let issuer: Awaited<ReturnType<typeof testIssuer>>;
const hour = 3_600_000;
const now = new Date('2026-11-22T12:00:00.000Z');
const people = ['tomas-echeverria', 'grace-lindqvist', 'priya-raman'];
const solutions = ['talent', 'learning', 'hr-operations'];

beforeAll(async () => {
  issuer = await testIssuer();
  server = await testServer({ auth: issuer.auth, now: () => now });
  reader = await sender(server, { scopes: ['read'] });
  // Random touches and transitions over few instants, so that many stand at the same one.
  const at = fc
    .integer({ min: 0, max: 40 })
    .map((hours) => new Date(+now - hours * hour).toISOString());
  const touch = fc.record({
    at,
    team: fc.constantFrom(...Team.options),
    channel: fc.constantFrom(...Channel.options),
    solutionIds: fc.subarray(solutions),
    contactIds: fc.subarray(people),
  });
  const stageId = fc.constantFrom('target', 'detected', 'engaged', undefined);
  const transition = fc.record({
    at,
    opportunityId: fc.constantFrom('acme-talent', 'acme-learning'),
    from: stageId,
    to: stageId,
  });
  await server.db.transaction().execute(async (tx) => {
    const writer = { ws: 'demo', version: 2, client: 'test', by: 'test', mutation: 'test' };
    const make = (kind: 'touch' | 'transition', id: string, data: object) =>
      writeRecord(
        tx,
        {
          kind,
          id,
          before: undefined,
          after: kinds[kind].schema.parse({ id, accountId: 'acme', ...data }),
        },
        writer,
        0,
      );
    for (const [index, one] of fc.sample(touch, { numRuns: 60, seed: 4 }).entries())
      await make('touch', `random-${index}`, one);
    for (const [index, one] of fc.sample(transition, { numRuns: 20, seed: 4 }).entries())
      await make('transition', `move-${index}`, {
        ...one,
        solutionId: one.opportunityId.slice(5),
        by: 'ana',
        before: {},
        after: {},
      });
  });
});
afterAll(() => server.close());

async function read<T>(path: string, shape: { parse: (value: unknown) => T }): Promise<T> {
  const answer = await reader.get(path);
  if (answer.status !== 200) throw new Error(await answer.text());
  return shape.parse(await answer.json());
}

async function problemOf(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return Problem.parse(await answer.json());
}

describe('accounts', () => {
  test.each([
    'acme.example',
    'ACME.example',
    'https://www.acme.example/about',
    'jobs.acme.example',
  ])('are found by %s', async (domain) => {
    const answer = await read(`/v1/accounts?domain=${encodeURIComponent(domain)}`, AccountsAnswer);
    expect(answer.accounts).toMatchObject([{ id: 'acme', name: 'ACME', target: true }]);
  });

  test('with domains below one are found by it, and each by its own', async () => {
    const writer = { ws: 'demo', version: 2, client: 'test', by: 'test', mutation: 'test' };
    await server.db.transaction().execute(async (tx) => {
      for (const part of ['eu', 'us']) {
        const id = `initech-${part}`;
        const after = kinds.account.schema.parse({
          ...{ id, name: id, domains: [`${part}.initech.example`] },
        });
        await writeRecord(tx, { kind: 'account', id, before: undefined, after }, writer, 0);
      }
    });
    const found = async (domain: string) =>
      (await read(`/v1/accounts?domain=${domain}`, AccountsAnswer)).accounts.map(({ id }) => id);
    const both = ['initech-eu', 'initech-us'];
    expect(await found('initech.example')).toEqual(both);
    expect(await found('www.us.initech.example')).toEqual(['initech-us']);
    await sql`delete from record_index where key like 'below:%'`.execute(server.db);
    expect(await found('initech.example')).toEqual([]);
    await migrations['0011-below']?.up(server.db);
    expect(await found('initech.example')).toEqual(both);
  });

  test('of a domain nobody has are none, and without a domain it is a bad request', async () => {
    expect(await read('/v1/accounts?domain=nobody.example', AccountsAnswer)).toEqual({
      accounts: [],
    });
    const answer = await reader.get('/v1/accounts');
    expect(answer.status).toBe(400);
    expect(await problemOf(answer)).toMatchObject({ code: 'badRequest' });
  });
});

test('decisions come with stage, members, and the figures that the panel shows', async () => {
  const { opportunities } = await read('/v1/opportunities?account=acme', OpportunitiesAnswer);
  expect(opportunities.map(({ id }) => id)).toEqual([
    'acme-hr-operations',
    'acme-learning',
    'acme-talent',
  ]);
  const touches = (await stored(server, 'touch')).filter(({ accountId }) => accountId === 'acme');
  const stages = await stored(server, 'stage');
  for (const view of opportunities) {
    const opportunity = (await stored(server, 'opportunity')).find(({ id }) => id === view.id);
    const solution = (await stored(server, 'solution')).find(({ id }) => id === view.solution.id);
    const members = (await stored(server, 'member')).filter(
      ({ opportunityId }) => opportunityId === view.id,
    );
    if (!opportunity || !solution) throw new Error('not seeded');
    const group = { opportunity, profile: solution.profile, members, touches, stages, now: +now };
    expect(view.coverage).toEqual(coverage(group));
    expect(view.quorum).toBe(quorum(group));
    expect(view.gaps.map(({ id, missing }) => [id, missing])).toEqual(
      gaps(group).map(({ seat, missing }) => [seat.id, missing]),
    );
    expect(view.members).toHaveLength(members.length);
    const steps = (await stored(server, 'playStep')).filter(
      ({ opportunityId }) => opportunityId === view.id,
    );
    expect(view.play.map(({ id, overdue }) => [id, overdue])).toEqual(
      inPlayOrder(steps).map((step) => [step.id, isOverdue(step, +now)]),
    );
  }
  expect(opportunities[2]).toMatchObject({
    stage: { id: 'qualified', label: 'Qualified' },
    solution: { name: 'Talent Management' },
    gaps: [{ role: 'ratifier', missing: 1 }],
    amount: 180_000,
    nextSteps: expect.stringContaining('Helena'),
    play: [{ state: 'done', team: 'sales' }, { team: 'marketing' }, {}, {}],
  });
});

describe('the journey', () => {
  const pages = async (query: Record<string, string>) => {
    const entries: JourneyEntryView[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const all = new URLSearchParams({ ...query, ...(cursor && { cursor }) });
      const page: JourneyAnswer = await read(`/v1/accounts/acme/journey?${all}`, JourneyAnswer);
      expect(page.entries.length).toBeLessThanOrEqual(Number(query.limit ?? 50));
      entries.push(...page.entries);
      cursor = page.next;
    }
    return entries;
  };
  const held = async () => {
    const ofAcme = <R extends { accountId: string }>(all: R[]) =>
      all.filter(({ accountId }) => accountId === 'acme');
    const touches: Touch[] = ofAcme(await stored(server, 'touch'));
    const transitions: Transition[] = ofAcme(await stored(server, 'transition'));
    const members = await stored(server, 'member');
    return { touches, transitions, members };
  };

  test('is, page by page and for any filter, what the shared core says', async () => {
    const { touches, transitions, members } = await held();
    const filter = fc.record({
      team: fc.option(fc.constantFrom(...Team.options), { nil: undefined }),
      channel: fc.option(fc.constantFrom(...Channel.options), { nil: undefined, freq: 4 }),
      solution: fc.option(fc.constantFrom(...solutions), { nil: undefined }),
      opportunity: fc.option(fc.constantFrom('acme-talent', 'acme-learning'), { nil: undefined }),
      order: fc.constantFrom('asc', 'desc'),
      limit: fc.constantFrom('1', '7', '50'),
    });
    await fc.assert(
      fc.asyncProperty(filter, async (query) => {
        const { team, channel, solution, opportunity, order } = query;
        const decision = opportunity && {
          id: opportunity,
          solutionId: opportunity.slice(5),
          contactIds: members
            .filter(({ opportunityId }) => opportunityId === opportunity)
            .map(({ contactId }) => contactId),
        };
        const told = journey(touches, transitions, {
          ...{ team, channel, solutionId: solution },
          ...(decision && { decision }),
        }).map(({ id }) => id);
        const given = Object.entries(query).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        );
        const entries = await pages(Object.fromEntries(given));
        expect(entries.map(({ id }) => id)).toEqual(order === 'desc' ? told.reverse() : told);
      }),
      { numRuns: 40 },
    );
  });

  test('says of each touch who it was with and at which stage its decision stood', async () => {
    const { transitions } = await held();
    const entries = await pages({ opportunity: 'acme-talent' });
    for (const entry of entries)
      if (entry.kind === 'touch') {
        expect(entry.stage).toBe(stageAt(transitions, 'acme-talent', entry.at));
        for (const { id, name } of entry.contacts) expect(name).not.toBe(id);
      }
  });

  test.each([
    ['/v1/accounts/nobody/journey', 404],
    ['/v1/accounts/acme/journey?opportunity=globex-talent', 404],
    ['/v1/accounts/acme/journey?team=winners', 400],
    ['/v1/accounts/acme/journey?limit=0', 400],
    ['/v1/accounts/acme/journey?cursor=made-up', 400],
    [`/v1/accounts/acme/journey?cursor=${btoa('["\\u0000","touch","x"]')}`, 400],
    ['/v1/accounts?domain=%00', 400],
    ['/v1/opportunities?account=nobody', 404],
    ['/v1/opportunities', 400],
  ])('%s is a problem', async (path, status) => {
    const answer = await reader.get(path);
    expect(answer.status).toBe(status);
    expect((await problemOf(answer)).status).toBe(status);
  });
});

test('a signed-in user may read, somebody unknown or a key for signals alone may not', async () => {
  const path = '/v1/accounts?domain=acme.example';
  const token = await issuer.token('ana', { email: 'ana@northwind.example', email_verified: true });
  const get = (authorization?: string) =>
    server.request(path, authorization ? { headers: { authorization } } : {});
  expect((await get(`Bearer ${token}`)).status).toBe(200);
  expect((await get()).status).toBe(401);
  expect((await get('Bearer qk_made-up')).status).toBe(401);
  expect((await (await sender(server)).get(path)).status).toBe(403);
});
