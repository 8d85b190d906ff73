import { type Kysely, sql } from 'kysely';

/** The journey is read in an order that does not depend on the database's language. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index records_journey`.execute(db);
  await sql`create index records_journey
    on records (ws, scope, ((data->>'at') collate "C"), (kind collate "C"), (id collate "C"))
    where kind in ('touch', 'transition') and deleted_at is null`.execute(db);
}
