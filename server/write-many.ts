/** Many records in one commit: what is new goes in by the hundreds, what changes one by one. */
import { sql } from 'kysely';
import { type AnyRecord, type Kind, rulesOf } from '#lib/model/kinds.ts';
import { jsonb } from './db/json.ts';
import { indexKeys, nextGuards, writeRecord } from './records.ts';
import type { Tx, Write, Writer } from './stored.ts';

/** Rows of one statement: PostgreSQL takes 65,535 values at most, and a row of history has 13. */
const portion = 500;

export async function writeMany(tx: Tx, writes: readonly Write[], writer: Writer): Promise<void> {
  const fresh: { kind: Write['kind']; id: string; after: AnyRecord; seq: number }[] = [];
  for (const [seq, write] of writes.entries()) {
    const { kind, id, before, after } = write;
    if (!before && after) fresh.push({ kind, id, after, seq });
    else await writeRecord(tx, write, writer, seq);
  }
  const { ws, version, client, by, mutation } = writer;
  const all = async <Row>(rows: readonly Row[], insert: (rows: Row[]) => Promise<unknown>) => {
    for (let at = 0; at < rows.length; at += portion) await insert(rows.slice(at, at + portion));
  };
  await all(fresh, (rows) =>
    tx
      .insertInto('records')
      .values(
        rows.map(({ kind, id, after }) => ({
          ...{ ws, kind, id, version },
          scope: rulesOf(kind).scope(after),
          deleted_at: null,
          data: jsonb(after),
          guards: jsonb(nextGuards({ kind, before: undefined, after }, writer)),
        })),
      )
      .execute(),
  );
  // Keys are many: arrays keep their statement small.
  const keys = async (
    table: 'record_keys' | 'record_index',
    of: (kind: Kind, record: AnyRecord) => string[],
  ) => {
    const rows = fresh.flatMap(({ kind, id, after }) =>
      [...new Set(of(kind, after))].map((key) => ({ key, kind, id })),
    );
    const [key, kind, id] = (['key', 'kind', 'id'] as const).map((column) =>
      rows.map((row) => row[column]),
    );
    await sql`
      insert into ${sql.table(table)} (ws, key, kind, id)
      select ${ws}, k.* from unnest(${key}::text[], ${kind}::text[], ${id}::text[]) as k`.execute(
      tx,
    );
  };
  await keys('record_keys', (kind, record) => rulesOf(kind).identity(record));
  await keys('record_index', indexKeys);
  await all(fresh, (rows) =>
    tx
      .insertInto('history')
      .values(
        rows.map(({ kind, id, after, seq }) => ({
          ...{ ws, version, kind, id, seq: seq * 100, field: '*' },
          ...{ by_user: by, by_client: client, mutation },
          before: jsonb(null),
          after: jsonb(after),
        })),
      )
      .execute(),
  );
}
