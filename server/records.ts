/** Records in the database: read, locked, and written with their keys, scope and guards. Used inside a transaction. */
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import {
  type AnyRecord,
  type Kind,
  type Records,
  rulesOf,
  workspaceScope,
} from '#lib/model/kinds.ts';
import type { Find, Key, Reader } from '#lib/model/mutation.ts';
import { jsonb } from './db/json.ts';
import { writeHistory } from './history.ts';
import { indexKeys } from './index-keys.ts';
import { writeKeys } from './record-keys.ts';
import type { Guards, StoredRecord, Tx, Write, Writer } from './stored.ts';

const address = (kind: string, id: string) => `${kind}\n${id}`;

/** What a mutation sees: the records it named, locked, with deleted ones absent. */
export class LockedRecords implements Reader {
  readonly #rows = new Map<string, StoredRecord>();
  readonly #asked = new Set<string>();

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    const row = this.#rows.get(address(kind, id));
    return row && !row.deleted ? (row.data as Records[K]) : undefined;
  }

  /** The accounts at which the loaded records are, deleted ones too. */
  scopes(): string[] {
    const all = new Set([...this.#rows.values()].map(({ scope }) => scope));
    return [...all].filter((scope) => scope !== workspaceScope);
  }

  /** The stored row itself, also of a deleted record. */
  row(kind: Kind, id: string): StoredRecord | undefined {
    return this.#rows.get(address(kind, id));
  }

  all<K extends Kind>(kind: K, key: string): Records[K][] {
    return [...this.#rows.values()].flatMap(({ kind: its, deleted, data }) =>
      its === kind && !deleted && rulesOf(its).index(data).includes(key)
        ? [data as Records[K]]
        : [],
    );
  }

  /**
   * Locks every record of these kinds under these index keys as well. Looked for again once they are locked: what
   * somebody put beside them in the meantime is there then, and nothing more can come.
   */
  async find(tx: Tx, ws: string, finds: readonly Find[]): Promise<void> {
    if (finds.length === 0) return;
    const keys = [...new Set(finds.map(([, key]) => key))];
    const wanted = new Set(finds.map(([kind, key]) => address(kind, key)));
    const asked = new Set(this.#rows.keys());
    for (let fresh: Key[] | undefined; fresh === undefined || fresh.length > 0; ) {
      const rows = await tx
        .selectFrom('record_index')
        .select(['kind', 'id', 'key'])
        .where('ws', '=', ws)
        .where('key', 'in', keys)
        .execute();
      const found = rows.filter(
        ({ kind, id, key }) => wanted.has(address(kind, key)) && !asked.has(address(kind, id)),
      );
      fresh = found.map(({ kind, id }): Key => [kind as Kind, id]);
      for (const key of fresh) asked.add(address(...key));
      await this.lock(tx, ws, fresh);
    }
  }

  /** Locks those of them that were not asked for before. */
  async lockRest(tx: Tx, ws: string, keys: readonly Key[]): Promise<void> {
    const rest = keys.filter((key) => !this.#asked.has(address(...key)));
    await this.lock(tx, ws, rest);
  }

  /** Reads and locks rows in sorted order, so that two writers never wait for each other crosswise. */
  async lock(tx: Tx, ws: string, keys: readonly Key[]): Promise<void> {
    if (keys.length === 0) return;
    for (const key of keys) this.#asked.add(address(...key));
    const kindsList = keys.map(([kind]) => kind);
    const ids = keys.map(([, id]) => id);
    const { rows } = await sql<{
      kind: Kind;
      id: string;
      scope: string;
      version: number;
      deleted: boolean;
      data: AnyRecord;
      guards: Guards;
    }>`select r.kind, r.id, r.scope, r.version, r.deleted_at is not null as deleted, r.data, r.guards
      from records r
      where r.ws = ${ws}
        and (r.kind, r.id) in (select * from unnest(${kindsList}::text[], ${ids}::text[]))
      order by r.kind, r.id
      for update`.execute(tx);
    for (const row of rows) this.#rows.set(address(row.kind, row.id), row);
  }
}

/** Whether writing would change nothing at all. */
export const isNoop = ({ before, after }: Write): boolean =>
  after === null
    ? !before || before.deleted
    : before !== undefined && !before.deleted && isDeepStrictEqual(before.data, after);

/** Writes records with their guards, identity keys, scope exits and history, all at the writer's version. */
export async function writeRecords(
  tx: Tx,
  changes: readonly Write[],
  writer: Writer,
  seq = 0,
): Promise<void> {
  // Changed twice in one go, a record is written as it is left.
  const writes = [
    ...new Map(changes.map((write) => [address(write.kind, write.id), write])).values(),
  ];
  const rows = writes.map((write) => rowOf(write, writer));
  await storeRows(
    tx,
    writer,
    rows.filter(({ isNew }) => !isNew),
    rows.filter(({ isNew }) => isNew),
  );
  const keyed = writes.map(({ kind, id, before, after }) => ({
    kind,
    id,
    isNew: before === undefined,
    identity: after ? rulesOf(kind).identity(after) : [],
    index: after ? indexKeys(kind, after) : [],
  }));
  await writeKeys(tx, writer.ws, keyed);
  await writeExits(tx, writer, writes, rows);
  await writeHistory(tx, writes, writer, seq);
}

/** One record alone; `seq` tells it apart from others of the same version. */
export const writeRecord = (tx: Tx, write: Write, writer: Writer, seq: number): Promise<void> =>
  writeRecords(tx, [write], writer, seq);

const rowOf = (write: Write, writer: Writer) => {
  const { kind, id, before, after } = write;
  return {
    kind,
    id,
    isNew: before === undefined,
    scope: after ? rulesOf(kind).scope(after) : (before?.scope ?? ''),
    gone: after === null,
    data: after ?? before?.data ?? {},
    guards: after ? nextGuards(write, writer) : {},
  };
};
type Row = ReturnType<typeof rowOf>;

async function storeRows(
  tx: Tx,
  { ws, version }: Writer,
  changed: readonly Row[],
  fresh: readonly Row[],
): Promise<void> {
  const table = (rows: readonly Row[]) =>
    sql`jsonb_to_recordset(${jsonb(rows)}) as w(kind text, id text, scope text, gone boolean, data jsonb, guards jsonb)`;
  if (changed.length > 0)
    await sql`update records r set scope = w.scope, version = ${version}::bigint, data = w.data, guards = w.guards,
        deleted_at = case when w.gone then now() end
      from ${table(changed)} where r.ws = ${ws} and r.kind = w.kind and r.id = w.id`.execute(tx);
  // A plain insert: should somebody have created it meanwhile, the unique key refuses and the push runs again.
  if (fresh.length > 0)
    await sql`insert into records (ws, kind, id, scope, version, data, guards, deleted_at)
      select ${ws}, w.kind, w.id, w.scope, ${version}::bigint, w.data, w.guards, case when w.gone then now() end
      from ${table(fresh)}`.execute(tx);
}

/** Who changed each guarded field last, once this is written. */
export function nextGuards(
  { kind, before, after }: Omit<Write, 'id'>,
  { version, client, by }: Writer,
): Guards {
  const guards: Guards = before && !before.deleted ? { ...before.guards } : {};
  for (const field of rulesOf(kind).guarded) {
    const was = before && !before.deleted ? before.data[field] : undefined;
    if (!isDeepStrictEqual(was, after?.[field])) guards[field] = { version, client, by };
  }
  return guards;
}

/** What left a scope is told there, and no longer where it came back to. */
async function writeExits(
  tx: Tx,
  { ws, version }: Writer,
  writes: readonly Write[],
  rows: readonly Row[],
): Promise<void> {
  const moved = writes.flatMap(({ kind, id, before }, index) => {
    const to = rows[index]?.scope ?? '';
    return before && before.scope !== to ? [{ kind, id, from: before.scope, to }] : [];
  });
  if (moved.length === 0) return;
  const table = sql`jsonb_to_recordset(${jsonb(moved)}) as w(kind text, id text, "from" text, "to" text)`;
  await sql`delete from scope_exits e using ${table}
    where e.ws = ${ws} and e.scope = w."to" and e.kind = w.kind and e.id = w.id`.execute(tx);
  await sql`insert into scope_exits (ws, scope, kind, id, version)
    select ${ws}, w."from", w.kind, w.id, ${version}::bigint from ${table}
    on conflict (ws, scope, kind, id) do update set version = excluded.version`.execute(tx);
}
