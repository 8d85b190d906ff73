// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PullAnswer, RecordPut } from '#lib/contract/sync.ts';
import { workspaceScope } from '#lib/model/kinds.ts';
import { call } from '#lib/model/mutation.ts';
import { logTouch } from '#lib/model/mutations/touch.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { pull } from '#server/pull.ts';
import { LockedRecords, writeRecord } from '#server/records.ts';
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

const idsOf = (records: { id: string }[]) => records.map(({ id }) => id).sort();

describe.each(databases)('pull on %s', (_name, fresh) => {
  let net: Wire;
  let here: Workspace;
  let ana: ReturnType<Workspace['client']>;
  beforeAll(async () => {
    net = await wire(fresh);
  });
  afterAll(() => net.close());
  beforeEach(async () => {
    here = await net.workspace();
    ana = here.client('ana');
  });

  /** One page of at most `limit` records, below the wire, where the page is a thousand. */
  const page = (scopes: Record<string, number>, limit: number) =>
    pull(
      net.db,
      { ws: here.ws, userId: 'ana', team: 'sales' },
      { ...versions, client: ana.id, epoch: null, scopes, after: 0, continued: true },
      limit,
    );

  async function pages(scopes: Record<string, number>, limit: number) {
    const all: PullAnswer[] = [];
    for (let from = scopes; ; from = all.at(-1)?.cursors ?? {}) {
      const answer = await page(from, limit);
      all.push(answer);
      if (!answer.more) return all;
      if (all.length > 100) expect.fail('The pages do not end.');
    }
  }

  test('a scope from 0 is all that is in it, from its cursor on what changed since', async () => {
    await ana.push(account('acme'), contact('dana', 'acme'), account('globex'));
    const first = await ana.pull({ acme: 0 });
    expect(idsOf(first.puts)).toEqual(['acme', 'dana']);
    expect(first.cursors).toEqual({ acme: await here.version() });

    await ana.push(contact('eve', 'acme'));
    const second = await ana.pull(first.cursors);
    expect(idsOf(second.puts)).toEqual(['eve']);
    expect((await ana.pull(second.cursors)).puts).toEqual([]);
  });

  test('a scope nobody made is empty and no error', async () => {
    expect(await ana.pull({ nowhere: 0 })).toMatchObject({ puts: [], more: false });
  });

  test('the workspace’s own scope has its stages and solutions', async () => {
    const { puts } = await ana.pull({ [workspaceScope]: 0 });
    expect(new Set(puts.map(({ kind }) => kind))).toEqual(new Set(['stage', 'solution']));
  });

  test('[L4] what is deleted is told to those who may have it, and not to who begins', async () => {
    await ana.push(account('acme'), contact('dana', 'acme'));
    const { cursors } = await ana.pull({ acme: 0 });
    await ana.push({ name: 'contact.remove@1', args: { contactId: 'dana' } });
    expect(await ana.pull(cursors)).toMatchObject({
      puts: [],
      deletes: [{ kind: 'contact', id: 'dana', scope: 'acme' }],
    });
    const anew = await ana.pull({ acme: 0 });
    expect([anew.deletes, idsOf(anew.puts)]).toEqual([[], ['acme']]);
  });

  describe('pages', () => {
    beforeEach(async () => {
      await ana.push(account('acme'), ...['a', 'b', 'c', 'd'].map((id) => contact(id, 'acme')));
    });

    test.each([1, 2, 3, 100])('of %i bring the same as one', async (limit) => {
      const one = await page({ acme: 0 }, 1000);
      const many = await pages({ acme: 0 }, limit);
      const key = ({ kind, id, version }: RecordPut) => `${version} ${kind} ${id}`;
      expect(many.flatMap(({ puts }) => puts.map(key))).toEqual(one.puts.map(key));
      expect(many.at(-1)?.cursors).toEqual(one.cursors);
      expect(many.slice(0, -1).every(({ puts }) => puts.length <= limit)).toBe(true);
    });

    test('[L2] end between two versions, and one version is never split', async () => {
      await here.commit(async (tx, version) => {
        const writer = { ws: here.ws, version, client: 'x', by: 'ana', mutation: 'many' };
        for (const [seq, id] of ['x', 'y', 'z'].entries()) {
          const after = Contact.parse({ id, accountId: 'acme', name: id });
          await writeRecord(tx, { kind: 'contact', id, before: undefined, after }, writer, seq);
        }
      });
      await ana.push(contact('last', 'acme'));
      const sizes = (await pages({ acme: 0 }, 2)).map(({ puts }) => idsOf(puts).join(''));
      expect(sizes).toEqual(['aacme', 'bc', 'd', 'xyz', 'last']);
    });

    test('of a scope far on do not go back for one that begins', async () => {
      await ana.push(account('globex'), contact('g', 'globex'));
      const far = await here.version();
      const [first] = await pages({ acme: 0, globex: far }, 2);
      expect(first?.cursors.globex).toBe(far);
      expect(first?.cursors.acme).toBeLessThan(far);
    });
  });

  test('[L4] a record that moves to another scope leaves the one and enters the other', async () => {
    await ana.push(account('acme'), account('globex'), contact('dana', 'acme'));
    const { cursors } = await ana.pull({ acme: 0, globex: 0 });
    const move = (accountId: string) =>
      here.commit(async (tx, version) => {
        const records = new LockedRecords();
        await records.lock(tx, here.ws, [['contact', 'dana']]);
        const before = records.row('contact', 'dana');
        const after = Contact.parse({ ...before?.data, accountId });
        const writer = { ws: here.ws, version, client: 'x', by: 'ana', mutation: 'move' };
        await writeRecord(tx, { kind: 'contact', id: 'dana', before, after }, writer, 0);
      });
    await move('globex');

    const follows = async (scope: string, from = cursors[scope] ?? 0) => {
      const { puts, exits, deletes } = await ana.pull({ [scope]: from });
      expect(deletes).toEqual([]);
      return { puts: idsOf(puts), exits: idsOf(exits) };
    };
    expect(await follows('acme')).toEqual({ puts: [], exits: ['dana'] });
    expect(await follows('globex')).toEqual({ puts: ['dana'], exits: [] });
    expect(await follows('acme', 0)).toEqual({ puts: ['acme'], exits: [] });

    await move('acme');
    expect(await follows('acme')).toEqual({ puts: ['dana'], exits: [] });
    expect(await follows('globex')).toEqual({ puts: [], exits: ['dana'] });
  });

  describe('[L7] a scope being filled', () => {
    const touch = (id: string, at: string) =>
      call(logTouch, {
        touch: { id, at, team: 'sales', channel: 'call', solutionIds: [] },
        ...{ accountId: 'acme', contactIds: [] },
      });
    const since = '2025-01-01T00:00:00.000Z';
    const filling = { scopes: ['acme'], touchesSince: since };
    beforeEach(() =>
      ana.push(
        account('acme'),
        touch('old', '2024-12-31T23:59:59.999Z'),
        touch('new', '2025-01-01T00:00:00.000Z'),
      ),
    );

    test('comes without its touches of before, and says so', async () => {
      const filled = await ana.pull({ acme: 0 }, { filling });
      expect(idsOf(filled.puts)).toEqual(['acme', 'new']);
      expect(filled.partial).toEqual({ acme: since });
      const whole = await ana.pull({ acme: 0 });
      expect(idsOf(whole.puts)).toEqual(['acme', 'new', 'old']);
      expect(whole.partial).toEqual({});
    });

    test('of which nothing is left out is whole', async () => {
      const touchesSince = '2024-01-01T00:00:00.000Z';
      const filled = await ana.pull({ acme: 0 }, { filling: { scopes: ['acme'], touchesSince } });
      expect(idsOf(filled.puts)).toEqual(['acme', 'new', 'old']);
      expect(filled.partial).toEqual({});
    });

    test('once filled, is told of every change, whenever the touch was', async () => {
      const { cursors } = await ana.pull({ acme: 0 }, { filling });
      await ana.push(touch('older', '2020-01-01T00:00:00.000Z'));
      const none = { scopes: [], touchesSince: since };
      const { puts, partial } = await ana.pull(cursors, { filling: none });
      expect(idsOf(puts)).toEqual(['older']);
      expect(partial).toEqual({});
    });

    test('is also one that this answer resets', async () => {
      const { cursors } = await ana.pull({ acme: 0 });
      const none = { scopes: [], touchesSince: since };
      const restored = await ana.pull(cursors, { epoch: 'before-the-restore', filling: none });
      expect(idsOf(restored.puts)).toEqual(['acme', 'new']);
      expect(restored).toMatchObject({ reset: ['acme'], partial: { acme: since } });
    });
  });

  describe('starting anew', () => {
    beforeEach(() => ana.push(account('acme'), contact('dana', 'acme')));

    test('[L5] after a restored backup every scope is reset, and told in full', async () => {
      const { epoch, cursors } = await ana.pull({ acme: 0 });
      expect(await ana.pull(cursors, { epoch })).toMatchObject({ reset: [], puts: [] });
      const restored = await ana.pull(cursors, { epoch: 'before-the-restore' });
      expect(restored).toMatchObject({ reset: ['acme'], epoch });
      expect(idsOf(restored.puts)).toEqual(['acme', 'dana']);
    });

    test('[L5] behind the horizon of tombstones too, but not in the middle of filling a scope', async () => {
      const { cursors } = await ana.pull({ acme: 0 });
      await ana.push(account('globex'));
      await net.db
        .updateTable('workspaces')
        .set({ horizon: await here.version() })
        .where('ws', '=', here.ws)
        .execute();
      expect(await ana.pull(cursors)).toMatchObject({ reset: ['acme'] });
      expect(await ana.pull(cursors, { continued: true })).toMatchObject({ reset: [] });
      expect(await ana.pull({ acme: 0 })).toMatchObject({ reset: [] });
    });
  });

  test('brings the results of this client’s edits, from the one after', async () => {
    await ana.push(account('acme'), contact('dana', 'nowhere'), account('globex'));
    const { results, lastMutationId } = await ana.pull({}, { after: 1 });
    expect(results).toMatchObject([
      { id: 2, code: 'gone' },
      { id: 3, status: 'applied' },
    ]);
    expect(lastMutationId).toBe(3);
    const stranger = await here.client('ana').pull({});
    expect([stranger.results, stranger.lastMutationId]).toEqual([[], 0]);
  });

  test('nothing crosses the border of a workspace', async () => {
    const there = await net.workspace();
    await ana.push(account('acme'), decision('deal', 'acme'));
    await there.client('ana').push(account('acme', { name: 'Theirs' }));
    const theirs = await there.client('ben', ana.id).pull({ acme: 0, [here.ws]: 0 });
    expect(theirs.puts.map(({ data }) => data.name)).toEqual(['Theirs']);
    expect(theirs).toMatchObject({ results: [], lastMutationId: 0 });
  });

  test('[L1] rows and results of a page are of one moment, also while one writes', async () => {
    await ana.push(account('acme'));
    let writing = true;
    const written = (async () => {
      for (let n = 2; n <= 12; n++) await ana.push(contact(`p-${n}`, 'acme'));
      writing = false;
    })();
    while (writing) {
      const { puts, results, lastMutationId } = await ana.pull({ acme: 0 });
      expect(results).toHaveLength(lastMutationId);
      expect(puts).toHaveLength(lastMutationId);
    }
    await written;
  });

  test('[P4] whoever follows while others write misses nothing', async () => {
    await ana.push(account('acme'));
    const seen = new Set<string>();
    let cursors: Record<string, number> = { acme: 0 };
    const follow = async () => {
      const answer = await ana.pull(cursors);
      cursors = answer.cursors;
      for (const id of idsOf(answer.puts)) seen.add(id);
    };
    let writing = true;
    const writers = Promise.all(
      ['ana', 'ben', 'ana'].map(async (user, w) => {
        const client = here.client(user);
        for (let n = 0; n < 8; n++) await client.push(contact(`p-${w}-${n}`, 'acme'));
      }),
    ).finally(() => {
      writing = false;
    });
    while (writing) await follow();
    await writers;
    await follow();
    expect(seen.size).toBe(25);
  });
});

describe('a pull that is none', () => {
  let net: Wire;
  let here: Workspace;
  beforeAll(async () => {
    net = await wire();
    here = await net.workspace();
  });
  afterAll(() => net.close());

  test.each([
    ['a negative cursor', { scopes: { acme: -1 } }],
    ['a cursor too big to be exact', { scopes: { acme: 1e300 } }],
    ['a scope that is no id', { scopes: { 'a b': 0 } }],
    ['scopes that are no object', { scopes: [] }],
    ['no scopes', { scopes: undefined }],
  ])('%s is a 400', async (_case, over) => {
    const answer = await here.client('ana').ask('/v1/pull', { epoch: null, after: 0, ...over });
    expect(await problem(answer)).toMatchObject({ status: 400, code: 'badRequest' });
  });

  test('another version is a 426', async () => {
    const request = { epoch: null, after: 0, scopes: {}, protocol: 99 };
    const answer = await here.client('ana').ask('/v1/pull', request);
    expect(await problem(answer)).toMatchObject({ status: 426, code: 'upgradeRequired' });
  });
});
