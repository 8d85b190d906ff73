import { type Kysely, sql } from 'kysely';

/** Decisions are found by their stage and solution too, and stages and solutions as lists. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [kind, field] of [
    ['stage', 'stageId'],
    ['solution', 'solutionId'],
  ]) {
    await sql`insert into record_index (ws, key, kind, id)
      select ws, ${`of:${kind}:`}::text || (data->>${field}::text), kind, id from records
       where kind = 'opportunity' and deleted_at is null on conflict do nothing`.execute(db);
    await sql`insert into record_index (ws, key, kind, id)
      select ws, ${`kind:${kind}`}::text, kind, id from records
       where kind = ${kind} and deleted_at is null on conflict do nothing`.execute(db);
  }
}
