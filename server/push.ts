/** Push: each mutation in a transaction of its own, in order, at most once. The numbered steps are SYNC.md's. */
import type { Kysely } from 'kysely';
import type {
  MutationResult,
  PushAnswer,
  PushedMutation,
  PushRequest,
} from '#lib/contract/sync.ts';
import { type Key, type RejectionCode, type Renaming, rejected } from '#lib/model/mutation.ts';
import { namedRefs, type Prepared, prepare, run } from '#lib/model/replay.ts';
import { seenAlike } from './access/access.ts';
import { doors, notOpenBecause, seesAll } from './access/sight.ts';
import type { Actor } from './actor.ts';
import { aliasesOf, rename } from './aliases.ts';
import type { Database } from './db/schema.ts';
import { withLastChange } from './last-changed.ts';
import { doneElsewhere, lockClient, logResult, stored } from './mutation-log.ts';
import { ProblemError } from './problem.ts';
import { isNoop, LockedRecords, writeRecords } from './records.ts';
import { retried } from './retried.ts';
import { guardConflicts, settle, unexpected } from './settle.ts';
import { isErased, type Tx, type Write } from './stored.ts';
import { takeVersion } from './version.ts';

export interface PushDeps {
  db: Kysely<Database>;
  /** Told after each commit that moved the workspace on. */
  poke: (ws: string, version: number) => void;
  now?: () => Date;
}

/**
 * @throws ProblemError `gap`, `clientIdReused` or `forbidden`; what was done before it stays done
 */
export async function push(
  deps: PushDeps,
  actor: Actor,
  request: PushRequest,
): Promise<PushAnswer> {
  const results: MutationResult[] = [];
  for (const mutation of request.mutations) {
    const { result, version } = await retried(() =>
      deps.db.transaction().execute((tx) => pushOne(tx, deps, actor, request.client, mutation)),
    );
    results.push(result);
    if (version !== null) deps.poke(actor.ws, version);
  }
  return { lastMutationId: results.at(-1)?.id ?? 0, results };
}

interface Pushed {
  result: MutationResult;
  version: number | null;
}

async function pushOne(
  tx: Tx,
  { now = () => new Date() }: PushDeps,
  actor: Actor,
  client: string,
  mutation: PushedMutation,
): Promise<Pushed> {
  // 1. Lock the client's row: two pushes of one client never interleave.
  const { last, access, elsewhere } = await lockClient(tx, actor, client, mutation.nonce);

  // 2. Seen before: the stored result, unless another edit came under this id.
  if (mutation.id <= last)
    return { result: await stored(tx, actor, client, mutation), version: null };
  if (mutation.id > last + 1)
    throw new ProblemError('gap', `Mutation ${mutation.id} came after ${last}.`);

  // Two copies of a profile may each give an edit they share a new client id: it is still one edit.
  // Should it be done there at this very moment, logging it fails, and the push runs again.
  if (elsewhere) {
    const before = await doneElsewhere(tx, actor, mutation, elsewhere);
    await logResult(tx, actor, client, mutation, before, null, { again: true });
    return { result: before, version: null };
  }

  // 3. Lock the records it speaks of, in sorted order, with merged ids resolved; run it.
  const { prepared, records, named } = await lockNamed(tx, actor.ws, mutation);
  const { userId: by, team } = actor;
  const isClosed = doors(tx, actor, access);
  const outcome = named.some((key) => isErased(records.row(...key)))
    ? rejected('erased', 'This person was erased.')
    : (await isClosed(records.scopes()))
      ? rejected('notOpen', notOpenBecause)
      : run(prepared, records, { by, team, at: now().toISOString() });

  const finish = async (
    result: MutationResult,
    writes: Write[] = [],
    renamed: readonly Renaming[] = [],
  ): Promise<Pushed> => {
    // 5. Take the workspace's version last, write, log, advance.
    const real = writes.filter((write) => !isNoop(write));
    const version =
      real.length > 0 ? await takeVersion(tx, actor.ws, seesAll(actor) ? undefined : access) : null;
    if (version !== null) {
      const writer = { ws: actor.ws, version, client, by: actor.userId, mutation: mutation.name };
      await writeRecords(tx, real, writer);
    }
    await rename(tx, actor.ws, [...(result.aliases ?? []), ...renamed]);
    const scopes = result.status === 'applied' ? [] : records.scopes();
    await logResult(tx, actor, client, mutation, result, version, { scopes });
    return { result, version };
  };

  const { id, nonce } = mutation;
  const refuse = (code: RejectionCode, because: string) =>
    finish({ id, nonce, status: 'rejected', code, because });
  if ('rejected' in outcome) return refuse(outcome.rejected, outcome.because);
  if (access > 0 && !(await joinsAlike(tx, actor.ws, outcome.aliases)))
    return refuse('notAllowed', joinedAlike);

  // 4. The same person or company created twice becomes one; guarded fields unseen by the writer are a conflict.
  const settled = await settle(tx, actor.ws, records, outcome.changes, isClosed, outcome.aliases);
  if ('rejected' in settled) return refuse(settled.rejected, settled.because);
  // What only the server can know in full follows from what is there now: nothing in it was unseen.
  const seen = 'mutation' in prepared && prepared.mutation.serverOnly;
  const conflicts = (seen ? [] : settled.writes).flatMap((write) => {
    const unseen = guardConflicts(write, mutation.base, client);
    return unseen.length > 0 ? unseen : unexpected(write, outcome.expects ?? []);
  });
  if (conflicts.length > 0) {
    const server = await withLastChange(tx, actor.ws, conflicts);
    return finish({ id, nonce, status: 'conflict', code: 'guarded', server });
  }
  const created = settled.aliases.length > 0 ? { aliases: settled.aliases } : {};
  return finish({ id, nonce, status: 'applied', ...created }, settled.writes, outcome.aliases);
}

/**
 * The people and companies it names as well as what it reads: whoever is being erased or merged is so before this edit,
 * or after it with all that it wrote.
 */
async function lockNamed(
  tx: Tx,
  ws: string,
  mutation: PushedMutation,
): Promise<{ prepared: Prepared; records: LockedRecords; named: Key[] }> {
  const refs = namedRefs(mutation);
  for (;;) {
    const present = await aliasesOf(tx, ws, refs);
    const prepared = prepare(mutation, present);
    const records = new LockedRecords();
    const named = refs.flatMap(([kind, id]): Key[] =>
      kind === 'account' || kind === 'contact' ? [[kind, present(kind, id)]] : [],
    );
    await records.lock(tx, ws, [...('keys' in prepared ? prepared.keys : []), ...named]);
    // Gone while this waited for it: perhaps because it is another one now.
    const gone = named.filter((key) => records.row(...key)?.deleted);
    const now = await aliasesOf(tx, ws, gone);
    if (gone.some(([kind, id]) => now(kind, id) !== id)) continue;
    if ('keys' in prepared) await records.find(tx, ws, prepared.finds);
    return { prepared, records, named };
  }
}

/** Merging must not show an account to whom it was closed, nor close one to whom it was open [A7]. */
async function joinsAlike(tx: Tx, ws: string, aliases: readonly Renaming[] = []): Promise<boolean> {
  for (const { kind, from, to } of aliases)
    if (kind === 'account' && to !== null && !(await seenAlike(tx, ws, from, to))) return false;
  return true;
}

const joinedAlike =
  'Not the same people may see both accounts. An admin restricts or opens them alike first.';
