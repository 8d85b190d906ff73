/** What an edit would do to what the cache holds, without making it: for a preview. */
import type { Call, Outcome } from '#lib/model/mutation.ts';
import { namedRefs, prepare, run } from '#lib/model/replay.ts';
import type { QuorumDatabase } from './database.ts';
import { aliasesOf, found, type Signer, WorkingSet } from './view.ts';

/** `at`: when it would be made (ISO 8601). Also of an edit that the server alone makes. */
export function tryOut(
  db: QuorumDatabase,
  signer: Signer,
  call: Call,
  at: string,
): PromiseLike<Outcome> {
  return db.transaction('r', [db.records, db.aliases], async () => {
    const made = { ...call, nonce: 'try' };
    const what = prepare(made, await aliasesOf(db, namedRefs(made)));
    const set = new WorkingSet(db);
    if ('keys' in what) await set.load([...what.keys, ...(await found(db, what.finds))]);
    return run(what, set, { ...signer, at });
  });
}
