/** Making edits: next ids, outbox and views, in one transaction. */
import { excludedBecause } from '#lib/model/exclusions.ts';
import { type Kind, type Records, workspaceScope } from '#lib/model/kinds.ts';
import type { Call, Key } from '#lib/model/mutation.ts';
import type { Left, PendingMutation, QuorumDatabase, WayBack } from './database.ts';
import { listedKeys } from './exclusions.ts';
import { EditRejectedError } from './failure.ts';
import { leftBy, note } from './journal.ts';
import { type NewId, readMeta } from './meta.ts';
import { follow } from './scopes.ts';
import { prepareAll, runOver, type Signer, WorkingSet } from './view.ts';

export interface Author extends Signer {
  now: () => number;
  newId: NewId;
}

/**
 * All of the calls or none. `way` takes them back.
 * @throws EditRejectedError when one does not apply to what is in the cache
 */
export async function edit(
  db: QuorumDatabase,
  author: Author,
  calls: readonly Call[],
  way?: WayBack,
): Promise<PendingMutation[]> {
  return editWith(await excluding(), db, author, calls, way);
}

/** On demand, as the list of public suffixes in it weighs more than most of the panel. No transaction outlives the wait. */
export const excluding = () => import('#lib/model/exclusion-keys.ts');

/** The same within a transaction over all tables, or in one of its own. */
export function editWith(
  { keysBrought }: Awaited<ReturnType<typeof excluding>>,
  db: QuorumDatabase,
  { by, team, now, newId }: Author,
  calls: readonly Call[],
  way?: WayBack,
): PromiseLike<PendingMutation[]> {
  const tables = [db.records, db.outbox, db.aliases, db.meta, db.scopes, db.journal];
  return db.transaction('rw', tables, async () => {
    const meta = await readMeta(db, newId);
    const at = new Date(now()).toISOString();
    const set = new WorkingSet(db);
    const made: PendingMutation[] = [];
    const left: Left[] = [];
    for (const { name, args } of calls) {
      const id = meta.nextMutationId + made.length;
      const pending: PendingMutation = { id, nonce: newId(), name, args, base: 0, at };
      for (const { what, keys } of await prepareAll(db, [pending])) {
        await set.load(keys);
        pending.base = await baseOf(db, set, keys);
        const before = new Map(keys.map(([kind, id]) => [`${kind}\n${id}`, set.get(kind, id)]));
        const outcome = runOver(set, what, { by, team }, at);
        if ('rejected' in outcome) throw new EditRejectedError(outcome.rejected, outcome.because);
        const was = {
          get: <K extends Kind>(kind: K, id: string) =>
            before.get(`${kind}\n${id}`) as Records[K] | undefined,
        };
        if ((await listedKeys(db, keysBrought(outcome.changes, was))).size > 0)
          throw new EditRejectedError('excluded', excludedBecause);
        for (const change of outcome.changes)
          left.push(...leftBy(before.get(`${change.kind}\n${change.id}`), change, at));
        await followNew(db, set, outcome.changes, now());
      }
      made.push(pending);
    }
    await set.save();
    await db.outbox.bulkAdd(made);
    await note(db, made, left, way && { what: way.what, name: way.name, calls: way.calls });
    await db.meta.put({ ...meta, nextMutationId: meta.nextMutationId + made.length });
    return made;
  });
}

/** The version the writer had seen of what the edit is about: its account's cursor, else the workspace's. */
async function baseOf(db: QuorumDatabase, set: WorkingSet, keys: readonly Key[]): Promise<number> {
  const scopes = new Set(keys.flatMap(([kind, id]) => set.row(kind, id)?.scope ?? []));
  scopes.delete(workspaceScope);
  const rows = await db.scopes.bulkGet(scopes.size > 0 ? [...scopes] : [workspaceScope]);
  return Math.min(...rows.map((row) => row?.cursor ?? 0));
}

/** An account made here is followed at once, so that colleagues' edits of it arrive. */
async function followNew(
  db: QuorumDatabase,
  set: WorkingSet,
  changes: readonly { kind: string; id: string }[],
  now: number,
): Promise<void> {
  const fresh = changes.filter(({ kind, id }) => kind === 'account' && !set.row(kind, id)?.base);
  if (fresh.length > 0)
    await follow(
      db,
      fresh.map(({ id }) => id),
      now,
    );
}
