/** How much is cached, by kind alone: for a report that says nothing of anybody. */
import type { QuorumDatabase } from './database.ts';
import { storing } from './failure.ts';
import { isFilling } from './scopes.ts';

export interface Counts {
  records: Record<string, number>;
  scopes: { complete: number; filling: number; closed: number };
  waiting: number;
  unresolved: number;
  journal: number;
  /** Rows of a damaged cache that were put aside. */
  aside: number;
}

/** @throws StorageFailedError */
export const counts = (db: QuorumDatabase): Promise<Counts> =>
  storing(async () => {
    const records: Record<string, number> = {};
    await db.records.each(({ kind }) => {
      records[kind] = (records[kind] ?? 0) + 1;
    });
    const scopes = await db.scopes.toArray();
    const complete = scopes.filter((scope) => scope.complete).length;
    const filling = scopes.filter(isFilling).length;
    return {
      records,
      scopes: { complete, filling, closed: scopes.length - complete - filling },
      waiting: await db.outbox.count(),
      unresolved: await db.unresolved.count(),
      journal: await db.journal.count(),
      aside: await db.aside.count(),
    };
  });
