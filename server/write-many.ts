/** Many records in one commit: what is new goes in by the hundreds, what changes one by one. */
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
  const keys = (of: (kind: Kind, record: AnyRecord) => string[]) =>
    fresh.flatMap(({ kind, id, after }) =>
      [...new Set(of(kind, after))].map((key) => ({ ws, key, kind, id })),
    );
  const identity = keys((kind, record) => rulesOf(kind).identity(record));
  await all(identity, (rows) => tx.insertInto('record_keys').values(rows).execute());
  await all(keys(indexKeys), (rows) => tx.insertInto('record_index').values(rows).execute());
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
