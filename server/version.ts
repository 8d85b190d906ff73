import { sql } from 'kysely';
import type { Tx } from './stored.ts';

/** The counter is taken at the end, so nobody waits on it through another's work, and commits keep its order. */
export async function takeVersion(tx: Tx, ws: string): Promise<number> {
  const { version } = await tx
    .updateTable('workspaces')
    .set({ version: sql<number>`version + 1` })
    .where('ws', '=', ws)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
