// @vitest-environment node
/** Many rows at once: one commit, and no more queries than few rows need. */
import { expect, test } from 'vitest';
import { ImportRequest } from '#lib/contract/transfer.ts';
import { kinds } from '#lib/model/kinds.ts';
import type { Values } from '#lib/model/transfer/cells.ts';
import { demoRecords } from '#server/demo/story.ts';
import { writeRecord, writeRecords } from '#server/records.ts';
import type { Tx, Writer } from '#server/stored.ts';
import { importRows } from '#server/transfer/import.ts';
import { takeVersion } from '#server/version.ts';
import { countQueries } from '#test/support/queries.ts';
import { transferring } from '#test/support/transfer.ts';

const { server, now, send, version, exported } = await transferring();

test('many records written at once leave what writing them one by one leaves', async () => {
  const writes = demoRecords(+now).map(({ kind, data }) => ({
    kind,
    id: data.id,
    before: undefined,
    after: kinds[kind as 'stage'].schema.parse(data),
  }));
  const left = async (ws: string, write: (tx: Tx, writer: Writer) => Promise<void>) => {
    await server.db.insertInto('workspaces').values({ ws, name: ws, epoch: 'e' }).execute();
    await server.db.transaction().execute(async (tx) => {
      const version = await takeVersion(tx, ws);
      await write(tx, { ws, version, client: 't', by: 't', mutation: 't' });
    });
    const tables = ['records', 'record_keys', 'record_index', 'history'] as const;
    const rows = await Promise.all(
      tables.map((table) => server.db.selectFrom(table).selectAll().where('ws', '=', ws).execute()),
    );
    const plain = rows.map((table) =>
      table.map((row) => JSON.stringify({ ...row, ws: '', at: '' })).sort(),
    );
    for (const table of plain) expect(table.length).toBeGreaterThan(10);
    return plain;
  };
  const byOne = await left('by-one', async (tx, writer) => {
    for (const [seq, write] of writes.entries()) await writeRecord(tx, write, writer, seq);
  });
  expect(await left('at-once', (tx, writer) => writeRecords(tx, writes, writer))).toEqual(byOne);
});

test('a large import comes in as one commit', async () => {
  const many = 2000;
  const rows = Array.from({ length: many }, (_, at) => ({
    name: `Person ${at}`,
    emails: `p${at}@big${at % 100}.example`,
    account: `Big ${at % 100}`,
    title: 'Analyst',
  }));
  const before = await version();
  const { totals } = await send('contacts', rows);
  expect(await version()).toBe(before + 1);
  expect(totals).toMatchObject({ create: many, error: 0 });
  const text = await (await exported('contacts')).text();
  expect(text.split('\r\n').length).toBeGreaterThan(many);
});

test('importing changes at any number of rows asks the database as often as at few', async () => {
  const { db, asked } = countQueries(server.db);
  const take = async (count: number, over: Values) => {
    const rows = Array.from({ length: count }, (_, at) => ({
      values: { name: `Row ${at}`, emails: `row${at}@rows${at % 40}.example`, ...over },
    }));
    asked.queries = 0;
    const request = ImportRequest.parse({ kind: 'contacts', dryRun: false, rows });
    const asker = { ws: 'demo', by: 'import.counted' };
    const { totals } = await importRows({ db, poke: () => {} }, asker, request);
    return { ...totals, queries: asked.queries };
  };
  const made = await take(40, {});
  expect(made).toMatchObject({ create: 40 });
  const few = await take(40, { title: 'Analyst' });
  expect(few).toMatchObject({ update: 40 });
  expect(await take(800, { title: 'Analyst' })).toMatchObject({ create: 760, unchanged: 40 });
  const many = await take(800, { location: 'Oslo' });
  expect(many).toMatchObject({ update: 800 });
  expect(few.queries).toBeLessThanOrEqual(25);
  expect(many.queries).toBeLessThanOrEqual(few.queries);
});
