/** Lookup: who has these exact keys. The one question about a page that is asked before its user does anything. */
import type { Kysely } from 'kysely';
import type { LookupAnswer, LookupRequest } from '#lib/contract/sync.ts';
import { isStorable } from '#lib/model/fields.ts';
import type { Kind } from '#lib/model/kinds.ts';
import { sightOf } from './access/sight.ts';
import type { Actor } from './actor.ts';
import type { Database } from './db/schema.ts';

/**
 * Companies are found by their name as well (`name:acme`): what that finds is a question to the user, never a match.
 * Of what is closed to the user only exact keys are told back, without what has them [A4].
 */
export async function lookup(
  db: Kysely<Database>,
  actor: Actor,
  { keys }: LookupRequest,
): Promise<LookupAnswer> {
  const { ws } = actor;
  const kept = keys.filter(isStorable);
  const names = kept.filter((key) => key.startsWith('name:'));
  const [exact, named] = await Promise.all([
    under(db, 'record_keys', ws, kept),
    under(db, 'record_index', ws, names),
  ]);
  const all = [...exact, ...named];
  const scopes = [...new Set(all.map(({ scope }) => scope))];
  if (scopes.length === 0) return { matches: [], closed: [] };
  const { closed } = await sightOf(db, actor, scopes);
  return {
    matches: all.filter(({ scope }) => !closed.has(scope)),
    closed: exact.flatMap(({ key, scope }) => (closed.has(scope) ? [key] : [])),
  };
}

async function under(
  db: Kysely<Database>,
  table: 'record_keys' | 'record_index',
  ws: string,
  keys: string[],
) {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom(`${table} as found`)
    .innerJoin('records', (join) =>
      join
        .onRef('records.ws', '=', 'found.ws')
        .onRef('records.kind', '=', 'found.kind')
        .onRef('records.id', '=', 'found.id'),
    )
    .select(['found.key', 'records.kind', 'records.id', 'records.scope'])
    .where('found.ws', '=', ws)
    .where('found.key', 'in', keys)
    .where('records.deleted_at', 'is', null)
    .execute();
  return rows.map(({ key, kind, id, scope }) => ({ key, kind: kind as Kind, id, scope }));
}
