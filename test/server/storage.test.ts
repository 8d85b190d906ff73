// @vitest-environment node
/** The contract of storage: what push, pull and signals take for granted of a database, shown on each that may hold the data. */
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Key } from '#lib/model/mutation.ts';
import { openIn, sightOf } from '#server/access/sight.ts';
import type { OpenDatabase } from '#server/db/database.ts';
import { jsonb } from '#server/db/json.ts';
import { migrate } from '#server/db/migrate.ts';
import { LockedRecords } from '#server/records.ts';
import { retried } from '#server/retried.ts';
import { takeVersion } from '#server/version.ts';
import { bothDatabases } from './wire.ts';

const { databases, stop } = await bothDatabases();
afterAll(stop);

const ws = 'demo';
const record = (id: string, over: object = {}) => ({
  ...{ ws, kind: 'contact', id, scope: 'acme', version: 1, data: jsonb({}), deleted_at: null },
  ...over,
});
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 50));

describe.each(databases)('storage on %s', (_name, fresh) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await fresh();
    await opened.db.insertInto('workspaces').values({ ws, name: 'Demo', epoch: 'one' }).execute();
  });
  afterAll(() => opened.close());
  afterEach(async () => {
    await opened.db.deleteFrom('records').execute();
    await opened.db.updateTable('workspaces').set({ version: 0 }).execute();
  });

  const insert = (id: string, over: object = {}, on: OpenDatabase['db'] = opened.db) =>
    on.insertInto('records').values(record(id, over)).execute();
  const ids = async (on: OpenDatabase['db'] = opened.db) =>
    (await on.selectFrom('records').select('id').orderBy('id').execute()).map(({ id }) => id);
  const version = async () =>
    (await opened.db.selectFrom('workspaces').select('version').executeTakeFirstOrThrow()).version;

  describe('values', () => {
    test('versions and counts are numbers, up to the largest exact one', async () => {
      const version = Number.MAX_SAFE_INTEGER;
      await insert('dana', { version });
      const row = await opened.db
        .selectFrom('records')
        .select(({ fn }) => ['version', fn.countAll().as('count')])
        .groupBy('version')
        .executeTakeFirstOrThrow();
      expect(row).toEqual({ version, count: 1 });
    });

    test('an int8 too big to be exact is an error, not another number', async () => {
      await expect(sql`select 9007199254740993::int8 as n`.execute(opened.db)).rejects.toThrow(
        'int8',
      );
    });

    test.each([
      [{ a: [1, 'zwei', null, { ü: true }], big: 2 ** 53 - 1, small: 1e-7 }],
      [[1, 2]],
      ['text with “quotes”, \\ and 🎓'],
      ['7'],
      [7],
      [true],
      [null],
    ])('jsonb keeps %j as it was given', async (value) => {
      await insert('dana', { data: jsonb(value) });
      const row = await opened.db.selectFrom('records').select('data').executeTakeFirstOrThrow();
      expect(row.data).toEqual(value);
    });

    test('a list of texts is kept as one, and who may see what is told by one', async () => {
      const { db } = opened;
      const scopes = ['acme', 'with “quotes”, {braces} and \\'];
      await db
        .insertInto('mutation_log')
        .values({
          ...{ ws, client: 'c', mutation_id: 1, name: 'n', nonce: 'n', result: jsonb({}) },
          ...{ version: null, scopes },
        })
        .execute();
      expect(await db.selectFrom('mutation_log').select('scopes').execute()).toEqual([{ scopes }]);
      await db
        .insertInto('restricted')
        .values(scopes.map((scope) => ({ ws, scope, by_user: null })))
        .execute();
      const ana = { ws, userId: 'ana', team: 'sales' } as const;
      expect((await sightOf(db, ana)).closed).toEqual(new Set(scopes));
      expect(await sightOf(db, ana, ['acme', 'globex'])).toEqual({
        ...{ ws, access: 0, closed: new Set(['acme']) },
      });
      await insert('dana');
      await insert('eve', { scope: 'globex' });
      const seen = db
        .selectFrom('records')
        .select('id')
        .where(openIn(await sightOf(db, ana), 'scope'));
      expect(await seen.execute()).toEqual([{ id: 'eve' }]);
    });

    test('times come as dates, to the millisecond', async () => {
      const deleted_at = new Date('2026-11-22T23:59:59.999Z');
      await insert('dana', { deleted_at });
      const row = await opened.db.selectFrom('records').selectAll().executeTakeFirstOrThrow();
      expect(row.deleted_at).toEqual(deleted_at);
    });

    test('texts are ordered and told apart by their letters, upper case and accents included', async () => {
      for (const id of ['Dana', 'dana', 'dána', 'dana ']) await insert(id);
      expect(new Set(await ids())).toEqual(new Set(['Dana', 'dana', 'dána', 'dana ']));
    });
  });

  describe('a transaction', () => {
    test('that fails leaves nothing, and the next one works', async () => {
      const failing = opened.db.transaction().execute(async (tx) => {
        await insert('dana', {}, tx);
        await takeVersion(tx, ws);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await ids()).toEqual([]);
      await opened.db.transaction().execute((tx) => insert('eve', {}, tx));
      expect(await ids()).toEqual(['eve']);
    });

    test('in which a statement failed cannot be committed by going on', async () => {
      const swallowing = opened.db.transaction().execute(async (tx) => {
        await insert('dana', {}, tx);
        await insert('dana', {}, tx).catch(() => {});
        await insert('eve', {}, tx);
      });
      await expect(swallowing).rejects.toMatchObject({ code: '25P02' });
      expect(await ids()).toEqual([]);
    });

    test('is not joined, nor seen, by a query beside it', async () => {
      let beside: Promise<string[]> | undefined;
      await opened.db
        .transaction()
        .execute(async (tx) => {
          await insert('dana', {}, tx);
          beside = ids();
          beside.catch(() => {});
          throw new Error('undo');
        })
        .catch(() => {});
      expect(await beside).toEqual([]);
    });

    test('more at once than there are connections all come to their end', async () => {
      const names = Array.from({ length: 40 }, (_, at) => `p-${at + 10}`);
      await Promise.all(
        names.map((id) => opened.db.transaction().execute((tx) => insert(id, {}, tx))),
      );
      expect(await ids()).toEqual(names);
    });

    test('[L1] of one snapshot sees nothing that is committed after its first look', async () => {
      await insert('dana');
      let written: Promise<unknown> | undefined;
      const looks = await opened.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (tx) => {
          const first = await ids(tx);
          written = insert('eve');
          await Promise.race([written, aWhile()]); // PGlite lets the writer in only afterwards
          return [first, await ids(tx)];
        });
      await written;
      expect(looks).toEqual([['dana'], ['dana']]);
      expect(await ids()).toEqual(['dana', 'eve']);
    });
  });

  describe('two at once', () => {
    test('[P3] who reads a row for update has it alone until the end', async () => {
      await insert('dana', { version: 0 });
      const more = () =>
        opened.db.transaction().execute(async (tx) => {
          const records = new LockedRecords();
          await records.lock(tx, ws, [['contact', 'dana']]);
          const version = (records.row('contact', 'dana')?.version ?? 0) + 1;
          await tx.updateTable('records').set({ version }).where('id', '=', 'dana').execute();
        });
      await Promise.all(Array.from({ length: 20 }, more));
      const row = await opened.db.selectFrom('records').select('version').executeTakeFirstOrThrow();
      expect(row.version).toBe(20);
    });

    test('[P3] who lock the same rows in opposite order do not wait for each other for ever', async () => {
      const keys = Array.from({ length: 12 }, (_, at): Key => ['contact', `p-${at}`]);
      for (const [, id] of keys) await insert(id);
      const lock = (order: readonly Key[]) =>
        opened.db.transaction().execute(async (tx) => {
          await new LockedRecords().lock(tx, ws, order);
          await sql`select 1`.execute(tx);
        });
      const both = [keys, keys.toReversed()];
      await Promise.all(Array.from({ length: 20 }, (_, at) => lock(both[at % 2] ?? keys)));
    });

    test('who insert under one key: one does, the other is told 23505, the key and nothing else', async () => {
      const both = await Promise.allSettled([insert('dana'), insert('dana')]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const { reason } = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
      expect(reason).toMatchObject({ code: '23505', constraint: 'records_pkey', table: 'records' });
      expect(await ids()).toEqual(['dana']);
    });

    test('whoever was too late may look again and decide anew', async () => {
      const makeOrChange = (tries: number[]) =>
        retried(() =>
          opened.db.transaction().execute(async (tx) => {
            tries.push(1);
            const { rows } = await sql`select 1 from records where id = 'dana'`.execute(tx);
            await aWhile();
            if (rows.length === 0) return insert('dana', {}, tx);
            await tx.updateTable('records').set({ version: 2 }).where('id', '=', 'dana').execute();
          }),
        );
      await Promise.all([makeOrChange([]), makeOrChange([])]);
      expect(await opened.db.selectFrom('records').select(['id', 'version']).execute()).toEqual([
        { id: 'dana', version: 2 },
      ]);
    });

    test('[P4] take versions without a hole, in the order in which they become visible', async () => {
      const commit = (at: number) =>
        opened.db
          .transaction()
          .execute(async (tx) => {
            await sql`select 1`.execute(tx);
            const version = await takeVersion(tx, ws);
            await insert(`p-${at}`, { version }, tx);
            if (at % 4 === 0) throw new Error('undo'); // gives its number back
          })
          .catch(() => {});
      let writing = true;
      const written = Promise.all(Array.from({ length: 24 }, (_, at) => commit(at))).finally(() => {
        writing = false;
      });
      const holes: number[][] = [];
      const look = async () => {
        const rows = await opened.db.selectFrom('records').select('version').execute();
        const seen = rows.map(({ version }) => version).sort((a, b) => a - b);
        if (seen.some((version, at) => version !== at + 1)) holes.push(seen);
      };
      while (writing) await look();
      await written;
      await look();
      expect(holes).toEqual([]);
      expect(await version()).toBe(18);
      expect(await ids()).toHaveLength(18);
    });
  });

  test('a statement that was run before reads a column that its table got since', async () => {
    const all = sql<object>`select * from grown`;
    await sql`create table grown as select 1 as one`.execute(opened.db);
    expect((await all.execute(opened.db)).rows).toEqual([{ one: 1 }]);
    await sql`alter table grown add column two int default 2`.execute(opened.db);
    expect((await all.execute(opened.db)).rows).toEqual([{ one: 1, two: 2 }]);
    await sql`drop table grown`.execute(opened.db);
  });

  test('a thousand different statements, one of them wrong, do not get in each other’s way', async () => {
    const count = async (number: number) =>
      (await sql<{ n: number }>`select ${sql.raw(String(number))} as n`.execute(opened.db)).rows;
    for (let number = 0; number < 1000; number++) await count(number);
    await expect(sql`select 1 / ${0}::int`.execute(opened.db)).rejects.toMatchObject({
      code: '22012',
    });
    expect(await count(0)).toEqual([{ n: 0 }]);
    expect(await count(999)).toEqual([{ n: 999 }]);
  });

  test('migrating again changes nothing', async () => {
    const before = await opened.db.introspection.getTables();
    await migrate(opened.db);
    expect(await opened.db.introspection.getTables()).toEqual(before);
  });
});

test.runIf(databases.length === 1)('PostgreSQL is not installed: only PGlite was tried', () => {});
