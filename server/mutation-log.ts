/** What became of each mutation: kept, so that the same one sent again has the same answer and no second effect. */
import { sql } from 'kysely';
import type { MutationResult, PushedMutation } from '#lib/contract/sync.ts';
import { notOpenBecause, seesAll, sightOf } from './access/sight.ts';
import type { Actor } from './actor.ts';
import { jsonb } from './db/json.ts';
import { ProblemError } from './problem.ts';
import type { Tx } from './stored.ts';

export interface LockedClient {
  /** The last mutation done. */
  last: number;
  /** See `takeVersion`. */
  access: number;
  /** What this edit came to under another client id, as far as it was done when its client was asked for. */
  elsewhere: Elsewhere | null;
}
interface Elsewhere {
  result: unknown;
  scopes: string[];
  userId: string;
}

/** The client's own row, locked, with all that is looked up by it: nearly every push is of a client that is known. */
export async function lockClient(
  tx: Tx,
  { ws, userId }: Actor,
  client: string,
  nonce: string,
): Promise<LockedClient> {
  const lock = async () => {
    const { rows } = await sql<LockedClient & { userId: string }>`
      select c.user_id as "userId", c.last_mutation_id as last,
             (select access from workspaces where ws = ${ws}) as access, (
               select jsonb_build_object('result', l.result, 'scopes', l.scopes, 'userId', o.user_id)
                 from mutation_log l join clients o on o.ws = l.ws and o.client = l.client
                where l.ws = ${ws} and l.nonce = ${nonce} and not l.again) as elsewhere
        from clients c where c.ws = ${ws} and c.client = ${client} for update of c`.execute(tx);
    return rows[0];
  };
  let row = await lock();
  if (!row) {
    await tx
      .insertInto('clients')
      .values({ ws, client, user_id: userId })
      .onConflict((c) => c.doNothing())
      .execute();
    row = await lock();
  }
  if (row?.userId !== userId)
    throw new ProblemError('forbidden', 'This client id belongs to another user.');
  return row;
}

export async function stored(
  tx: Tx,
  actor: Actor,
  client: string,
  { id, nonce }: PushedMutation,
): Promise<MutationResult> {
  const row = await tx
    .selectFrom('mutation_log')
    .select(['nonce', 'result', 'scopes'])
    .where('ws', '=', actor.ws)
    .where('client', '=', client)
    .where('mutation_id', '=', id)
    .executeTakeFirst();
  if (!row || row.nonce !== nonce)
    throw new ProblemError(
      'clientIdReused',
      `Mutation ${id} was something else before; take a new client id.`,
    );
  const [result] = await tellable(tx, actor, [row]);
  return result ?? refusedAt(id, nonce);
}

/** The result an edit had under another client id of its user, under the id it has now. */
export async function doneElsewhere(
  tx: Tx,
  actor: Actor,
  { id, nonce }: PushedMutation,
  done: Elsewhere,
): Promise<MutationResult> {
  if (done.userId === actor.userId) {
    const [result] = await tellable(tx, actor, [done]);
    return { ...(result ?? refusedAt(id, nonce)), id };
  }
  return {
    id,
    nonce,
    status: 'rejected',
    code: 'invalid',
    because: 'Another edit has this nonce.',
  };
}

export async function logResult(
  tx: Tx,
  { ws }: Actor,
  client: string,
  { id, nonce, name }: PushedMutation,
  result: MutationResult,
  version: number | null,
  { again = false, scopes = [] }: { again?: boolean; scopes?: readonly string[] } = {},
): Promise<void> {
  // The nonce is unique: should another client id bring the same edit at the same moment, the push runs again.
  await tx
    .with('logged', (with_) =>
      with_.insertInto('mutation_log').values({
        ...{ ws, client, mutation_id: id, name, nonce, result: jsonb(result), version, again },
        scopes: [...scopes],
      }),
    )
    .updateTable('clients')
    .set({ last_mutation_id: id })
    .where('ws', '=', ws)
    .where('client', '=', client)
    .execute();
}

const refusedAt = (id: number, nonce: string): MutationResult => ({
  ...{ id, nonce, status: 'rejected', code: 'notOpen', because: notOpenBecause },
});

/**
 * Logged results as their writer may hear them now: a conflict or a refusal at an account that has been closed to them
 * since tells nothing but that [A6].
 */
export async function tellable(
  tx: Tx,
  actor: Actor,
  rows: readonly { result: unknown; scopes: readonly string[] }[],
): Promise<MutationResult[]> {
  const results = rows.map(({ result }) => result as MutationResult);
  const scopes = rows.flatMap(({ scopes }) => scopes);
  if (scopes.length === 0 || seesAll(actor)) return results;
  const { closed } = await sightOf(tx, actor, [...new Set(scopes)]);
  return results.map((result, index) =>
    rows[index]?.scopes.some((scope) => closed.has(scope))
      ? refusedAt(result.id, result.nonce)
      : result,
  );
}
