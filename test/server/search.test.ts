// @vitest-environment node
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MineAnswer, SearchAnswer } from '#lib/contract/search.ts';
import { call } from '#lib/model/mutation.ts';
import { planSeat } from '#lib/model/mutations/seat-plan.ts';
import { migrations } from '#server/db/migrations/index.ts';
import {
  account,
  bothDatabases,
  contact,
  decision,
  problem,
  type Wire,
  type Workspace,
  wire,
} from './wire.ts';

const { databases, stop } = await bothDatabases();
afterAll(stop);

describe.each(databases)('on %s', (_name, fresh) => {
  let net: Wire;
  let here: Workspace;
  beforeAll(async () => {
    net = await wire(fresh);
    here = await net.workspace();
    await here.client('ana').push(
      account('acme', { name: 'ACME, Inc.', domains: ['acme.example'] }),
      account('far', { name: '上海远望科技', domains: ['far.example'] }),
      contact('tomas', 'acme', {
        name: 'Tomás Echeverría',
        title: 'Director',
        emails: ['tomas.ech@acme.example'],
      }),
      contact('anna', 'acme', { name: 'Anna Annabel', title: 'Annalist' }),
      contact('wei', 'far', { name: '李伟' }),
      contact('gone', 'acme', { name: 'Tomas Gone' }),
      { name: 'contact.remove@1', args: { contactId: 'gone' } },
      decision('deal', 'acme'),
    );
  });
  afterAll(() => net.close());

  const get = async (path: string, user = here.subject('ben')) =>
    net.server.request(path, {
      headers: { authorization: `Bearer ${await net.issuer.token(user)}` },
    });
  const ask = (params: Record<string, string>, user?: string) =>
    get(`/v1/search?${new URLSearchParams(params)}`, user);
  const found = async (q: string) =>
    SearchAnswer.parse(await (await ask({ q })).json()).hits.map(({ kind, id }) => `${kind} ${id}`);

  test.each([
    ['TOMAS', ['contact tomas']],
    ['echeverria, tom', ['contact tomas']],
    ['tomas.ech@acme.example', ['contact tomas']],
    ['te', ['contact tomas']],
    ['tomas acme', ['contact tomas']],
    ['acme tomas', ['contact tomas']],
    ['anna acme', ['contact anna']],
    ['ÁCME, annab', ['contact anna']],
    ['inc ann ac', ['contact anna']],
    ['anna far', []],
    ['acme', ['contact tomas', 'contact anna', 'account acme', 'opportunity deal']],
    ['acme inc', ['contact anna', 'contact tomas', 'account acme', 'opportunity deal']],
    ['上海伟', []],
    ['远望 伟', ['contact wei']],
    ['talent', ['opportunity deal']],
    ['talent acme', ['opportunity deal']],
    ['talent far', []],
    ['伟', ['contact wei']],
    ['远望', ['contact wei', 'account far']],
    ['ann', ['contact anna']],
    ['nobody', []],
    ['%', []],
    ['word:', []],
  ])('“%s” finds %j', async (q, hits) => {
    expect(await found(q)).toEqual(hits);
  });

  test('a hit says what it is, and which account to follow', async () => {
    const { hits } = SearchAnswer.parse(await (await ask({ q: 'tomas' })).json());
    expect(hits).toEqual([
      {
        kind: 'contact',
        id: 'tomas',
        scope: 'acme',
        name: 'Tomás Echeverría',
        line: 'Director · ACME, Inc.',
      },
    ]);
  });

  test('pages go on where the last ended, and nobody is told twice', async () => {
    const there = await net.workspace();
    const many = Array.from({ length: 120 }, (_, at) =>
      contact(`p${at}`, 'big', { name: `Paula Pauling${at}`, emails: [`paul${at}@big.example`] }),
    );
    await there.client('ana').push(account('big', { name: 'Big Paulus Paulsen' }), ...many);
    for (const [q, all] of [
      ['paul', 121],
      ['paulus', 121],
      ['big paula', 120],
    ] as const) {
      const seen: string[] = [];
      let cursor: string | null = '';
      for (let pages = 0; cursor !== null && pages < 20; pages++) {
        const params = { q, limit: '50', ...(cursor && { cursor }) };
        const answer = SearchAnswer.parse(await (await ask(params, there.subject('ana'))).json());
        seen.push(...answer.hits.map(({ id }) => id));
        cursor = answer.next;
      }
      expect(cursor).toBeNull();
      expect(seen).toHaveLength(all);
      expect(new Set(seen).size).toBe(all);
    }
  });

  test('[A1] decisions at hundreds of closed accounts stand before none that are open', async () => {
    const there = await net.workspace();
    await there.join('ada', 'admin');
    const ana = there.client('ana');
    // Closed ones first in every order the database could take: by when they came, and by id.
    for (let portion = 0; portion < 3; portion++)
      await ana.push(
        ...Array.from({ length: 80 }, (_, at) => `a-closed-${portion}-${at}`).flatMap((id) => [
          account(id, {}),
          decision(`deal-${id}`, id),
        ]),
      );
    await ana.push(account('z-open', {}), decision('deal-z-open', 'z-open'));
    await net.db
      .insertInto('restricted')
      .values(
        Array.from({ length: 240 }, (_, at) => ({
          ws: there.ws,
          scope: `a-closed-${Math.floor(at / 80)}-${at % 80}`,
          by_user: 'ada',
        })),
      )
      .execute();
    const answer = await ask({ q: 'talent' }, there.subject('ben'));
    expect(SearchAnswer.parse(await answer.json()).hits.map(({ id }) => id)).toEqual([
      'deal-z-open',
    ]);
  });

  test('another workspace finds nobody of this one', async () => {
    const there = await net.workspace();
    const answer = await ask({ q: 'tomas' }, there.subject('ana'));
    expect(await answer.json()).toEqual({ hits: [], next: null });
  });

  test.each([
    ['no words', {}],
    ['too many', { q: 'x'.repeat(201) }],
    ['a limit beyond all', { q: 'a', limit: '5000' }],
    ['a cursor of its own making', { q: 'a', cursor: 'nonsense' }],
  ])('%s is a 400', async (_case, params) => {
    expect(await problem(await ask(params))).toMatchObject({ status: 400, code: 'badRequest' });
  });

  test('nobody who is not signed in is answered', async () => {
    expect((await net.server.request('/v1/search?q=tomas')).status).toBe(401);
    expect((await net.server.request('/v1/mine')).status).toBe(401);
  });

  test('mine are the accounts of decisions I own and of seats I am to fill, while they are open', async () => {
    const there = await net.workspace();
    const ana = there.client('ana');
    await ana.push(account('one', {}), account('two', {}), account('three', {}));
    const owned = (id: string, accountId: string, stageId: string) => ({
      name: 'opportunity.create@1',
      args: {
        accountId,
        opportunity: { id, accountId, solutionId: 'talent', stageId, ownerId: 'ana' },
      },
    });
    await ana.push(
      owned('d1', 'one', 'qualified'),
      owned('d2', 'two', 'lost'),
      decision('d3', 'three'),
    );
    const mine = async (user: string) =>
      MineAnswer.parse(await (await get('/v1/mine', there.subject(user))).json()).scopes;
    expect(await mine('ana')).toEqual(['one']);
    expect(await mine('ben')).toEqual([]);
    const results = await ana.push(
      call(planSeat, {
        opportunityId: 'd3',
        seatId: 's1',
        fields: { assigneeId: 'ben' },
      }),
    );
    expect(results).toMatchObject([{ status: 'applied' }]);
    expect(await mine('ben')).toEqual(['three']);
  });

  test('the migration finds again what was written before it', async () => {
    const before = await found('tomas');
    await sql`delete from record_index where key like 'word:%' or key like 'mine:%'`.execute(
      net.db,
    );
    await sql`drop index record_index_words`.execute(net.db);
    expect(await found('tomas')).toEqual([]);
    await migrations['0007-search']?.up(net.db);
    expect(await found('tomas')).toEqual(before);
    expect(await found('远望')).toEqual(['contact wei', 'account far']);
  });
});
