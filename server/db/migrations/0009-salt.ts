import { type Kysely, sql } from 'kysely';

/** Every workspace has a salt of its own, with which the keys on its do-not-record list are hashed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table workspaces add column salt text not null default gen_random_uuid()::text`.execute(
    db,
  );
}
