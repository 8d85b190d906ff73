/** The keys records are known and found by, kept as the records now say. */
import { type Kind, ref, rulesOf } from '#lib/model/kinds.ts';
import type { Change } from '#lib/model/mutation.ts';
import type { Tx } from './stored.ts';

/** The records that own these identity keys, strongest key first. */
export async function ownersOf(tx: Tx, ws: string, kind: Kind, keys: string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await tx
    .selectFrom('record_keys')
    .select(['key', 'id'])
    .where('ws', '=', ws)
    .where('kind', '=', kind)
    .where('key', 'in', keys)
    .execute();
  const byKey = new Map(rows.map(({ key, id }) => [key, id]));
  return [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
}

/** Keeps one key table of a record as the record now says; only what differs is written. */
export async function writeKeys(
  tx: Tx,
  table: 'record_keys' | 'record_index',
  { ws, kind, id }: { ws: string; kind: Kind; id: string },
  keys: readonly string[],
  isNew: boolean,
): Promise<void> {
  if (isNew && keys.length === 0) return;
  const had = isNew
    ? []
    : await tx
        .selectFrom(table)
        .select('key')
        .where('ws', '=', ws)
        .where('kind', '=', kind)
        .where('id', '=', id)
        .execute();
  const old = had.map(({ key }) => key);
  const gone = old.filter((key) => !keys.includes(key));
  const fresh = [...new Set(keys)].filter((key) => !old.includes(key));
  if (gone.length > 0)
    await tx
      .deleteFrom(table)
      .where('ws', '=', ws)
      .where('kind', '=', kind)
      .where('id', '=', id)
      .where('key', 'in', gone)
      .execute();
  if (fresh.length > 0)
    await tx
      .insertInto(table)
      .values(fresh.map((key) => ({ ws, key, kind, id })))
      .execute();
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
