import { sql } from 'kysely';
import type { HistoryAnswer, HistoryQuery } from '#lib/contract/history.ts';
import { openIn, type Sight } from '../access/sight.ts';
import { aliasesOf } from '../aliases.ts';
import type { Db } from './query.ts';

/** One record's changes, newest first; of one that never was or is closed to the asker, none. A merged record's id leads to the earlier one. */
export async function historyOf(
  db: Db,
  sight: Sight,
  { kind, id, limit, cursor }: HistoryQuery,
): Promise<HistoryAnswer> {
  const { ws } = sight;
  const present = await aliasesOf(db, ws, [[kind, id]]);
  if (!(await mayBeTold(db, sight, kind, present(kind, id)))) return { entries: [], next: null };
  const [version, seq] = cursor?.split('-').map(Number) ?? [];
  let query = db
    .selectFrom('history')
    .leftJoin('users', (join) =>
      join.onRef('users.ws', '=', 'history.ws').onRef('users.id', '=', 'history.by_user'),
    )
    .select(['version', 'seq', 'field', 'before', 'after', 'at', 'by_user', 'users.name'])
    .where('history.ws', '=', ws)
    .where('history.kind', '=', kind)
    .where('history.id', '=', present(kind, id))
    .orderBy('version', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit + 1);
  if (version !== undefined && seq !== undefined)
    query = query.where(sql<boolean>`(version, seq) < (${version}::bigint, ${seq}::int)`);
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    entries: page.map(({ field, before, after, at, by_user, name }) => ({
      ...{ field, before, after, at: at.toISOString() },
      ...(by_user && name && { by: { id: by_user, name } }),
    })),
    next: last ? `${last.version}-${last.seq}` : null,
  };
}

/** Of a record that is forgotten altogether nobody knows any more whose account it was at. */
async function mayBeTold(db: Db, sight: Sight, kind: string, id: string): Promise<boolean> {
  if (sight.closed.size === 0) return true;
  const row = await db
    .selectFrom('records')
    .select('id')
    .where('ws', '=', sight.ws)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where(openIn(sight, 'scope'))
    .executeTakeFirst();
  return row !== undefined;
}
