/** The user's own edits of the last week: what to send again to a restored server, and what can still be undone. */
import { dequal } from 'dequal';
import type { MutationResult } from '#lib/contract/sync.ts';
import type { AnyRecord } from '#lib/model/kinds.ts';
import type { Change } from '#lib/model/mutation.ts';
import {
  type JournalEntry,
  type Left,
  type Meta,
  ofKind,
  type PendingMutation,
  type QuorumDatabase,
  type WayBack,
} from './database.ts';
import { type NewId, readMeta } from './meta.ts';
import { follow } from './scopes.ts';

const keptFor = 7 * 86_400_000;

/** What changed in these fields, so that an undo can see whether somebody changed them since. */
export function leftBy(before: AnyRecord | undefined, change: Change, at: string): Left[] {
  const { kind, id, data } = change;
  if (kind === 'transition') return [];
  if (data === null) return [{ kind, id, gone: true }];
  const was: Record<string, unknown> = { ...before };
  const is: Record<string, unknown> = { ...data };
  return (
    [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((field) => field !== 'sources' && !dequal(was[field], is[field]))
      // The time of the edit is the server's in the end.
      .filter((field) => is[field] !== at)
      .map((field) => ({ kind, id, field, value: is[field] ?? null }))
  );
}

/** Notes the edits of one gesture. Within the transaction that makes them. */
export async function note(
  db: QuorumDatabase,
  made: readonly PendingMutation[],
  left: readonly Left[],
  way: WayBack | undefined,
): Promise<void> {
  const last = made.length - 1;
  await db.journal.bulkAdd(
    made.map(
      ({ id: _, ...mutation }, index): JournalEntry => ({
        ...mutation,
        state: 'waiting',
        ...(index === last && way && { way: { ...way, left: latest(left) } }),
      }),
    ),
  );
}

/** Of several changes of one field in a gesture, the last. */
const latest = (left: readonly Left[]): Left[] => [
  ...new Map(left.map((one) => [`${one.kind}\n${one.id}\n${one.field ?? ''}`, one])).values(),
];

/** Writes down what the server said, and lets go of what it said a week ago. Within a transaction. */
export async function noteResults(
  db: QuorumDatabase,
  results: readonly MutationResult[],
  now: number,
): Promise<void> {
  if (results.length > 0) {
    const status = new Map(results.map((result) => [result.nonce, result.status]));
    await db.journal
      .where('nonce')
      .anyOf([...status.keys()])
      .modify((entry) => {
        entry.state = status.get(entry.nonce) ?? entry.state;
        entry.settledAt = now;
      });
  }
  await db.journal
    .where('settledAt')
    .below(now - keptFor)
    .delete();
}

/**
 * The server lost what it had: everything it took in the last week waits again, before what was waiting. It has each
 * nonce once at most, so what it did not lose has no second effect. Within a transaction over all tables.
 */
export async function sendAgain(db: QuorumDatabase): Promise<PendingMutation[]> {
  const again = (await db.journal.orderBy('seq').toArray()).filter(
    ({ state }) => state === 'applied',
  );
  if (again.length === 0) return [];
  const waiting = await db.outbox.orderBy('id').toArray();
  const known = new Set(waiting.map(({ nonce }) => nonce));
  const queue = [
    ...again
      .filter(({ nonce }) => !known.has(nonce))
      .map(({ nonce, name, args, base, at }) => ({ nonce, name, args, base, at })),
    ...waiting,
  ].map((mutation, index): PendingMutation => ({ ...mutation, id: index + 1 }));
  await db.outbox.clear();
  await db.outbox.bulkAdd(queue);
  await db.journal
    .where('nonce')
    .anyOf(again.map(({ nonce }) => nonce))
    .modify((entry) => {
      entry.state = 'sent';
      delete entry.settledAt;
    });
  // Which records became which is told anew with the results; the old word of it may have been lost with them. What a
  // signpost says holds as long as that is held.
  const signs = await ofKind(db, 'signpost').toArray();
  await db.aliases.filter(({ from }) => signs.every(({ id }) => id !== from)).delete();
  return queue;
}

/** Accounts that only an edit sent again makes are followed like new ones. Within a transaction. */
export async function followMade(db: QuorumDatabase, now: number): Promise<void> {
  const rows = await ofKind(db, 'account').toArray();
  await follow(
    db,
    rows.flatMap(({ id, base }) => (base ? [] : [id])),
    now,
  );
}

/**
 * Marks edits as being on their way, in one transaction with the look whether they still wait under these ids, and
 * tells whose ids these are. `null`: somebody discarded one meanwhile, so look again.
 */
export function depart(
  db: QuorumDatabase,
  mutations: readonly PendingMutation[],
  newId: NewId,
): PromiseLike<Meta | null> {
  return db.transaction('rw', [db.outbox, db.journal, db.meta], async () => {
    const rows = await db.outbox.bulkGet(mutations.map(({ id }) => id));
    if (rows.some((row, index) => row?.nonce !== mutations[index]?.nonce)) return null;
    const entries = db.journal.where('nonce').anyOf(mutations.map(({ nonce }) => nonce));
    await entries.modify((entry) => {
      if (entry.state === 'waiting') entry.state = 'sent';
    });
    return readMeta(db, newId);
  });
}
