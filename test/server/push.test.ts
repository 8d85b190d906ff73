// @vitest-environment node

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PushAnswer } from '#lib/contract/sync.ts';
import { bodyLimit } from '#lib/contract/version.ts';
import { Contact } from '#lib/model/records/contact.ts';
import {
  account,
  bothDatabases,
  contact,
  decision,
  problem,
  versions,
  type Wire,
  type Workspace,
  wire,
} from './wire.ts';

const { databases, stop } = await bothDatabases();
afterAll(stop);

const applied = { status: 'applied' };
const stage = (stageId: string, fromStageId = 'qualified') => ({
  name: 'opportunity.setStage@1',
  args: { opportunityId: 'deal', stageId, fromStageId },
});
const attach = (contactId: string, ...roles: string[]) => ({
  name: 'opportunity.addMember@1',
  args: { opportunityId: 'deal', contactId, roles },
});

describe.each(databases)('push on %s', (_name, fresh) => {
  let net: Wire;
  let here: Workspace;
  beforeAll(async () => {
    net = await wire(fresh);
  });
  afterAll(() => net.close());
  beforeEach(async () => {
    here = await net.workspace();
  });

  describe('each edit has one effect', () => {
    test('[P2] however often it is sent, with the same answer each time', async () => {
      const ana = here.client('ana');
      const edits = [ana.next(account('acme')), ana.next(contact('dana', 'nowhere'))];
      const first = await (await ana.send(...edits)).json();
      const { version } = await here.everything();
      const again = await (await ana.send(...edits)).json();
      expect(again).toEqual(first);
      expect(first).toMatchObject({ results: [applied, { status: 'rejected', code: 'gone' }] });
      expect(await here.version()).toBe(version);
    });

    test('also when it is sent twice at the same moment', async () => {
      const ana = here.client('ana');
      const edit = ana.next(account('acme'));
      const [one, two] = await Promise.all([ana.send(edit), ana.send(edit)]);
      expect([one.status, two.status]).toEqual([200, 200]);
      expect(await two.json()).toEqual(await one.json());
      expect((await here.everything()).log).toHaveLength(1);
    });

    test('[P2] and none when one before it is missing: a gap', async () => {
      const ana = here.client('ana');
      const first = ana.next(account('acme'));
      ana.next(account('lost on the way'.replaceAll(' ', '-')));
      const third = ana.next(contact('dana', 'acme'));
      expect(await problem(await ana.send(first, third))).toMatchObject({
        status: 409,
        code: 'gap',
      });
      expect(await here.record('account', 'acme')).toBeDefined();
      expect(await here.record('contact', 'dana')).toBeUndefined();
      expect((await here.everything()).clients).toMatchObject([{ last_mutation_id: 1 }]);
    });

    test('[P2] and another edit under a used id is a cloned profile', async () => {
      const ana = here.client('ana');
      await ana.push(account('acme'));
      const clone = here.client('ana', ana.id);
      const answer = await clone.send(clone.next(account('globex'), { nonce: 'of-the-clone' }));
      expect(await problem(answer)).toMatchObject({ status: 409, code: 'clientIdReused' });
      expect(await here.record('account', 'globex')).toBeUndefined();
    });
  });

  test('[P2] another user’s client id is forbidden', async () => {
    const ana = here.client('ana');
    await ana.push(account('acme'));
    const thief = here.client('ben', ana.id);
    expect(await problem(await thief.send(thief.next(account('globex'))))).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(
      await problem(await thief.ask('/v1/pull', { epoch: null, scopes: {}, after: 0 })),
    ).toMatchObject({ status: 403 });
  });

  test('[P5] what cannot be applied is rejected with a code, and never holds up what is behind it', async () => {
    const results = await here
      .client('ana')
      .push(
        { name: 'account.explode@7', args: {} },
        { name: 'account.create@1', args: 'no object' },
        { name: 'account.create@1', args: { account: { id: 'a/b', name: '' } } },
        { name: 'account.create@1', args: { account: { id: 'acme', name: 'A\u0000CME' } } },
        { name: 'account.create@1', args: { account: { id: 'acme', name: 'ACME \ud83d' } } },
        contact('dana', 'nowhere'),
        account('acme'),
        account('acme'),
      );
    expect(results.map(({ code, status }) => code ?? status)).toEqual([
      'unknownMutation',
      'invalid',
      'invalid',
      'invalid',
      'invalid',
      'gone',
      'applied',
      'invalid',
    ]);
    expect(results.every(({ status, because }) => status === 'applied' || because)).toBe(true);
  });

  test('[P5] a database that fails leaves the edit unsent, not lost', async () => {
    const ana = here.client('ana');
    const edit = ana.next(account('acme'));
    await sql`alter table history rename to history_away`.execute(net.db);
    const failed = await ana.send(edit);
    await sql`alter table history_away rename to history`.execute(net.db);
    expect(await problem(failed)).toMatchObject({ status: 500, code: 'internal' });
    expect((await here.everything()).log).toEqual([]);
    expect(await (await ana.send(edit)).json()).toMatchObject({ results: [applied] });
  });

  test('[G1] of an ordinary field the last writer’s value stays, and the one before is in the history', async () => {
    const [ana, ben] = [here.client('ana'), here.client('ben')];
    await ana.push(account('acme'), contact('dana', 'acme'));
    const title = (title: string) => ({
      name: 'contact.edit@1',
      args: { contactId: 'dana', fields: { title } },
    });
    expect(await ana.push(title('VP'))).toMatchObject([applied]);
    expect(await ben.push(title('SVP'))).toMatchObject([applied]);
    expect(await here.record('contact', 'dana')).toMatchObject({ title: 'SVP' });
    const history = await net.db
      .selectFrom('history')
      .select(['before', 'after', 'by_user'])
      .where('ws', '=', here.ws)
      .where('field', '=', 'title')
      .orderBy('version')
      .execute();
    expect(history).toEqual([
      { before: null, after: 'VP', by_user: 'ana' },
      { before: 'VP', after: 'SVP', by_user: 'ben' },
    ]);
  });

  test('[G4] two who attach different people to one decision have both in it', async () => {
    const [ana, ben] = [here.client('ana'), here.client('ben')];
    await ana.push(account('acme'), decision('deal', 'acme'));
    await ana.push(contact('dana', 'acme'), contact('eve', 'acme'));
    const both = await Promise.all([
      ana.push(attach('dana', 'champion')),
      ben.push(attach('eve', 'champion')),
    ]);
    expect(both.flat()).toMatchObject([applied, applied]);
    for (const id of ['dana', 'eve'])
      expect(await here.record('member', `deal.${id}`)).toMatchObject({ roles: ['champion'] });
  });

  describe('a guarded field', () => {
    beforeEach(async () => {
      await here.client('ana').push(account('acme'), decision('deal', 'acme'));
    });

    test('[G2] changed since by somebody else is a conflict with both values', async () => {
      const [ana, ben] = [here.client('ana'), here.client('ben')];
      const seen = await here.version();
      await ana.send(ana.next(stage('pipeline'), { base: seen }));
      const began = Date.now();
      const answer = await ben.send(ben.next(stage('lost'), { base: seen }));
      const { results } = PushAnswer.parse(await answer.json());
      expect(results).toMatchObject([
        {
          status: 'conflict',
          server: [
            { kind: 'opportunity', id: 'deal', field: 'stageId', value: 'pipeline', by: 'ana' },
          ],
        },
      ]);
      const at = Date.parse(results[0]?.server?.[0]?.at ?? '');
      expect(at).toBeGreaterThan(began - 60_000);
      expect(at).toBeLessThanOrEqual(Date.now());
      expect(await here.record('opportunity', 'deal')).toMatchObject({ stageId: 'pipeline' });
    });

    test('may be set again by one who has seen that value', async () => {
      const [ana, ben] = [here.client('ana'), here.client('ben')];
      await ana.send(ana.next(stage('pipeline'), { base: await here.version() }));
      const mine = ben.next(stage('lost', 'pipeline'), { base: await here.version() });
      expect(await (await ben.send(mine)).json()).toMatchObject({ results: [applied] });
      expect(await here.record('opportunity', 'deal')).toMatchObject({ stageId: 'lost' });
    });

    test('set to the value it has already is no conflict and no new version', async () => {
      const [ana, ben] = [here.client('ana'), here.client('ben')];
      const seen = await here.version();
      await ana.send(ana.next(stage('pipeline'), { base: seen }));
      const before = await here.version();
      const same = await ben.send(ben.next(stage('pipeline'), { base: seen }));
      expect(await same.json()).toMatchObject({ results: [applied] });
      expect(await here.version()).toBe(before);
    });

    test('changed twice by the same client is no conflict with oneself', async () => {
      const ana = here.client('ana');
      const seen = await here.version();
      const answer = await ana.send(
        ana.next(stage('pipeline'), { base: seen }),
        ana.next(stage('qualified', 'pipeline'), { base: seen }),
      );
      expect(await answer.json()).toMatchObject({ results: [applied, applied] });
    });

    test('changed by two at the same moment: one is applied, the other told', async () => {
      const base = await here.version();
      const moves = ['pipeline', 'lost'].map((to) => {
        const client = here.client(to === 'pipeline' ? 'ana' : 'ben');
        return client.send(client.next(stage(to), { base }));
      });
      const answers = await Promise.all(moves);
      const results = await Promise.all(
        answers.map(async (answer) => PushAnswer.parse(await answer.json()).results[0]),
      );
      expect(results.map((result) => result?.status).sort()).toEqual(['applied', 'conflict']);
      const stageId = results[0]?.status === 'applied' ? 'pipeline' : 'lost';
      expect(await here.record('opportunity', 'deal')).toMatchObject({ stageId });
      expect(results.find((result) => result?.status === 'conflict')?.server).toMatchObject([
        { value: stageId },
      ]);
    });

    test('roles count too: two who attach one person in different roles', async () => {
      const [ana, ben] = [here.client('ana'), here.client('ben')];
      await ana.push(contact('dana', 'acme'));
      const base = await here.version();
      await ana.send(ana.next(attach('dana', 'champion'), { base }));
      const other = await ben.send(ben.next(attach('dana', 'user'), { base }));
      expect(await other.json()).toMatchObject({
        results: [{ status: 'conflict', server: [{ field: 'roles', value: ['champion'] }] }],
      });
    });
  });

  describe('the same person or company created twice', () => {
    const emails = ['dana@acme.example'];
    beforeEach(async () => {
      await here.client('ana').push(account('acme', { domains: ['acme.example'] }));
    });

    test('[P3] [G5] at the same moment is one record, which both ids reach', async () => {
      const [ana, ben] = [here.client('ana'), here.client('ben')];
      await ana.push(decision('deal', 'acme'));
      const both = await Promise.all([
        ana.push(contact('dana-a', 'acme', { emails }), attach('dana-a', 'champion')),
        ben.push(contact('dana-b', 'acme', { emails, title: 'VP of HR' })),
      ]);
      expect(both.flat()).toMatchObject([applied, applied, applied]);
      const aliases = both.flat().flatMap((result) => result.aliases ?? []);
      expect(aliases).toHaveLength(1);
      const [alias] = aliases;
      expect(new Set([alias?.from, alias?.to])).toEqual(new Set(['dana-a', 'dana-b']));
      expect(await here.record('contact', alias?.from ?? '')).toBeUndefined();
      expect(await here.record('contact', alias?.to ?? '')).toMatchObject({ title: 'VP of HR' });

      await ben.push({
        name: 'contact.edit@1',
        args: { contactId: alias?.from, fields: { location: 'Lisbon' } },
      });
      expect(await here.record('contact', alias?.to ?? '')).toMatchObject({ location: 'Lisbon' });
      expect(await here.record('member', `deal.${alias?.to}`)).toMatchObject({
        contactId: alias?.to,
      });
    });

    test('by many at the same moment, with nothing between them to wait on, is one record too', async () => {
      const domains = ['initech.example'];
      const clients = Array.from({ length: 6 }, (_, n) => here.client(n % 2 ? 'ana' : 'ben'));
      const results = await Promise.all(
        clients.map((client, n) => client.push(account(`initech-${n}`, { domains }))),
      );
      expect(results.flat().map(({ status }) => status)).toEqual(Array(6).fill('applied'));
      const aliases = results.flat().flatMap((result) => result.aliases ?? []);
      expect(aliases).toHaveLength(5);
      expect(new Set(aliases.map(({ to }) => to)).size).toBe(1);
      const { records } = await here.everything();
      expect(records.filter(({ id }) => id.startsWith('initech-'))).toHaveLength(1);
    });

    test('undoing the later creation leaves the earlier person alone', async () => {
      const [ana, ben] = [here.client('ana'), here.client('ben')];
      await ana.push(contact('dana-a', 'acme', { emails }));
      await ben.push(contact('dana-b', 'acme', { emails }), {
        name: 'contact.remove@1',
        args: { contactId: 'dana-b', created: 'dana-b' },
      });
      expect(await here.record('contact', 'dana-a')).toBeDefined();
    });

    test('[G5] an account of a taken domain becomes the one that has it, and people join that', async () => {
      const ben = here.client('ben');
      const results = await ben.push(
        account('acme-2', { domains: ['acme.example'], linkedin: 'acme' }),
        contact('eve', 'acme-2'),
      );
      expect(results).toMatchObject([
        { aliases: [{ kind: 'account', from: 'acme-2', to: 'acme' }] },
        applied,
      ]);
      expect(await here.record('account', 'acme')).toMatchObject({ linkedin: 'acme' });
      expect(await here.record('contact', 'eve')).toMatchObject({ accountId: 'acme' });
    });

    test('with keys of two people becomes the one of the stronger key and takes nothing from the other', async () => {
      const ana = here.client('ana');
      const results = await ana.push(
        contact('by-slug', 'acme', { linkedin: 'dana' }),
        contact('by-mail', 'acme', { emails }),
        contact('both', 'acme', { linkedin: 'dana', emails }),
      );
      expect(results[2]).toMatchObject({ aliases: [{ from: 'both', to: 'by-slug' }] });
      expect(await here.record('contact', 'by-slug')).toMatchObject({ emails: [] });
      expect(await here.record('contact', 'by-mail')).toMatchObject({ emails });
    });

    test('a third time under an id that is an alias by now is merged again, not an error', async () => {
      const [ana, ben] = [here.client('ana'), here.client('ben')];
      await ana.push(contact('dana-a', 'acme', { emails }));
      const again = [contact('dana-b', 'acme', { emails }), contact('dana-b', 'acme', { emails })];
      expect(await ben.push(...again)).toMatchObject([
        { status: 'applied', aliases: [{ from: 'dana-b', to: 'dana-a' }] },
        { status: 'applied', aliases: [{ from: 'dana-b', to: 'dana-a' }] },
      ]);
    });

    test('never grows past what a client can read', async () => {
      const many = (of: string) => Array.from({ length: 20 }, (_, n) => `${of}${n}@acme.example`);
      const ana = here.client('ana');
      const results = await ana.push(
        contact('dana-a', 'acme', { linkedin: 'dana', emails: many('a') }),
        contact('dana-b', 'acme', { linkedin: 'dana', emails: many('b') }),
      );
      expect(results).toMatchObject([applied, applied]);
      expect(Contact.safeParse(await here.record('contact', 'dana-a')).success).toBe(true);
    });
  });

  test('[G6] what others hang on is not deleted; without them it is', async () => {
    const ana = here.client('ana');
    await ana.push(account('acme'), contact('dana', 'acme'));
    const away = { name: 'account.remove@1', args: { accountId: 'acme' } };
    expect(await ana.push(away)).toMatchObject([{ status: 'rejected', code: 'inUse' }]);
    const gone = { name: 'contact.remove@1', args: { contactId: 'dana' } };
    expect(await ana.push(gone, away, away)).toMatchObject([applied, applied, { code: 'gone' }]);
    expect(await ana.push(contact('eve', 'acme'))).toMatchObject([{ code: 'gone' }]);
  });

  test('[P1] [P4] many who push at once: every edit is there, and each version belongs to one commit', async () => {
    await here.client('ana').push(account('acme'));
    const before = await here.version();
    const clients = Array.from({ length: 4 }, (_, n) => here.client(n % 2 ? 'ana' : 'ben'));
    await Promise.all(
      clients.map((client, c) =>
        client.push(...Array.from({ length: 5 }, (_, n) => contact(`p-${c}-${n}`, 'acme'))),
      ),
    );
    const { log, records, version } = await here.everything();
    const taken = log.flatMap((row) => row.version ?? []).sort((a, b) => a - b);
    expect(taken.slice(-20)).toEqual(Array.from({ length: 20 }, (_, n) => before + 1 + n));
    expect(version).toBe(before + 20);
    expect(records.filter(({ kind }) => kind === 'contact')).toHaveLength(20);
  });

  test('two workspaces never meet: same ids, same addresses, same client id', async () => {
    const there = await net.workspace();
    const emails = ['dana@acme.example'];
    const ana = here.client('ana');
    await ana.push(account('acme'), contact('dana', 'acme', { emails }));
    const other = there.client('ana', ana.id);
    expect(
      await other.push(contact('eve', 'acme'), account('acme', { name: 'Theirs' })),
    ).toMatchObject([{ code: 'gone' }, applied]);
    expect(await other.push(contact('dana', 'acme', { emails, title: 'Theirs' }))).toEqual([
      expect.not.objectContaining({ aliases: expect.anything() }),
    ]);
    expect(await here.record('contact', 'dana')).not.toHaveProperty('title');
    expect(await here.record('account', 'acme')).toMatchObject({ name: 'acme' });
  });
});

describe('a push that is none', () => {
  let net: Wire;
  let here: Workspace;
  beforeAll(async () => {
    net = await wire();
    here = await net.workspace();
    await here.client('ana').push(account('acme'));
  });
  afterAll(() => net.close());

  const whole = () => {
    const ana = here.client('ana');
    return { ...versions, client: ana.id, mutations: [ana.next(account('globex'))] };
  };

  test.each<[string, () => BodyInit]>([
    ['an empty body', () => ''],
    ['no JSON', () => 'hello'],
    ['JSON cut off in the middle', () => JSON.stringify(whole()).slice(0, -20)],
    ['bytes that are no text', () => new Uint8Array([0xff, 0xfe, 0x00, 0x80])],
    ['null', () => 'null'],
    ['a list', () => '[]'],
    ['nothing in it', () => '{}'],
    ['no edits', () => JSON.stringify({ ...whole(), mutations: [] })],
    ['a bad client id', () => JSON.stringify({ ...whole(), client: '../../etc' })],
    ['a negative id', () => JSON.stringify({ ...whole(), mutations: [{ id: -1 }] })],
    ['nesting without end', () => `{"mutations":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    [
      'more edits than a push may have',
      () => JSON.stringify({ ...whole(), mutations: Array(201).fill(whole().mutations[0]) }),
    ],
  ])('%s is a 400 and changes nothing', async (_case, body) => {
    const before = await here.everything();
    const said = await problem(await net.post(here.subject('ana'), '/v1/push', body()));
    expect(said).toMatchObject({ status: 400, code: 'badRequest' });
    expect(await here.everything()).toEqual(before);
  });

  test('JSON that says it is something else is a 400', async () => {
    const answer = await net.post(here.subject('ana'), '/v1/push', JSON.stringify(whole()), {
      'content-type': 'text/plain',
    });
    expect(await problem(answer)).toMatchObject({ code: 'badRequest' });
  });

  test('more than a mebibyte is a 413 and changes nothing', async () => {
    const before = await here.everything();
    const body = JSON.stringify({ ...whole(), padding: 'x'.repeat(bodyLimit) });
    const said = await problem(await net.post(here.subject('ana'), '/v1/push', body));
    expect(said).toMatchObject({ status: 413, code: 'tooLarge' });
    expect(await here.everything()).toEqual(before);
  });

  test.each([{ protocol: 0 }, { protocol: 2 }, { schema: 99 }])(
    'another version, %j, is a 426 and changes nothing',
    async (over) => {
      const before = await here.everything();
      const body = JSON.stringify({ ...whole(), ...over });
      const said = await problem(await net.post(here.subject('ana'), '/v1/push', body));
      expect(said).toMatchObject({ status: 426, code: 'upgradeRequired' });
      expect(await here.everything()).toEqual(before);
    },
  );

  test('nobody signed in is a 401', async () => {
    const answer = await net.server.request('/v1/push', { method: 'POST', body: '{}' });
    expect(await problem(answer)).toMatchObject({ status: 401, code: 'unauthorized' });
  });
});
