// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '#lib/contract/problem.ts';
import { memberId } from '#lib/model/records/member.ts';
import { testIssuer } from '#test/support/issuer.ts';
import { countQueries } from '#test/support/queries.ts';
import { type TestServer, testServer } from '#test/support/server.ts';
import { sender, stored } from '#test/support/signals.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const at = '2026-11-20T09:00:00Z';
let server: TestServer;
let automation: Awaited<ReturnType<typeof sender>>;
beforeAll(async () => {
  server = await testServer({ auth: (await testIssuer()).auth, now: () => now });
  automation = await sender(server);
});
afterAll(() => server.close());

let count = 0;
const signal = (over: object = {}) => ({
  id: `s${++count}`,
  at,
  channel: 'content',
  title: 'White paper: The recruiting playbook',
  solutions: ['Talent Management'],
  ...over,
});
const everything = async () =>
  Promise.all(
    (['touch', 'member', 'opportunity', 'contact', 'account', 'interest'] as const).map((kind) =>
      stored(server, kind),
    ),
  );
const touchOf = async (title: string) =>
  (await stored(server, 'touch')).find((touch) => touch.title === title);

describe('routing', () => {
  test('a person new to an account joins its open decision, with a likely role and its reason', async () => {
    const result = await automation.tell(
      signal({
        person: {
          email: 'Marta.Keller@ACME.example',
          name: 'Marta Keller',
          title: 'Head of Procurement',
        },
      }),
    );
    expect(result).toMatchObject({
      status: 'routed',
      code: 'joined',
      account: 'acme',
      opportunity: 'acme-talent',
      because:
        'It belongs to ACME’s decision on Talent Management. Marta Keller joins as a potential member, likely ratifier, 90 %: “Head of Procurement”.',
    });
    const member = (await stored(server, 'member')).find(
      ({ contactId }) => contactId === result.contact,
    );
    expect(member).toMatchObject({
      status: 'potential',
      roles: [],
      suggested: [
        { role: 'ratifier', because: [{ fact: 'title', title: 'Head of Procurement' }, {}] },
      ],
    });
    expect(await stored(server, 'contact')).toContainEqual(
      expect.objectContaining({
        emails: ['marta.keller@acme.example'],
        sources: expect.objectContaining({
          name: { from: 'signal', by: 'signal.automation', at: now.toISOString() },
        }),
      }),
    );
  });

  test('the tenth person of an account joins the same decision; nobody is dropped', async () => {
    const people = Array.from({ length: 10 }, (_, index) =>
      signal({
        solutions: ['Learning'],
        person: { email: `person${index}@globex.example`, name: `Person ${index}` },
      }),
    );
    const results = await automation.send(...people);
    expect(new Set(results.map(({ opportunity }) => opportunity)).size).toBe(1);
    expect(new Set(results.map(({ contact }) => contact)).size).toBe(10);
    expect(results.map(({ code }) => code)).toEqual(['detected', ...Array(9).fill('joined')]);
    const members = (await stored(server, 'member')).filter(
      ({ opportunityId }) => opportunityId === results[0]?.opportunity,
    );
    expect(members).toHaveLength(10);
  });

  test('without an open decision one begins at the first stage, marked and with a transition', async () => {
    const { opportunity = '', ...result } = await automation.tell(
      signal({ title: 'First sight', person: { email: 'olek.zielinski@tessera.example' } }),
    );
    expect(result).toMatchObject({
      code: 'detected',
      account: 'tessera',
      contact: 'olek-zielinski',
    });
    const made = (await stored(server, 'opportunity')).find(({ id }) => id === opportunity);
    expect(made).toMatchObject({
      stageId: 'target',
      solutionId: 'talent',
      detectedBy: (await touchOf('First sight'))?.id,
      ownerId: 'ana',
    });
    expect(await stored(server, 'transition')).toContainEqual(
      expect.objectContaining({ opportunityId: opportunity, to: 'target' }),
    );
  });

  test('the catalogue says what an asset speaks of, by any of its names', async () => {
    await automation.put('/v1/assets/playbook-2026', {
      name: 'Playbook',
      keys: ['RP-2026'],
      solutions: ['Talent Management', 'learning'],
    });
    const result = await automation.tell(
      signal({
        solutions: undefined,
        asset: '  rp-2026 ',
        person: { email: 'samuel.adeyemi@acme.example' },
      }),
    );
    expect(result).toMatchObject({
      status: 'routed',
      opportunities: expect.arrayContaining(['acme-talent', 'acme-learning']),
    });
  });

  test('interest follows from the touches', async () => {
    const person = { email: 'amara.nwosu@meridian.example' };
    await automation.send(...[1, 2, 3].map(() => signal({ person })));
    const [interest] = (await stored(server, 'interest')).filter(
      ({ id }) => id === 'amara-nwosu.talent',
    );
    expect(interest).toMatchObject({ level: 'strong' });
    expect(interest?.evidence).toHaveLength(3);
    expect(interest).not.toHaveProperty('by');
  });
});

describe('at most once', () => {
  test('the same signal sent again changes nothing and tells what it did', async () => {
    const one = signal({ person: { email: 'ravi.menon@globex.example' } });
    const first = await automation.tell(one);
    const before = await everything();
    const [again, twice] = await automation.send(one, { ...one, title: 'Another title' });
    expect(again).toMatchObject({
      status: 'duplicate',
      opportunity: first.opportunity,
      contact: first.contact,
    });
    expect(twice).toMatchObject({ status: 'duplicate' });
    expect(await everything()).toEqual(before);
  });

  test('holds over a new key of the same sender, while another sender has ids of its own', async () => {
    const one = signal({ person: { email: 'ravi.menon@globex.example' } });
    await automation.tell(one);
    expect(await (await sender(server)).tell(one)).toMatchObject({ status: 'duplicate' });
    const other = await sender(server, { name: 'events' });
    expect(await other.tell(one)).toMatchObject({ status: 'routed' });
  });

  test('holds when both come at once', async () => {
    const one = signal({ person: { email: 'new.person@globex.example' } });
    const results = await Promise.all([automation.tell(one), automation.tell(one)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['duplicate', 'routed']);
    const people = (await stored(server, 'contact')).filter(({ emails }) =>
      emails.includes('new.person@globex.example'),
    );
    expect(people).toHaveLength(1);
  });

  test('a refused signal may come again, mended', async () => {
    const one = signal({ person: { email: 'ravi.menon@globex.example' }, channel: 'smoke' });
    expect(await automation.tell(one)).toMatchObject({ status: 'rejected', code: 'badShape' });
    expect(await automation.tell({ ...one, channel: 'web' })).toMatchObject({ status: 'routed' });
  });
});

describe('what a person confirmed', () => {
  test('stays: status, roles, stance, what was declined, and an interest somebody stated', async () => {
    const { jsonb } = await import('#server/db/json.ts');
    const said = {
      id: 'tomas-echeverria.talent',
      accountId: 'acme',
      contactId: 'tomas-echeverria',
      solutionId: 'talent',
      level: 'possible',
      evidence: [],
      by: 'ana',
      at: '2026-11-01T00:00:00.000Z',
    };
    await server.db
      .insertInto('records')
      .values({
        ...{ ws: 'demo', kind: 'interest', id: said.id, scope: 'acme', version: 1 },
        deleted_at: null,
        data: jsonb(said),
      })
      .execute();
    await server.db
      .insertInto('record_index')
      .values({ ws: 'demo', key: 'of:contact:tomas-echeverria', kind: 'interest', id: said.id })
      .execute();
    const before = (await stored(server, 'member')).find(
      ({ id }) => id === memberId('acme-talent', 'tomas-echeverria'),
    );
    const results = await automation.send(
      ...['Payroll Manager', 'CFO'].map((title) =>
        signal({
          channel: 'meeting',
          person: { email: 'tomas.echeverria@acme.example', name: 'T. E.', title },
        }),
      ),
    );
    expect(results[0]?.because).toContain('is in its buying group already');
    const after = await stored(server, 'member');
    expect(after).toContainEqual(before);
    expect(await stored(server, 'interest')).toContainEqual(said);
    expect(await stored(server, 'contact')).toContainEqual(
      expect.objectContaining({ id: 'tomas-echeverria', name: 'Tomás Echeverría' }),
    );
  });

  test('that somebody left: what comes of them since then waits for a person, what was before is routed', async () => {
    const { writeRecord } = await import('#server/records.ts');
    const before = (await stored(server, 'contact')).find(({ id }) => id === 'yuki-tanaka');
    if (!before) throw new Error('not seeded');
    await server.db.transaction().execute(async (tx) => {
      const after = { ...before, left: '2026-10-01T00:00:00.000Z' };
      const row = await tx
        .selectFrom('records')
        .selectAll()
        .where('kind', '=', 'contact')
        .where('id', '=', before.id)
        .executeTakeFirstOrThrow();
      const was = { ...row, kind: 'contact' as const, deleted: false, data: before, guards: {} };
      const writer = { ws: 'demo', version: 1, client: 'test', by: 'test', mutation: 'test' };
      await writeRecord(tx, { kind: 'contact', id: before.id, before: was, after }, writer, 0);
    });
    const person = { email: 'yuki.tanaka@acme.example' };
    const groups = async () =>
      (await stored(server, 'member')).filter(({ contactId }) => contactId === 'yuki-tanaka');
    const had = await groups();
    const all = ['Talent Management', 'HR Operations', 'Learning'];
    const since = await automation.tell(signal({ person, solutions: all, title: 'Since then' }));
    expect(since).toMatchObject({ status: 'unrouted', code: 'companyUnknown', account: 'acme' });
    expect(since.because).toContain('Yuki Tanaka left ACME on 2026-10-01.');
    expect(await groups()).toEqual(had);
    expect(await touchOf('Since then')).toMatchObject({ unrouted: 'companyUnknown' });
    const earlier = { at: '2026-09-01T00:00:00Z', person, solutions: all };
    expect(await automation.tell(signal(earlier))).toMatchObject({ status: 'routed' });
  });

  test('an account stays, though the signal names another', async () => {
    const result = await automation.tell(
      signal({
        person: { email: 'tomas.echeverria@acme.example' },
        account: { domain: 'globex.example' },
      }),
    );
    expect(result).toMatchObject({ account: 'acme', opportunity: 'acme-talent' });
    expect(result.because).toContain(
      'It names globex.example; on record Tomás Echeverría is at ACME.',
    );
  });
});

describe('who nobody knows', () => {
  test('an anonymous visit stands at the account of its domain, and becomes the person’s once they are known', async () => {
    const visit = (over: object) => signal({ channel: 'web', visitor: 'cookie-1', ...over });
    const anonymous = await automation.tell(
      visit({ title: 'Anonymous visit', account: { domain: 'www.halcyon.example' } }),
    );
    expect(anonymous).toMatchObject({ status: 'routed', account: 'halcyon' });
    expect(anonymous).not.toHaveProperty('contact');
    expect(await touchOf('Anonymous visit')).toMatchObject({ contactIds: [] });

    const nowhere = await automation.tell(visit({ title: 'Visit from nowhere' }));
    expect(nowhere).toMatchObject({ status: 'unrouted', code: 'waiting' });
    expect(await touchOf('Visit from nowhere')).toBeUndefined();

    const known = await automation.tell(
      visit({ solutions: [], person: { email: 'noor.haddad@halcyon.example' } }),
    );
    expect(known.because).toContain('1 earlier visits are now Noor Haddad’s.');
    expect(await touchOf('Anonymous visit')).toMatchObject({ contactIds: ['noor-haddad'] });
    expect(await touchOf('Visit from nowhere')).toMatchObject({
      accountId: 'halcyon',
      contactIds: ['noor-haddad'],
    });
    const members = await stored(server, 'member');
    expect(members.map(({ id }) => id)).toContain(
      memberId(anonymous.opportunity ?? '', 'noor-haddad'),
    );
    expect(await automation.tell(visit({ title: 'And again' }))).toMatchObject({
      contact: 'noor-haddad',
    });
  });

  test('a name without an exact key makes nobody a contact; the touch keeps what was said', async () => {
    const before = await stored(server, 'contact');
    const result = await automation.tell(
      signal({
        title: 'Name on a list',
        person: { name: 'Noor Haddad' },
        account: { domain: 'halcyon.example' },
      }),
    );
    expect(result).not.toHaveProperty('contact');
    expect(await stored(server, 'contact')).toEqual(before);
    expect(await touchOf('Name on a list')).toMatchObject({ said: { name: 'Noor Haddad' } });
  });

  test('a free-mail domain is never an account: its person waits at a placeholder', async () => {
    const person = { email: 'jo.private@gmail.com', name: 'Jo Private' };
    const result = await automation.tell(signal({ title: 'From free mail', person }));
    expect(result).toMatchObject({ status: 'unrouted', code: 'companyUnknown' });
    expect(result.because).toContain('gmail.com is a free-mail domain, never an account.');
    const accounts = await stored(server, 'account');
    expect(accounts.flatMap(({ domains }) => domains)).not.toContain('gmail.com');
    expect(accounts.find(({ id }) => id === result.account)).toMatchObject({
      name: 'Jo Private',
      placeholder: true,
    });
    expect(await touchOf('From free mail')).toMatchObject({ unrouted: 'companyUnknown' });
    expect(await automation.tell(signal({ person }))).toMatchObject({ contact: result.contact });
  });

  test('of a company known by name alone there is one placeholder, never a guess', async () => {
    const at = (email: string) =>
      automation.tell(signal({ person: { email }, account: { name: 'Globex Logistics' } }));
    const [one, two] = [await at('a@gmail.com'), await at('b@gmx.de')];
    expect(one.account).toBe(two.account);
    expect(one.account).not.toBe('globex');
  });

  test('two accounts under one domain are a question: it stands apart, unrouted', async () => {
    const at = (domain: string) => automation.tell(signal({ account: { domain } }));
    const { writeRecord } = await import('#server/records.ts');
    await server.db.transaction().execute(async (tx) => {
      for (const part of ['eu', 'us']) {
        const after = {
          id: `initech-${part}`,
          name: `Initech ${part.toUpperCase()}`,
          domains: [`${part}.initech.example`],
          target: false,
          placeholder: false,
          sources: {},
        };
        const writer = { ws: 'demo', version: 1, client: 'test', by: 'test', mutation: 'test' };
        await writeRecord(
          tx,
          { kind: 'account', id: after.id, before: undefined, after },
          writer,
          0,
        );
      }
    });
    const result = await at('initech.example');
    expect(result).toMatchObject({ status: 'unrouted', code: 'twoAccounts' });
    expect(result.because).toMatch(/could be Initech (EU|US) or Initech (EU|US)/);
    expect(result.account).not.toMatch(/^initech/);
  });

  test('of accounts with domains below one, the one whose host it names; else one placeholder for all that ask', async () => {
    const at = (domain: string) => automation.tell(signal({ account: { domain } }));
    expect(await at('https://eu.initech.example/jobs')).toMatchObject({ account: 'initech-eu' });
    expect(
      await automation.tell(signal({ person: { email: 'jo@mail.us.initech.example' } })),
    ).toMatchObject({ account: 'initech-us' });
    const [one, two] = [await at('initech.example'), await at('www.initech.example')];
    expect([one.code, two.code]).toEqual(['twoAccounts', 'twoAccounts']);
    expect(two.account).toBe(one.account);
  });

  test('a domain is the same in its own letters and as browsers write it', async () => {
    const at = (domain: string) => automation.tell(signal({ account: { domain } }));
    const [own, ascii] = [await at('bücher.example'), await at('xn--bcher-kva.example')];
    expect(own.code).toBe('detected');
    expect(ascii).toMatchObject({ code: 'joined', account: own.account });
  });

  test('companies whose names are signs alone are not one, and who has a page alone waits under its name', async () => {
    const of = (person: object, name?: string) =>
      automation.tell(signal({ person, ...(name && { account: { name } }) }));
    const [one, two] = [
      await of({ email: 'a@gmail.com' }, '+++'),
      await of({ email: 'b@gmail.com' }, '🎉'),
    ];
    expect(one.account).not.toBe(two.account);
    const page = await of({ linkedin: 'https://www.linkedin.com/in/Only-A-Page/' });
    expect((await stored(server, 'account')).find(({ id }) => id === page.account)).toMatchObject({
      name: 'only-a-page',
      placeholder: true,
    });
  });

  test('an e-mail of one company and the domain of another are a question too', async () => {
    const result = await automation.tell(
      signal({ person: { email: 'x@globex.example' }, account: { domain: 'halcyon.example' } }),
    );
    expect(result).toMatchObject({ status: 'unrouted', code: 'twoAccounts', account: 'globex' });
  });
});

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

test('a signal costs 15 queries at most, however many were there before and however many people its account has', async () => {
  const { db, asked } = countQueries(server.db);
  const { takeSignals } = await import('#server/signals/signals.ts');
  const take = async (count: number) => {
    asked.queries = 0;
    const batch = Array.from({ length: count }, (_, at) =>
      signal({ person: { email: `q${count}-${at}@acme.example`, name: `Q ${at}` } }),
    );
    const deps = { db, log: {} as never, poke: () => {}, now: () => now };
    const results = await takeSignals(deps, { ws: 'demo', name: 'counted' }, batch);
    expect(results.filter(({ status }) => status === 'routed')).toHaveLength(count);
    return asked.queries;
  };
  const ground = await take(0);
  expect(await take(1)).toBeLessThanOrEqual(ground + 15);
  expect(await take(30)).toBeLessThanOrEqual(ground + 30 * 15);
});

describe('a key', () => {
  test('is needed, must be good and must have the scope', async () => {
    const post = (authorization?: string) =>
      server.request('/v1/signals', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        body: '{"signals": []}',
      });
    expect((await post()).status).toBe(401);
    expect((await post('Bearer qk_made-up')).status).toBe(401);
    const reader = await sender(server, { scopes: ['read'] });
    expect((await post(`Bearer ${reader.secret}`)).status).toBe(403);
    expect((await post(`Bearer ${automation.secret}`)).status).toBe(200);
  });

  test('is stored as a hash alone and ends when revoked', async () => {
    const { secret, post } = await sender(server, { name: 'short' });
    const rows = await server.db.selectFrom('api_keys').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    const { revokeKey } = await import('#server/keys.ts');
    const id = secret.slice(0, 11);
    expect(await revokeKey(server.db, 'demo', id)).toBe(true);
    expect(await revokeKey(server.db, 'demo', id)).toBe(false);
    expect((await post('{"signals": []}')).status).toBe(401);
  });
});

test('the API document has the shape of a signal, and none of the words that never appear', async () => {
  const text = await (await server.request('/openapi.json')).text();
  expect(text).toContain('/v1/signals');
  expect(text).toContain('"visitor"');
  expect(text).not.toMatch(
    /\bMQL|\bMQA|\bSQL\b|lead.?score|lead.?source|sourced.?by|first.?touch|attribution/i,
  );
});
