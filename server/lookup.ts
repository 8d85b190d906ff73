/** Lookup: who has these exact keys. The one question about a page that is asked before its user confirms anything. */
import type { Kysely } from 'kysely';
import type { LookupAnswer, LookupRequest } from '#lib/contract/sync.ts';
import type { Kind } from '#lib/model/kinds.ts';
import type { Actor } from './actor.ts';
import type { Database } from './db/schema.ts';

export async function lookup(
  db: Kysely<Database>,
  { ws }: Actor,
  { keys }: LookupRequest,
): Promise<LookupAnswer> {
  if (keys.length === 0) return { matches: [] };
  const rows = await db
    .selectFrom('record_keys')
    .innerJoin('records', (join) =>
      join
        .onRef('records.ws', '=', 'record_keys.ws')
        .onRef('records.kind', '=', 'record_keys.kind')
        .onRef('records.id', '=', 'record_keys.id'),
    )
    .select(['record_keys.key', 'records.kind', 'records.id', 'records.scope'])
    .where('record_keys.ws', '=', ws)
    .where('record_keys.key', 'in', keys)
    .where('records.deleted_at', 'is', null)
    .execute();
  return {
    matches: rows.map(({ key, kind, id, scope }) => ({ key, kind: kind as Kind, id, scope })),
  };
}
