import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Database } from './db/schema.ts';

/** Versions go on from the clock: a thousand for each millisecond, more than are ever committed in one. */
const versionsNow = (now: number): number => Math.floor(now) * 1000;

/**
 * To be run once on a database that was restored from a backup, before anybody is served. Another epoch lets every
 * cache be filled anew. No version is given twice, not even by two restores of one backup: else an edit made on what
 * the restore lost would look as if its writer had seen what came since, and would overwrite it.
 * @returns whether there was such a workspace
 */
export async function afterRestore(
  db: Kysely<Database>,
  ws?: string,
  now = Date.now(),
): Promise<boolean> {
  const version = sql<number>`greatest(version + 1, ${versionsNow(now)}::bigint)`;
  const query = db.updateTable('workspaces').set({ version, epoch: randomUUID() });
  const done = await (ws === undefined ? query : query.where('ws', '=', ws)).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
