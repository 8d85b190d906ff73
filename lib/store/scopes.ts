/** Which accounts the cache follows; cost grows with what one person works on, not with the workspace. */
import type { QuorumDatabase, ScopeRow } from './database.ts';

/** Follows scopes from now on; the next pull fills them. Tells which ones are new. */
export async function follow(
  db: QuorumDatabase,
  scopes: readonly string[],
  now: number,
): Promise<string[]> {
  // Nearly always known: then nobody who reads has to wait for a transaction that writes.
  if ((await db.scopes.bulkGet([...scopes])).every((row) => row !== undefined)) return [];
  // In one transaction: another window's pull must not find its cursor set back to 0.
  return db.transaction('rw', db.scopes, async () => {
    const known = await db.scopes.bulkGet([...scopes]);
    const fresh = [...new Set(scopes.filter((_, index) => !known[index]))];
    await db.scopes.bulkPut(
      fresh.map((scope): ScopeRow => ({ scope, cursor: 0, complete: false, followedAt: now })),
    );
    return fresh;
  });
}

/** Whether there is more to come of it: it was followed, and no pull has told all of it, nor that it is closed. */
export const isFilling = ({ complete, closed }: Pick<ScopeRow, 'complete' | 'closed'>): boolean =>
  !complete && !closed;
