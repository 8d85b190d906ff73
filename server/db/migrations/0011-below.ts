import { type Kysely, sql } from 'kysely';
import type { Account } from '#lib/model/records/account.ts';
import { belowKeys } from '#server/index-keys.ts';

/** Accounts are found by the domains above theirs: those that have one with more than two parts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ ws: string; id: string; data: Account }>`
    select ws, id, data from records
     where kind = 'account' and deleted_at is null and data->>'domains' like '%.%.%'`.execute(db);
  for (const { ws, id, data } of rows)
    for (const key of new Set(belowKeys('account', data)))
      await sql`insert into record_index (ws, key, kind, id) values (${ws}, ${key}, 'account', ${id})`.execute(
        db,
      );
}
