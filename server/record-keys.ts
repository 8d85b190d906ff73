/** The keys records are known and found by, kept as the records now say. */
import { sql } from 'kysely';
import { type Kind, ref, rulesOf } from '#lib/model/kinds.ts';
import type { Change } from '#lib/model/mutation.ts';
import { jsonb } from './db/json.ts';
import type { Tx } from './stored.ts';

/** The records that own these identity keys once these changes are made, strongest key first. */
export async function ownersOf(
  tx: Tx,
  ws: string,
  kind: Kind,
  keys: string[],
  changes: readonly Change[] = [],
): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await tx
    .selectFrom('record_keys')
    .select(['key', 'id'])
    .where('ws', '=', ws)
    .where('kind', '=', kind)
    .where('key', 'in', keys)
    .execute();
  const lets = ({ key, id }: { key: string; id: string }) =>
    changes.some(
      (change) =>
        change.kind === kind &&
        change.id === id &&
        (change.data === null || !rulesOf(kind).identity(change.data).includes(key)),
    );
  const byKey = new Map(rows.filter((row) => !lets(row)).map(({ key, id }) => [key, id]));
  return [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
}

/** A record as its keys now are; `isNew`: it had none before. */
export interface Keyed {
  kind: Kind;
  id: string;
  isNew: boolean;
  identity: readonly string[];
  index: readonly string[];
}

interface KeyRow {
  list: 'identity' | 'index';
  kind: string;
  id: string;
  key: string;
}

const tables = { identity: 'record_keys', index: 'record_index' } as const;
const same = ({ list, kind, id, key }: KeyRow) => `${list}\n${kind}\n${id}\n${key}`;

/** Keeps both key tables as the records now say; only what differs is written, and what goes goes first. */
export async function writeKeys(tx: Tx, ws: string, records: readonly Keyed[]): Promise<void> {
  const had = await keysOf(
    tx,
    ws,
    records.filter(({ isNew }) => !isNew),
  );
  const now = records.flatMap(({ kind, id, ...keys }): KeyRow[] =>
    (['identity', 'index'] as const).flatMap((list) =>
      [...new Set(keys[list])].map((key) => ({ list, kind, id, key })),
    ),
  );
  const [old, kept] = [new Set(had.map(same)), new Set(now.map(same))];
  for (const list of ['identity', 'index'] as const) {
    const table = sql.table(tables[list]);
    const of = (rows: KeyRow[]) =>
      sql`jsonb_to_recordset(${jsonb(rows)}) as w(kind text, id text, key text)`;
    const gone = had.filter((row) => row.list === list && !kept.has(same(row)));
    if (gone.length > 0)
      await sql`delete from ${table} k using ${of(gone)}
        where k.ws = ${ws} and k.key = w.key and k.kind = w.kind and k.id = w.id`.execute(tx);
    const fresh = now.filter((row) => row.list === list && !old.has(same(row)));
    if (fresh.length > 0)
      await sql`insert into ${table} (ws, key, kind, id)
        select ${ws}, w.key, w.kind, w.id from ${of(fresh)}`.execute(tx);
  }
}

async function keysOf(tx: Tx, ws: string, records: readonly Keyed[]): Promise<KeyRow[]> {
  if (records.length === 0) return [];
  const kindsList = records.map(({ kind }) => kind);
  const ids = records.map(({ id }) => id);
  const named = sql`select * from unnest(${kindsList}::text[], ${ids}::text[])`;
  const { rows } = await sql<KeyRow>`
    select 'identity' as list, kind, id, key from record_keys where ws = ${ws} and (kind, id) in (${named})
    union all
    select 'index' as list, kind, id, key from record_index where ws = ${ws} and (kind, id) in (${named})`.execute(
    tx,
  );
  return rows;
}

/** Whether other records hang on this one, and still will once these changes are made. */
export async function isInUse(
  tx: Tx,
  ws: string,
  kind: Kind,
  id: string,
  changes: readonly Change[] = [],
): Promise<boolean> {
  const key = ref(kind, id);
  const users = await tx
    .selectFrom('record_index')
    .select(['kind', 'id'])
    .where('ws', '=', ws)
    .where('key', '=', key)
    .execute();
  const lets = (user: { kind: string; id: string }) =>
    changes.some(
      (change) =>
        change.kind === user.kind &&
        change.id === user.id &&
        (change.data === null || !rulesOf(change.kind).index(change.data).includes(key)),
    );
  return !users.every(lets);
}
