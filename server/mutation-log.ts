/** What became of each mutation: kept, so that the same one sent again has the same answer and no second effect. */
import type { MutationResult, PushedMutation } from '#lib/contract/sync.ts';
import type { Actor } from './actor.ts';
import { jsonb } from './db/json.ts';
import { ProblemError } from './problem.ts';
import type { Tx } from './stored.ts';

export async function lockClient(tx: Tx, { ws, userId }: Actor, client: string): Promise<number> {
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

export async function stored(
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
export async function doneElsewhere(
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

export async function logResult(
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
