/** How much is cached, by kind alone: for a report that says nothing of anybody. */
import type { QuorumDatabase } from './database.ts';
import { storing } from './failure.ts';

export interface Counts {
  records: Record<string, number>;
  scopes: { complete: number; filling: number };
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
    const complete = await db.scopes.filter((scope) => scope.complete).count();
    return {
      records,
      scopes: { complete, filling: (await db.scopes.count()) - complete },
      waiting: await db.outbox.count(),
      unresolved: await db.unresolved.count(),
      journal: await db.journal.count(),
      aside: await db.aside.count(),
    };
  });
