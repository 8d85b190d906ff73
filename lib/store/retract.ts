/** Taking edits back: the way back of one that was made, and letting go of one that nobody has been sent. */
import { dequal } from 'dequal';
import type { Call, Key } from '#lib/model/mutation.ts';
import type { KeptWay, PendingMutation, QuorumDatabase } from './database.ts';
import { type Author, editWith, excluding } from './edit.ts';
import { EditRejectedError } from './failure.ts';
import { readMeta } from './meta.ts';
import { prepareAll, recompute, runOver, type Signer, WorkingSet } from './view.ts';

/** Whether what a gesture left is still as it left it, and its way back can be gone. */
export async function standing(
  db: QuorumDatabase,
  signer: Signer,
  { calls, left }: KeptWay,
  at: string,
): Promise<'open' | 'changed' | 'gone'> {
  const set = new WorkingSet(db);
  await set.load(left.map(({ kind, id }): Key => [kind, id]));
  for (const one of left) {
    const record = set.get(one.kind, one.id);
    if (!record !== (one.gone ?? false)) return 'gone';
    if (one.field === undefined) continue;
    const fields: Record<string, unknown> = { ...record };
    if (!dequal(fields[one.field] ?? null, one.value)) return 'changed';
  }
  return (await refusals(db, set, signer, asPending(calls, at))).length > 0 ? 'gone' : 'open';
}

const asPending = (calls: readonly Call[], at: string): PendingMutation[] =>
  calls.map((call, index) => ({ ...call, id: index + 1, nonce: `try-${index}`, base: 0, at }));

/** Those of the edits that do not apply, run in order over what is there. */
async function refusals(
  db: QuorumDatabase,
  set: WorkingSet,
  signer: Signer,
  edits: readonly PendingMutation[],
): Promise<PendingMutation[]> {
  const refused: PendingMutation[] = [];
  for (const { mutation, what, keys } of await prepareAll(db, edits)) {
    await set.load(keys);
    if ('rejected' in runOver(set, what, signer, mutation.at)) refused.push(mutation);
  }
  return refused;
}

/** Waiting edits that would apply no more without this one, in their order. */
export async function builtOn(
  db: QuorumDatabase,
  signer: Signer,
  nonce: string,
): Promise<PendingMutation[]> {
  const waiting = await db.outbox.orderBy('id').toArray();
  const without = async (left: readonly PendingMutation[]) => {
    const set = new WorkingSet(db);
    const prepared = await prepareAll(db, waiting);
    const keys = prepared.flatMap(({ keys }) => keys);
    await set.load(keys);
    for (const key of keys) {
      const row = set.row(...key);
      if (row) set.setView(...key, row.base);
    }
    return refusals(db, set, signer, left);
  };
  const before = new Set((await without(waiting)).map((one) => one.nonce));
  const after = await without(waiting.filter((one) => one.nonce !== nonce));
  return after.filter((one) => !before.has(one.nonce));
}

/**
 * Lets go of a waiting edit and of those built on it; the ones behind move up, so that ids stay contiguous.
 * @throws EditRejectedError `notAllowed` for an edit on its way, `gone` for one that waits no more
 */
export function discard(
  db: QuorumDatabase,
  author: Author,
  nonce: string,
): PromiseLike<PendingMutation[]> {
  return db.transaction('rw', db.tables, async () => {
    const pending = await db.outbox.orderBy('id').toArray();
    const chosen = pending.find((one) => one.nonce === nonce);
    if (!chosen) throw new EditRejectedError('gone', 'This edit does not wait any more.');
    const entry = await db.journal.get({ nonce });
    if (entry?.state !== 'waiting')
      throw new EditRejectedError('notAllowed', 'This edit is on its way already.');
    const dropped = [chosen, ...(await builtOn(db, author, nonce))];
    const nonces = dropped.map((one) => one.nonce);
    const keys = (await prepareAll(db, dropped)).flatMap((one) => one.keys);
    const first = chosen.id;
    const kept = pending
      .filter((one) => !nonces.includes(one.nonce))
      .map((one, index): PendingMutation => ({ ...one, id: (pending[0]?.id ?? first) + index }));
    await db.outbox.clear();
    await db.outbox.bulkAdd(kept);
    await db.journal.where('nonce').anyOf(nonces).delete();
    const meta = await readMeta(db, author.newId);
    await db.meta.put({ ...meta, nextMutationId: meta.nextMutationId - dropped.length });
    const set = new WorkingSet(db);
    await recompute(db, set, keys, kept, author);
    await set.save();
    return dropped;
  });
}

/** Takes a gesture back: the edits for it, the note that they are such, and that the gesture is undone, in one transaction. */
export async function takeBack(
  db: QuorumDatabase,
  author: Author,
  calls: readonly Call[],
  nonce: string | undefined,
): Promise<void> {
  const keys = await excluding();
  await db.transaction('rw', db.tables, async () => {
    const made = (await editWith(keys, db, author, calls)).map((one) => one.nonce);
    const noted = db.journal.where('nonce').anyOf(nonce ? [...made, nonce] : made);
    await noted.modify((entry) => {
      if (entry.nonce !== nonce) entry.back = true;
      else if (entry.way) entry.way.undone = true;
    });
  });
}
