/** Records read for other systems: nothing locked, nothing of other workspaces or of accounts closed to the asker. */
import { type Kysely, sql } from 'kysely';
import { type Kind, type Records, ref } from '#lib/model/kinds.ts';
import type { Key } from '#lib/model/mutation.ts';
import { openIn, type Sight } from '../access/sight.ts';
import { aliasesOf } from '../aliases.ts';
import type { Database } from '../db/schema.ts';
import { ProblemError } from '../problem.ts';

export type Db = Kysely<Database>;

/**
 * The ids of one kind under an index key. Two plain look-ups rather than a join: PGlite keeps no statistics, and
 * without them the planner walked whole kinds for a join (measured: 500 ms instead of 2).
 */
export async function idsUnder(db: Db, ws: string, kind: Kind, key: string): Promise<string[]> {
  const rows = await db
    .selectFrom('record_index')
    .select('id')
    .where('ws', '=', ws)
    .where('key', '=', key)
    .where('kind', '=', kind)
    .execute();
  return rows.map(({ id }) => id);
}

/** The same for many keys at once, each record named once. */
export async function keysUnderAny(
  db: Db,
  ws: string,
  kind: Kind,
  keys: readonly string[],
): Promise<Key[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select distinct id from record_index
     where ws = ${ws} and key = any(${[...keys]}::text[]) and kind = ${kind}`.execute(db);
  return rows.map(({ id }) => [kind, id]);
}

/** The records of one kind under any of these keys. */
export const underAny = async <K extends Kind>(
  db: Db,
  sight: Sight,
  kind: K,
  keys: readonly string[],
): Promise<Records[K][]> =>
  many(
    db,
    sight,
    kind,
    (await keysUnderAny(db, sight.ws, kind, keys)).map(([, id]) => id),
  );

/** The records of one kind under an index key. */
export const under = async <K extends Kind>(
  db: Db,
  sight: Sight,
  kind: K,
  key: string,
): Promise<Records[K][]> => many(db, sight, kind, await idsUnder(db, sight.ws, kind, key));

/** Records by their ids; missing ones and those closed to the asker are left out. */
export async function many<K extends Kind>(
  db: Db,
  sight: Sight,
  kind: K,
  ids: readonly string[],
): Promise<Records[K][]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ data: Records[K] }>`
    select r.data from records r
     where r.ws = ${sight.ws} and r.deleted_at is null and ${among(kind, ids)} and ${openIn(sight, 'r.scope')}
     order by r.id`.execute(db);
  return rows.map(({ data }) => data);
}

/** Chooses records `r` by their primary key, for the same reason. */
export const among = (kind: Kind, ids: readonly string[]) =>
  sql<boolean>`(r.kind, r.id) in (select * from unnest(${ids.map(() => kind)}::text[], ${[...ids]}::text[]))`;

export const ofAccount = <K extends Kind>(db: Db, sight: Sight, kind: K, accountId: string) =>
  under(db, sight, kind, ref('account', accountId));

/** The record itself, or the earlier one that it turned out to be. @throws ProblemError `notFound` */
export async function existing<K extends Kind>(
  db: Db,
  sight: Sight,
  kind: K,
  id: string,
): Promise<Records[K]> {
  const present = await aliasesOf(db, sight.ws, [[kind, id]]);
  const [record] = await many(db, sight, kind, [present(kind, id)]);
  if (!record) throw new ProblemError('notFound', `There is no ${kind} “${id}”.`);
  return record;
}
