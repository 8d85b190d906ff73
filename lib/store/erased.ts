/** What a browser still says of somebody who was erased: in edits it keeps beside the records. */
import type { RecordGone } from '#lib/contract/sync.ts';
import type { QuorumDatabase, UnresolvedMutation } from './database.ts';

/**
 * Drops the edits of the past that speak of an erased record: refused ones, those of the journal, what was put aside.
 * Within the transaction that applies the page telling of it. Edits that still wait are answered `erased` by the server.
 */
export async function eraseTexts(
  db: QuorumDatabase,
  deletes: readonly RecordGone[],
): Promise<void> {
  const ids = deletes.flatMap(({ id, erased }) => (erased ? [id] : []));
  if (ids.length === 0) return;
  const tells = (row: object) => {
    const text = JSON.stringify(row);
    return ids.some((id) => text.includes(id));
  };
  await db.unresolved.filter(tells).delete();
  await db.journal.filter(tells).delete();
  await db.aside.filter(tells).delete();
}

/** A refused edit is kept until its user has seen it, but of somebody who was erased without what it said. */
export const withoutErased = (edit: UnresolvedMutation): UnresolvedMutation =>
  edit.result.code === 'erased' ? { ...edit, args: {} } : edit;
