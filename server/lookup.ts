/** Lookup: who has these exact keys. The one question about a page that is asked before its user does anything. */
import type { Kysely } from 'kysely';
import type { LookupAnswer, LookupRequest } from '#lib/contract/sync.ts';
import { isStorable } from '#lib/model/fields.ts';
import type { Kind } from '#lib/model/kinds.ts';
import type { Actor } from './actor.ts';
import type { Database } from './db/schema.ts';

/** Companies are found by their name as well (`name:acme`): what that finds is a question to the user, never a match. */
export async function lookup(
  db: Kysely<Database>,
  { ws }: Actor,
  { keys }: LookupRequest,
): Promise<LookupAnswer> {
  const kept = keys.filter(isStorable);
  const names = kept.filter((key) => key.startsWith('name:'));
  const found = await Promise.all([
    under(db, 'record_keys', ws, kept),
    under(db, 'record_index', ws, names),
  ]);
  return { matches: found.flat() };
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
