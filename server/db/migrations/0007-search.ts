import { type Kysely, sql } from 'kysely';
import type { AnyRecord } from '#lib/model/kinds.ts';
import { wordKeys } from '#server/index-keys.ts';

interface Row {
  ws: string;
  kind: 'account' | 'contact';
  id: string;
  data: AnyRecord;
}

const portion = 500;

/**
 * People and accounts are found by the beginnings of their words, in an order that does not depend on the database's
 * language; decisions and plans of seats by the user whose they are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index record_index_words
    on record_index (ws, (key collate "C"), (kind collate "C"), (id collate "C"))
    where key like 'word:%'`.execute(db);
  for (const [kind, field] of [
    ['opportunity', 'ownerId'],
    ['seatPlan', 'assigneeId'],
  ] as const)
    await sql`insert into record_index (ws, key, kind, id)
      select ws, 'mine:' || (data->>${field}::text), kind, id from records
       where kind = ${kind} and data->>${field}::text is not null and deleted_at is null`.execute(
      db,
    );
  for (let last: Row | undefined, more = true; more; ) {
    const { rows }: { rows: Row[] } = await sql<Row>`
      select ws, kind, id, data from records
       where kind in ('account', 'contact') and deleted_at is null
         and (ws, kind, id) > (${last?.ws ?? ''}, ${last?.kind ?? ''}, ${last?.id ?? ''})
       order by ws, kind, id limit ${portion}`.execute(db);
    const keys = rows.flatMap(({ ws, kind, id, data }) =>
      wordKeys(kind, data).map((key) => ({ ws, key, kind, id })),
    );
    if (keys.length > 0)
      await sql`insert into record_index (ws, key, kind, id)
        select * from unnest(${keys.map(({ ws }) => ws)}::text[], ${keys.map(({ key }) => key)}::text[],
          ${keys.map(({ kind }) => kind)}::text[], ${keys.map(({ id }) => id)}::text[])`.execute(
        db,
      );
    last = rows.at(-1);
    more = rows.length === portion;
  }
}
