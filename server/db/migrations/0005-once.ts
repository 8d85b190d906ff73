import { type Kysely, sql } from 'kysely';

/** An edit has one effect, under whichever client id it comes: a copied browser profile may send it under two. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // What was done twice before stays done; of the two results, the first keeps the version.
  `update mutation_log later set version = null where exists (
    select 1 from mutation_log earlier
     where earlier.ws = later.ws and earlier.nonce = later.nonce and earlier.version < later.version)`,
  'create unique index mutation_log_effects on mutation_log (ws, nonce) where version is not null',
  'create index mutation_log_by_nonce on mutation_log (ws, nonce)',
];
