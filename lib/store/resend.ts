import type { MutationResult } from '#lib/contract/sync.ts';
import type { Call } from '#lib/model/mutation.ts';
import type { PendingMutation, QuorumDatabase, RefusedBefore, WayBack } from './database.ts';
import { type Author, editWith, excluding } from './edit.ts';
import { EditRejectedError } from './failure.ts';

/**
 * Makes an edit in place of one that the server did not take, in one transaction. Why that one was refused goes with it.
 * @throws EditRejectedError when it does not apply to what is in the cache, or the other was dealt with already
 */
export async function resend(
  db: QuorumDatabase,
  author: Author,
  nonce: string,
  call: Call,
  way: WayBack | undefined,
): Promise<PendingMutation> {
  const keys = await excluding();
  return db.transaction('rw', db.tables, async () => {
    const kept = await db.unresolved.get(nonce);
    const [made] = kept ? await editWith(keys, db, author, [call], way) : [];
    if (!kept || !made) throw new EditRejectedError('gone', 'This edit was dealt with already.');
    const refused = refusedBefore(kept.result, kept.refused);
    if (refused) await db.outbox.update(made.id, { refused });
    await db.unresolved.delete(nonce);
    return made;
  });
}

/** Why an edit was refused and, with what went before it, how often for that reason; `undefined` for a conflict. */
export function refusedBefore(
  { status, code = '', because = '' }: MutationResult,
  before: RefusedBefore | undefined,
): RefusedBefore | undefined {
  if (status !== 'rejected') return undefined;
  const same = before?.code === code && before.because === because;
  return { code, because, times: same ? before.times + 1 : 1 };
}
