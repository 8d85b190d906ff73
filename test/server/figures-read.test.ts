// @vitest-environment node
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '#lib/contract/problem.ts';
import { FiguresAnswer } from '#lib/contract/read.ts';
import { figures } from '#lib/model/figures.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import { Transition } from '#lib/model/records/transition.ts';
import { writeRecord } from '#server/records.ts';
import { takeVersion } from '#server/version.ts';
import { testIssuer } from '#test/support/issuer.ts';
import { type TestServer, testServer } from '#test/support/server.ts';
import { sender, stored } from '#test/support/signals.ts';
import { anyTransitions, iso } from '../model/ways.ts';

let server: TestServer;
let reader: Awaited<ReturnType<typeof sender>>;
let all: Transition[];
const now = iso(100);

beforeAll(async () => {
  server = await testServer({ auth: (await testIssuer()).auth, now: () => new Date(now) });
  reader = await sender(server, { scopes: ['read'] });
  const drawn = fc.sample(anyTransitions, { numRuns: 12, seed: 7 });
  await server.db.transaction().execute(async (tx) => {
    const version = await takeVersion(tx, 'demo');
    const writer = { ws: 'demo', version, client: 'test', by: 'test', mutation: 'test' };
    for (const [draw, transitions] of drawn.entries())
      for (const [seq, one] of transitions.entries()) {
        const [id, opportunityId] = [`${draw}-${one.id}`, `${draw}-${one.opportunityId}`];
        const after = Transition.parse({ ...one, id, opportunityId });
        await writeRecord(tx, { kind: 'transition', id, before: undefined, after }, writer, seq);
      }
  });
  all = await stored(server, 'transition');
  expect(all.length).toBeGreaterThan(150);
});
afterAll(() => server.close());

const ask = async (query: Record<string, string>) =>
  reader.get(`/v1/figures?${new URLSearchParams(query)}`);

test('for any filter of account, solution, owner and time they are what the shared core says', async () => {
  const some = (...ids: string[]) => fc.option(fc.constantFrom(...ids), { nil: undefined });
  const day = fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined });
  const any = fc.record({
    account: some('acme', 'globex'),
    solution: some('talent', 'learning'),
    owner: some('ana', 'ben'),
    from: day,
    length: day,
  });
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(any, async ({ account, solution, owner, from, length }) => {
      const until = length === undefined ? undefined : iso((from ?? 0) + length);
      const answer = await ask({
        ...(account && { account }),
        ...(solution && { solution }),
        ...(owner && { owner }),
        ...(from !== undefined && { from: iso(from) }),
        ...(until && { until }),
      });
      const { stages, ...window } = FiguresAnswer.parse(await answer.json());
      expect(window).toEqual({
        from: from === undefined ? null : iso(from),
        ...{ until: until ?? now, now },
      });
      expect(stages.map(({ stage, ...rest }) => ({ stageId: stage.id, ...rest }))).toEqual(
        figures(
          all,
          defaultStages,
          { ...window, from: window.from ?? iso(-10_000) },
          {
            ...(account && { accountIds: [account] }),
            ...(solution && { solutionIds: [solution] }),
            ...(owner && { ownerIds: [owner] }),
          },
        ),
      );
      counted += stages.reduce((sum, { volume }) => sum + volume, 0);
    }),
    { numRuns: 60 },
  );
  expect(counted).toBeGreaterThan(100);
});

test('open stays are told beside the ended ones, and count in the quartiles', async () => {
  const { stages } = FiguresAnswer.parse(await (await ask({})).json());
  const open = stages.filter(({ velocity }) => velocity.open > 0 && velocity.ended > 0);
  expect(open.length).toBeGreaterThan(0);
  for (const { conversion, volume } of stages) {
    expect(conversion.entered).toBe(volume);
    expect(conversion.moved + conversion.left + conversion.standing).toBe(volume);
  }
});

test('a window is given by days as well', async () => {
  const by = async (query: Record<string, string>) => (await ask(query)).json();
  expect(await by({ from: '2026-01-11', until: '2026-02-10' })).toEqual(
    await by({ from: iso(10), until: iso(40) }),
  );
});

test.each([
  ['an account that is not there', { account: 'nothing' }, 404, 'notFound'],
  ['a solution that is not there', { solution: 'nothing' }, 404, 'notFound'],
  ['an owner who is not there', { owner: 'nobody' }, 404, 'notFound'],
  [
    'a window that ends before it begins',
    { from: '2026-03-01', until: '2026-02-01' },
    400,
    'badRequest',
  ],
  ['a day there is not', { from: '2026-02-30' }, 400, 'badRequest'],
])('%s is refused by name', async (_case, query, status, code) => {
  const answer = await ask(query as unknown as Record<string, string>);
  expect(answer.status).toBe(status);
  expect(Problem.parse(await answer.json()).code).toBe(code);
});

test('a key without the right to read sees no figures', async () => {
  expect((await (await sender(server)).get('/v1/figures')).status).toBe(403);
});
