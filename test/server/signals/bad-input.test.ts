// @vitest-environment node
/** Signals that are none, and failures of our own: the rest of the batch is done. */
import { describe, expect, test } from 'vitest';
import { Problem } from '#lib/contract/problem.ts';
import { receiving, stored } from '#test/support/signals.ts';

const { server, now, automation, signal } = await receiving();

describe('bad input is answered for itself, and the rest of the batch is done', () => {
  test('in every place of a batch', async () => {
    const person = { email: 'ravi.menon@globex.example' };
    const cases: [unknown, object][] = [
      [null, { id: null, status: 'rejected', code: 'badShape' }],
      ['text', { id: null, code: 'badShape' }],
      [{}, { id: null, code: 'badShape' }],
      [signal({ id: 'no-title', title: undefined }), { id: 'no-title', code: 'badShape' }],
      [
        signal({ person: { email: 'not an e-mail' } }),
        { code: 'badShape', because: 'person.email: is no e-mail address' },
      ],
      [
        signal({ at: 'yesterday' }),
        {
          code: 'badShape',
          because: 'at: is no time: write 2026-11-20T09:00:00Z, or the day alone',
        },
      ],
      [signal({ person, at: '2027-01-01T00:00:00Z' }), { code: 'futureDate' }],
      [signal({ title: 'Nobody' }), { code: 'nobody' }],
      [signal({ account: { domain: 'localhost' } }), { code: 'nobody' }],
      [
        signal({ person, solutions: ['Time Travel'] }),
        { status: 'unrouted', code: 'unknownSolution' },
      ],
      [
        signal({ person, solutions: undefined, asset: 'No such paper' }),
        { status: 'unrouted', code: 'unknownAsset' },
      ],
      [signal({ person, solutions: [] }), { status: 'unrouted', code: 'noSolution' }],
      [signal({ person, solutions: ['Time Travel', 'learning'] }), { status: 'routed' }],
      [signal({ person, at: '2026-11-20T23:30:00+14:00' }), { status: 'routed' }],
      [signal({ person: { ...person, name: '', title: null } }), { status: 'routed' }],
      [signal({ person }), { status: 'routed' }],
    ];
    const results = await automation.send(...cases.map(([one]) => one));
    expect(results).toHaveLength(cases.length);
    for (const [index, [, wanted]] of cases.entries()) {
      expect(results[index]).toMatchObject(wanted);
      expect(results[index]?.because).toMatch(/\w/);
    }
  });

  test('nested without end, it is one signal of another shape', async () => {
    const deep = `{"id":"deep","title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const fine = JSON.stringify(signal({ person: { email: 'ravi.menon@globex.example' } }));
    const answer = await automation.post(`{"signals":[${deep},${fine}]}`);
    expect(await answer.json()).toMatchObject({
      results: [{ id: 'deep', code: 'badShape' }, { status: 'routed' }],
    });
  });

  test('an e-mail in capitals is the person’s own', async () => {
    expect(
      await automation.tell(signal({ person: { email: 'RAVI.MENON@GLOBEX.EXAMPLE' } })),
    ).toMatchObject({ contact: 'ravi-menon' });
  });

  test('a title of 10 KB is kept as far as a touch has room, and said so', async () => {
    const family = '👩‍👩‍👧‍👦';
    const result = await automation.tell(
      signal({ person: { email: 'ravi.menon@globex.example' }, title: family.repeat(1000) }),
    );
    expect(result.status).toBe('routed');
    expect(result.because).toContain('Its title was cut to 1000 characters.');
    const kept = (await stored(server, 'touch')).find(({ title }) => title?.startsWith(family));
    expect(kept?.title).toMatch(new RegExp(`^(${family})+…$`, 'u'));
  });

  test('right-to-left and combining characters stay; what no database keeps goes', async () => {
    const result = await automation.tell(
      signal({
        title: 'דף נייר \u202Bעברית\u202C \u0000\ud800 Zu\u0308rich',
        person: { email: 'dana@sapir.example', name: 'דנה כהן', title: 'מנהלת' },
      }),
    );
    expect(result).toMatchObject({ status: 'routed', code: 'detected' });
    expect(await stored(server, 'contact')).toContainEqual(
      expect.objectContaining({ id: result.contact, name: 'דנה כהן' }),
    );
    const touches = (await stored(server, 'touch')).map(({ title }) => title ?? '');
    expect(touches.find((title) => title.startsWith('דף'))).toMatch(/עברית.*Zürich$/u);
  });

  test('a batch of a thousand is taken, one more is refused whole', async () => {
    const batch = (length: number) =>
      JSON.stringify({ signals: Array.from({ length }, () => ({})) });
    const taken = await automation.post(batch(1000));
    expect(taken.status).toBe(200);
    const refused = await automation.post(batch(1001));
    expect(refused.status).toBe(400);
    expect(Problem.parse(await refused.json())).toMatchObject({ code: 'badRequest' });
  });

  test.each([
    ['not JSON', '{'],
    ['no signals', '{}'],
    ['signals that are no list', '{"signals": 1}'],
  ])('%s is a 400 as problem details', async (_case, body) => {
    const answer = await automation.post(body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });
});

test('a failure of the server’s own spoils one signal, and neither the rest, nor the answer, nor that colleagues hear of it', async () => {
  const fails = 'The database is away for this one';
  // What waits for a visitor who is known now is asked for in this one way.
  const flaky = server.db.withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind === 'SelectQueryNode' && JSON.stringify(node).includes('"payload"'))
        throw new Error(fails);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const told: number[] = [];
  const logged: unknown[] = [];
  const { takeSignals } = await import('#server/signals/signals.ts');
  const deps = {
    db: flaky,
    log: { error: (what: unknown) => logged.push(what) } as never,
    poke: (_: string, version: number) => told.push(version),
    now: () => now,
  };
  const results = await takeSignals(deps, { ws: 'demo', name: 'flaky' }, [
    signal({ visitor: 'cookie-9', person: { email: 'ravi.menon@globex.example' } }),
    signal({ person: { email: 'ravi.menon@globex.example' } }),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['routed', 'routed']);
  expect(told).toHaveLength(1);
  expect(logged).toMatchObject([{ err: { message: fails } }]);
});
