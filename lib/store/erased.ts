/** What a browser still says of somebody who was erased: in edits it keeps beside the records. */
import type { RecordGone } from '#lib/contract/sync.ts';
import type { AnyRecord } from '#lib/model/kinds.ts';
import type { QuorumDatabase, UnresolvedMutation } from './database.ts';

/**
 * Drops the edits of the past that speak of an erased record, by any of its ids or by an address of theirs: refused
 * ones, those of the journal, what was put aside. `before` are the records as they were. Within the transaction that
 * applies the page telling of it. Edits that still wait are answered `erased` by the server.
 */
export async function eraseTexts(
  db: QuorumDatabase,
  deletes: readonly RecordGone[],
  before: readonly AnyRecord[],
): Promise<void> {
  const ids = deletes.flatMap(({ id, erased }) => (erased ? [id] : []));
  if (ids.length === 0) return;
  const aliases = await db.aliases.filter(({ to }) => ids.includes(to)).toArray();
  const addresses = before.flatMap((record) =>
    'emails' in record
      ? [...record.emails, record.linkedin, record.salesNavigator].flatMap((one) => one ?? [])
      : [],
  );
  // An address as a whole value: a short one may be part of any word.
  const marks = [
    ...ids,
    ...aliases.map(({ from }) => from),
    ...addresses.map((one) => JSON.stringify(one)),
  ];
  const tells = (row: object) => {
    const text = JSON.stringify(row);
    return marks.some((mark) => text.includes(mark));
  };
  await db.unresolved.filter(tells).delete();
  await db.journal.filter(tells).delete();
  await db.aside.filter(tells).delete();
}

/** A refused edit is kept until its user has seen it, but of somebody who was erased without what it said. */
export const withoutErased = (edit: UnresolvedMutation): UnresolvedMutation =>
  edit.result.code === 'erased' ? { ...edit, args: {} } : edit;
