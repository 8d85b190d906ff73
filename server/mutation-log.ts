/** What became of each mutation: kept, so that the same one sent again has the same answer and no second effect. */
import type { MutationResult, PushedMutation } from '#lib/contract/sync.ts';
import { notOpenBecause, seesAll, sightOf } from './access/sight.ts';
import type { Actor } from './actor.ts';
import { jsonb } from './db/json.ts';
import { ProblemError } from './problem.ts';
import type { Tx } from './stored.ts';

/** `last`: the last mutation done · `access`: see `takeVersion`. */
export async function lockClient(
  tx: Tx,
  { ws, userId }: Actor,
  client: string,
): Promise<{ last: number; access: number }> {
  await tx
    .insertInto('clients')
    .values({ ws, client, user_id: userId })
    .onConflict((c) => c.doNothing())
    .execute();
  const row = await tx
    .selectFrom('clients')
    .select(({ selectFrom }) => [
      'user_id',
      'last_mutation_id',
      selectFrom('workspaces').select('access').where('ws', '=', ws).$asScalar().as('access'),
    ])
    .where('ws', '=', ws)
    .where('client', '=', client)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (row.user_id !== userId)
    throw new ProblemError('forbidden', 'This client id belongs to another user.');
  return { last: row.last_mutation_id, access: row.access ?? 0 };
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

/** The result this edit had under another client id of its user, under the id it has now. */
export async function doneElsewhere(
  tx: Tx,
  actor: Actor,
  { id, nonce }: PushedMutation,
): Promise<MutationResult | undefined> {
  const { ws, userId } = actor;
  const row = await tx
    .selectFrom('mutation_log')
    .innerJoin('clients', (join) =>
      join
        .onRef('clients.ws', '=', 'mutation_log.ws')
        .onRef('clients.client', '=', 'mutation_log.client'),
    )
    .select(['result', 'user_id', 'scopes'])
    .where('mutation_log.ws', '=', ws)
    .where('nonce', '=', nonce)
    .where('again', '=', false)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.user_id === userId) {
    const [result] = await tellable(tx, actor, [row]);
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
    .insertInto('mutation_log')
    .values({
      ...{ ws, client, mutation_id: id, name, nonce, result: jsonb(result), version, again },
      scopes: [...scopes],
    })
    .execute();
  await tx
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
