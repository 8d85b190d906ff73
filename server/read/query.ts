/** Records read for other systems: nothing locked, nothing of other workspaces. */
import type { Kysely } from 'kysely';
import { type Kind, type Records, ref } from '#lib/model/kinds.ts';
import type { Database } from '../db/schema.ts';
import { ProblemError } from '../problem.ts';

export type Db = Kysely<Database>;

/** The records of one kind under an index key. */
export async function under<K extends Kind>(
  db: Db,
  ws: string,
  kind: K,
  key: string,
): Promise<Records[K][]> {
  const rows = await db
    .selectFrom('record_index as i')
    .innerJoin('records as r', (join) =>
      join.onRef('r.ws', '=', 'i.ws').onRef('r.kind', '=', 'i.kind').onRef('r.id', '=', 'i.id'),
    )
    .select('r.data')
    .where('i.ws', '=', ws)
    .where('i.key', '=', key)
    .where('i.kind', '=', kind)
    .where('r.deleted_at', 'is', null)
    .orderBy('r.id')
    .execute();
  return rows.map(({ data }) => data as unknown as Records[K]);
}

/** Records by their ids; missing ones are left out. */
export async function many<K extends Kind>(
  db: Db,
  ws: string,
  kind: K,
  ids: readonly string[],
): Promise<Records[K][]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('records')
    .select('data')
    .where('ws', '=', ws)
    .where('kind', '=', kind)
    .where('id', 'in', [...new Set(ids)])
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ data }) => data as unknown as Records[K]);
}

export const ofAccount = <K extends Kind>(db: Db, ws: string, kind: K, accountId: string) =>
  under(db, ws, kind, ref('account', accountId));

/** The record itself, or the earlier one that it turned out to be. @throws ProblemError `notFound` */
export async function existing<K extends Kind>(
  db: Db,
  ws: string,
  kind: K,
  id: string,
): Promise<Records[K]> {
  const merged = await db
    .selectFrom('record_aliases')
    .select('id')
    .where('ws', '=', ws)
    .where('kind', '=', kind)
    .where('alias', '=', id)
    .executeTakeFirst();
  const [record] = await many(db, ws, kind, [merged?.id ?? id]);
  if (!record) throw new ProblemError('notFound', `There is no ${kind} “${id}”.`);
  return record;
}
