/** What a browser keeps beside the records of an account that is closed to its user now: others' values in it go. */
import type { MutationResult } from '#lib/contract/sync.ts';
import type { Kind } from '#lib/model/kinds.ts';
import type { Key } from '#lib/model/mutation.ts';
import type { PendingMutation, QuorumDatabase } from './database.ts';
import { prepareAll } from './view.ts';

const address = ([kind, id]: Key) => `${kind}\n${id}`;

/**
 * Conflicts about these records become refusals, and gestures can no longer be taken back; what the user wrote stays.
 * Within the transaction that applies the page telling of it, before the records go.
 */
export async function closeTexts(
  db: QuorumDatabase,
  scopes: readonly string[],
  records: readonly Key[],
): Promise<void> {
  if (records.length === 0) return;
  const held = new Set(records.map(address));
  const isHeld = (kind: Kind, id: string) => held.has(address([kind, id]));
  const unresolved = await db.unresolved.toArray();
  const about = await speakingOf(db, unresolved, held);
  await db.unresolved.bulkPut(
    unresolved
      .filter(
        ({ nonce, result: { server = [] } }) =>
          about.has(nonce) || server.some(({ kind, id }) => isHeld(kind, id)),
      )
      .map((edit) => ({ ...edit, result: refused(edit.result) })),
  );
  const ways = await db.journal.filter(({ way }) => way !== undefined).toArray();
  const told = await speakingOf(
    db,
    ways.map((entry) => ({ ...entry, id: 0 })),
    held,
  );
  await db.journal
    .where('nonce')
    .anyOf(
      ways.flatMap(({ nonce, way }) =>
        told.has(nonce) || way?.left.some(({ kind, id }) => isHeld(kind, id)) ? [nonce] : [],
      ),
    )
    .modify((entry) => {
      delete entry.way;
    });
  await db.aside
    .filter(
      ({ row }) =>
        typeof row === 'object' &&
        row !== null &&
        'scope' in row &&
        scopes.some((scope) => scope === row.scope),
    )
    .delete();
}

/** The nonces of those edits that read or change one of these records. */
async function speakingOf(
  db: QuorumDatabase,
  edits: readonly PendingMutation[],
  held: ReadonlySet<string>,
): Promise<Set<string>> {
  const prepared = await prepareAll(db, edits);
  return new Set(
    prepared.flatMap(({ mutation, keys }) =>
      keys.some((key) => held.has(address(key))) ? [mutation.nonce] : [],
    ),
  );
}

const refused = ({ id, nonce }: MutationResult): MutationResult => ({
  ...{ id, nonce, status: 'rejected', code: 'notOpen' },
});
