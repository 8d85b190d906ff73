/** Push: each mutation in a transaction of its own, in order, at most once. The numbered steps are SYNC.md's. */
import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type {
  Alias,
  GuardConflict,
  MutationResult,
  PushAnswer,
  PushedMutation,
  PushRequest,
} from '#lib/contract/sync.ts';
import { adopt } from '#lib/model/adopt.ts';
import { type AnyRecord, type Kind, rulesOf } from '#lib/model/kinds.ts';
import type { Change, Expected, RejectionCode } from '#lib/model/mutation.ts';
import { namedRefs, prepare, run } from '#lib/model/replay.ts';
import type { Actor } from './actor.ts';
import { jsonb } from './db/json.ts';
import type { Database } from './db/schema.ts';
import { ProblemError } from './problem.ts';
import {
  isInUse,
  isNoop,
  LockedRecords,
  ownersOf,
  type Tx,
  type Write,
  writeRecord,
} from './records.ts';
import { retried } from './retried.ts';
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
  const last = await lockClient(tx, actor, client);

  // 2. Seen before: the stored result, unless another edit came under this id.
  if (mutation.id <= last)
    return { result: await stored(tx, actor, client, mutation), version: null };
  if (mutation.id > last + 1)
    throw new ProblemError('gap', `Mutation ${mutation.id} came after ${last}.`);

  // Two copies of a profile may each give an edit they share a new client id: it is still one edit.
  const before = await doneElsewhere(tx, actor, mutation);
  if (before) {
    await logResult(tx, actor, client, mutation, before, null, true);
    return { result: before, version: null };
  }

  // 3. Lock the records it speaks of, in sorted order, with merged ids resolved; run it.
  const aliases = await aliasesOf(tx, actor.ws, mutation);
  const prepared = prepare(mutation, (kind, id) => aliases.get(`${kind}\n${id}`) ?? id);
  const records = new LockedRecords();
  if ('keys' in prepared) {
    await records.lock(tx, actor.ws, prepared.keys);
    await records.find(tx, actor.ws, prepared.finds);
  }
  const { userId: by, team } = actor;
  const outcome = run(prepared, records, { by, team, at: now().toISOString() });

  const finish = async (result: MutationResult, writes: Write[] = []): Promise<Pushed> => {
    // 5. Take the workspace's version last, write, log, advance.
    const real = writes.filter((write) => !isNoop(write));
    const version = real.length > 0 ? await takeVersion(tx, actor.ws) : null;
    if (version !== null) {
      const writer = { ws: actor.ws, version, client, by: actor.userId, mutation: mutation.name };
      for (const [seq, write] of real.entries()) await writeRecord(tx, write, writer, seq);
    }
    for (const { kind, from, to } of result.aliases ?? [])
      await tx
        .insertInto('record_aliases')
        .values({ ws: actor.ws, kind, alias: from, id: to })
        .onConflict((c) => c.columns(['ws', 'kind', 'alias']).doUpdateSet({ id: to }))
        .execute();
    await logResult(tx, actor, client, mutation, result, version);
    return { result, version };
  };

  const { id, nonce } = mutation;
  if ('rejected' in outcome)
    return finish({
      id,
      nonce,
      status: 'rejected',
      code: outcome.rejected,
      because: outcome.because,
    });

  // 4. The same person or company created twice becomes one; guarded fields unseen by the writer are a conflict.
  const settled = await settle(tx, actor.ws, records, outcome.changes);
  if ('rejected' in settled)
    return finish({
      id,
      nonce,
      status: 'rejected',
      code: settled.rejected,
      because: settled.because,
    });
  // What only the server can know in full follows from what is there now: nothing in it was unseen.
  const seen = 'mutation' in prepared && prepared.mutation.serverOnly;
  const conflicts = (seen ? [] : settled.writes).flatMap((write) => {
    const unseen = guardConflicts(write, mutation.base, client);
    return unseen.length > 0 ? unseen : unexpected(write, outcome.expects ?? []);
  });
  if (conflicts.length > 0)
    return finish({ id, nonce, status: 'conflict', code: 'guarded', server: conflicts });
  const created = settled.aliases.length > 0 ? { aliases: settled.aliases } : {};
  return finish({ id, nonce, status: 'applied', ...created }, settled.writes);
}

/** Checks each change's shape and turns creations under a taken identity key into the record that has it. */
async function settle(
  tx: Tx,
  ws: string,
  records: LockedRecords,
  changes: Change[],
): Promise<{ writes: Write[]; aliases: Alias[] } | { rejected: RejectionCode; because: string }> {
  const writes: Write[] = [];
  const aliases: Alias[] = [];
  for (const { kind, id, data } of changes) {
    const before = records.row(kind, id);
    if (data === null) {
      if (await isInUse(tx, ws, kind, id, changes))
        return { rejected: 'inUse', because: `Others still use this ${kind}.` };
      writes.push({ kind, id, before, after: null });
      continue;
    }
    const parsed = rulesOf(kind).schema.safeParse(data);
    if (!parsed.success)
      return { rejected: 'invalid', because: parsed.error.issues[0]?.message ?? 'Wrong shape.' };
    const after = parsed.data;
    const [owner] = await ownersOf(tx, ws, kind, rulesOf(kind).identity(after));
    if (owner === undefined || owner === id) {
      writes.push({ kind, id, before, after });
    } else if (before && !before.deleted) {
      return { rejected: 'identityTaken', because: `Another ${kind} has this address already.` };
    } else {
      await records.lock(tx, ws, [[kind, owner]]);
      const earlier = records.row(kind, owner);
      if (!earlier)
        return { rejected: 'identityTaken', because: `Another ${kind} has this address already.` };
      const joined = adopt(earlier.data, { ...after, id: owner });
      const free = await withFreeKeys(tx, ws, kind, earlier.data, joined);
      aliases.push({ kind, from: id, to: owner, scope: earlier.scope });
      writes.push({ kind, id: owner, before: earlier, after: free });
    }
  }
  return { writes, aliases };
}

/** A joined record clients could not read, or with a key that a third record has: then the earlier one stays as it was. */
async function withFreeKeys(
  tx: Tx,
  ws: string,
  kind: Kind,
  earlier: AnyRecord,
  joined: AnyRecord,
): Promise<AnyRecord> {
  if (!rulesOf(kind).schema.safeParse(joined).success) return earlier;
  const owners = await ownersOf(tx, ws, kind, rulesOf(kind).identity(joined));
  return owners.every((owner) => owner === earlier.id) ? joined : earlier;
}

/** Guarded fields this write would change although somebody else changed them since the writer's base. */
function guardConflicts(
  { kind, id, before, after }: Write,
  base: number,
  client: string,
): GuardConflict[] {
  if (!before || before.deleted || after === null) return [];
  return rulesOf(kind).guarded.flatMap((field) => {
    const guard = before.guards[field];
    const changes = !isDeepStrictEqual(before.data[field], after[field]);
    if (!guard || !changes || guard.version <= base || guard.client === client) return [];
    return [
      { kind, id, field, value: before.data[field] ?? null, version: guard.version, by: guard.by },
    ];
  });
}

/** Guarded fields that hold something else than the writer said they do, although nobody changed them unseen. */
function unexpected({ kind, id, before }: Write, expects: readonly Expected[]): GuardConflict[] {
  if (!before || before.deleted) return [];
  return expects.flatMap((expected) => {
    if (expected.kind !== kind || expected.id !== id) return [];
    const { field } = expected;
    const value = (before.data as Record<string, unknown>)[field] ?? null;
    if (isDeepStrictEqual(value, expected.value)) return [];
    const { version = before.version, ...guard } = before.guards[field] ?? {};
    return [{ kind, id, field, value, version, ...('by' in guard && { by: guard.by }) }];
  });
}

async function lockClient(tx: Tx, { ws, userId }: Actor, client: string): Promise<number> {
  await tx
    .insertInto('clients')
    .values({ ws, client, user_id: userId })
    .onConflict((c) => c.doNothing())
    .execute();
  const row = await tx
    .selectFrom('clients')
    .selectAll()
    .where('ws', '=', ws)
    .where('client', '=', client)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (row.user_id !== userId)
    throw new ProblemError('forbidden', 'This client id belongs to another user.');
  return row.last_mutation_id;
}

async function stored(
  tx: Tx,
  { ws }: Actor,
  client: string,
  { id, nonce }: PushedMutation,
): Promise<MutationResult> {
  const row = await tx
    .selectFrom('mutation_log')
    .select(['nonce', 'result'])
    .where('ws', '=', ws)
    .where('client', '=', client)
    .where('mutation_id', '=', id)
    .executeTakeFirst();
  if (!row || row.nonce !== nonce)
    throw new ProblemError(
      'clientIdReused',
      `Mutation ${id} was something else before; take a new client id.`,
    );
  return row.result as unknown as MutationResult;
}

/** The result this edit had under another client id of its user, under the id it has now. */
async function doneElsewhere(
  tx: Tx,
  { ws, userId }: Actor,
  { id, nonce }: PushedMutation,
): Promise<MutationResult | undefined> {
  const row = await tx
    .selectFrom('mutation_log')
    .innerJoin('clients', (join) =>
      join
        .onRef('clients.ws', '=', 'mutation_log.ws')
        .onRef('clients.client', '=', 'mutation_log.client'),
    )
    .select(['result', 'user_id'])
    .where('mutation_log.ws', '=', ws)
    .where('nonce', '=', nonce)
    .where('again', '=', false)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.user_id === userId) return { ...(row.result as unknown as MutationResult), id };
  return {
    id,
    nonce,
    status: 'rejected',
    code: 'invalid',
    because: 'Another edit has this nonce.',
  };
}

async function aliasesOf(
  tx: Tx,
  ws: string,
  mutation: PushedMutation,
): Promise<Map<string, string>> {
  const named = namedRefs(mutation);
  if (named.length === 0) return new Map();
  const rows = await tx
    .selectFrom('record_aliases')
    .select(['kind', 'alias', 'id'])
    .where('ws', '=', ws)
    .where(
      'alias',
      'in',
      named.map(([, id]) => id),
    )
    .execute();
  return new Map(rows.map(({ kind, alias, id }) => [`${kind}\n${alias}`, id]));
}

async function logResult(
  tx: Tx,
  { ws }: Actor,
  client: string,
  { id, nonce, name }: PushedMutation,
  result: MutationResult,
  version: number | null,
  again = false,
): Promise<void> {
  // The nonce is unique: should another client id bring the same edit at the same moment, the push runs again.
  await tx
    .insertInto('mutation_log')
    .values({ ws, client, mutation_id: id, name, nonce, result: jsonb(result), version, again })
    .execute();
  await tx
    .updateTable('clients')
    .set({ last_mutation_id: id })
    .where('ws', '=', ws)
    .where('client', '=', client)
    .execute();
}
