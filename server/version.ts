import { sql } from 'kysely';
import type { Tx } from './stored.ts';

/** Who may see what changed while an edit was looked at: it has to be looked at anew. Its code has `retried` do so. */
class SightChangedError extends Error {
  override name = 'SightChangedError';
  readonly code = '40001';
}

/**
 * The counter is taken at the end, so nobody waits on it through another's work, and commits keep its order.
 * `access` is what the workspace's said when it was looked up whether the writer may see what they write.
 */
export async function takeVersion(tx: Tx, ws: string, access?: number): Promise<number> {
  const taken = await tx
    .updateTable('workspaces')
    .set({ version: sql<number>`version + 1` })
    .where('ws', '=', ws)
    .$if(access !== undefined, (query) => query.where('access', '=', access ?? 0))
    .returning('version')
    .executeTakeFirst();
  if (!taken) throw new SightChangedError();
  return taken.version;
}
