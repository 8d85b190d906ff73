import { type Kysely, sql } from 'kysely';

/** What a record said before is asked for by the record. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index history_of on history (ws, kind, id, version, seq)`.execute(db);
}
