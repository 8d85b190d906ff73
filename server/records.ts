/** Records in the database: read, locked, and written with their keys, scope and guards. Used inside a transaction. */
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { type AnyRecord, type Kind, type Records, rulesOf } from '#lib/model/kinds.ts';
import type { Find, Key, Reader } from '#lib/model/mutation.ts';
import { jsonb } from './db/json.ts';
import { writeHistory } from './history.ts';
import { writeKeys } from './record-keys.ts';
import type { Guards, StoredRecord, Tx, Write, Writer } from './stored.ts';
import { wordKeys } from './words.ts';

const address = (kind: string, id: string) => `${kind}\n${id}`;

/** What a mutation sees: the records it named, locked, with deleted ones absent. */
export class LockedRecords implements Reader {
  readonly #rows = new Map<string, StoredRecord>();

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    const row = this.#rows.get(address(kind, id));
    return row && !row.deleted ? (row.data as Records[K]) : undefined;
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

  /** Locks every record of these kinds under these index keys as well. */
  async find(tx: Tx, ws: string, finds: readonly Find[]): Promise<void> {
    if (finds.length === 0) return;
    const rows = await tx
      .selectFrom('record_index')
      .select(['kind', 'id', 'key'])
      .where('ws', '=', ws)
      .where(
        'key',
        'in',
        finds.map(([, key]) => key),
      )
      .execute();
    const wanted = rows.filter((row) =>
      finds.some(([kind, key]) => kind === row.kind && key === row.key),
    );
    await this.lock(
      tx,
      ws,
      wanted.map(({ kind, id }): Key => [kind as Kind, id]),
    );
  }

  /** Reads and locks rows in sorted order, so that two writers never wait for each other crosswise. */
  async lock(tx: Tx, ws: string, keys: readonly Key[]): Promise<void> {
    if (keys.length === 0) return;
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

/** Writes one record with its guards, identity keys, scope exit and history, all at the writer's version. */
export async function writeRecord(
  tx: Tx,
  write: Write,
  writer: Writer,
  seq: number,
): Promise<void> {
  const { ws, version } = writer;
  const { kind, id, before, after } = write;
  const rules = rulesOf(kind);
  const scope = after ? rules.scope(after) : (before?.scope ?? '');
  const row = {
    scope,
    version,
    deleted_at: after ? null : sql<Date>`now()`,
    data: jsonb(after ?? before?.data ?? {}),
    guards: jsonb(after ? nextGuards(write, writer) : {}),
  };
  // A plain insert: should somebody have created it meanwhile, the unique key refuses and the push runs again.
  if (before) {
    await tx
      .updateTable('records')
      .set(row)
      .where('ws', '=', ws)
      .where('kind', '=', kind)
      .where('id', '=', id)
      .execute();
  } else {
    await tx
      .insertInto('records')
      .values({ ws, kind, id, ...row })
      .execute();
  }
  const address = { ws, kind, id };
  const isNew = before === undefined;
  await writeKeys(tx, 'record_keys', address, after ? rules.identity(after) : [], isNew);
  await writeKeys(tx, 'record_index', address, after ? indexKeys(kind, after) : [], isNew);
  await writeExit(tx, ws, write, scope, version);
  await writeHistory(tx, write, writer, seq);
}

/** Everything a record is found by besides its identity. */
export const indexKeys = (kind: Kind, record: AnyRecord): string[] => [
  ...rulesOf(kind).index(record),
  ...wordKeys(kind, record),
];

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

async function writeExit(
  tx: Tx,
  ws: string,
  { kind, id, before }: Write,
  scope: string,
  version: number,
): Promise<void> {
  if (!before || before.scope === scope) return;
  await tx
    .deleteFrom('scope_exits')
    .where('ws', '=', ws)
    .where('scope', '=', scope)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute();
  await tx
    .insertInto('scope_exits')
    .values({ ws, scope: before.scope, kind, id, version })
    .onConflict((conflict) =>
      conflict.columns(['ws', 'scope', 'kind', 'id']).doUpdateSet({ version }),
    )
    .execute();
}
