/** The client's own row: its id, where its numbering stands, and taking a new id when the old one is spoilt. */
import type { Meta, QuorumDatabase } from './database.ts';

export type NewId = () => string;

export async function readMeta(db: QuorumDatabase, newId: NewId): Promise<Meta> {
  return (await db.meta.get('meta')) ?? (await firstMeta(db, newId));
}

/** Of several windows that open a new cache at once, one gives it its client id. */
function firstMeta(db: QuorumDatabase, newId: NewId): PromiseLike<Meta> {
  return db.transaction('rw', db.meta, async () => {
    const meta = await db.meta.get('meta');
    if (meta) return meta;
    const fresh: Meta = {
      id: 'meta',
      client: newId(),
      epoch: null,
      nextMutationId: 1,
      lastMutationId: 0,
    };
    await db.meta.put(fresh);
    return fresh;
  });
}

/** Gives the waiting edits to a new client id, numbered from 1. Within a transaction; the caller stores the row. */
export async function renumber(db: QuorumDatabase, meta: Meta, newId: NewId): Promise<Meta> {
  const pending = await db.outbox.orderBy('id').toArray();
  await db.outbox.clear();
  await db.outbox.bulkAdd(pending.map((mutation, index) => ({ ...mutation, id: index + 1 })));
  return { ...meta, client: newId(), nextMutationId: pending.length + 1, lastMutationId: 0 };
}
