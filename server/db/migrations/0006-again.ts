import { type Kysely, sql } from 'kysely';

/**
 * An edit has one result, also where two copies of a profile send it under two client ids at the same moment: the
 * second is told the first's, and is marked as told `again`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table mutation_log add column again boolean not null default false',
  `update mutation_log later set again = true where version is null and exists (
    select 1 from mutation_log other
     where other.ws = later.ws and other.nonce = later.nonce
       and (other.version is not null or other.client < later.client))`,
  'drop index mutation_log_effects',
  'drop index mutation_log_by_nonce',
  'create unique index mutation_log_once on mutation_log (ws, nonce) where not again',
];
