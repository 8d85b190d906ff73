/** Ids of merged records: each names the record it became, which may have become another one since. */
import { type Kysely, sql } from 'kysely';
import type { Kind } from '#lib/model/kinds.ts';
import type { Key, Renaming } from '#lib/model/mutation.ts';
import type { Resolve } from '#lib/model/replay.ts';
import type { Database } from './db/schema.ts';
import type { Tx } from './stored.ts';

/** The present ids of those that are aliases, followed to the end; of all others their own. */
export async function aliasesOf(
  db: Kysely<Database>,
  ws: string,
  named: readonly Key[],
): Promise<Resolve> {
  if (named.length === 0) return (_, id) => id;
  const { rows } = await sql<{ kind: string; alias: string; id: string }>`
    with recursive way(kind, alias, id) as (
      select kind, alias, id from record_aliases where ws = ${ws} and alias = any(${named.map(([, id]) => id)}::text[])
      union
      select way.kind, way.alias, next.id from way
        join record_aliases next on next.ws = ${ws} and next.kind = way.kind and next.alias = way.id
    )
    select kind, alias, id from way
     where not exists (select 1 from record_aliases further
                        where further.ws = ${ws} and further.kind = way.kind and further.alias = way.id)`.execute(
    db,
  );
  const present = new Map(rows.map(({ kind, alias, id }) => [`${kind}\n${alias}`, id]));
  return (kind, id) => present.get(`${kind}\n${id}`) ?? id;
}

/** Makes ids other names of records, or lets them name their own again. */
export async function rename(tx: Tx, ws: string, renamings: readonly Renaming[]): Promise<void> {
  for (const { kind, from, to } of renamings)
    if (to === null)
      await tx
        .deleteFrom('record_aliases')
        .where('ws', '=', ws)
        .where('kind', '=', kind)
        .where('alias', '=', from)
        .execute();
    else
      await tx
        .insertInto('record_aliases')
        .values({ ws, kind, alias: from, id: to })
        .onConflict((c) => c.columns(['ws', 'kind', 'alias']).doUpdateSet({ id: to }))
        .execute();
}

/** Every id that leads to this record, its own first. */
export async function namesOf(
  db: Kysely<Database>,
  ws: string,
  kind: Kind,
  id: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive names(id) as (
      select ${id}::text
      union
      select a.alias from names join record_aliases a on a.ws = ${ws} and a.kind = ${kind} and a.id = names.id
    )
    select id from names`.execute(db);
  return [id, ...rows.flatMap((row) => (row.id === id ? [] : [row.id]))];
}
