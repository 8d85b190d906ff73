/** What a browser still says of somebody who was erased: in edits it keeps beside the records. */
import type { MutationResult, RecordGone } from '#lib/contract/sync.ts';
import type { AnyRecord } from '#lib/model/kinds.ts';
import type { QuorumDatabase, UnresolvedMutation } from './database.ts';

/**
 * Drops the edits of the past that speak of an erased record, by any of its ids or by an address of theirs: refused
 * ones, those of the journal, what was put aside. `before` are the records as they were; edits with one of these `results`
 * were answered just now, and stay without what they said. Within the transaction that applies the page telling of it.
 * Edits that still wait are refused by the server.
 */
export async function eraseTexts(
  db: QuorumDatabase,
  deletes: readonly RecordGone[],
  before: readonly AnyRecord[],
  results: readonly MutationResult[],
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
  const answered = new Set(results.map(({ nonce }) => nonce));
  const told = await db.unresolved.filter(tells).toArray();
  await db.unresolved.bulkDelete(told.map(({ nonce }) => nonce));
  await db.unresolved.bulkPut(
    told.filter(({ nonce }) => answered.has(nonce)).map((edit) => withoutErased(edit, true)),
  );
  await db.journal.filter(tells).delete();
  await db.aside.filter(tells).delete();
}

/** A refused edit is kept until its user has seen it, but of somebody who was erased without what it said. */
export function withoutErased(
  edit: UnresolvedMutation,
  erased = edit.result.code === 'erased',
): UnresolvedMutation {
  if (!erased) return edit;
  const { id, nonce } = edit.result;
  return { ...edit, args: {}, result: { id, nonce, status: 'rejected', code: 'erased' } };
}
