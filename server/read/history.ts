import { type RawBuilder, sql } from 'kysely';
import type { HistoryAnswer, HistoryQuery } from '#lib/contract/history.ts';
import type { Kind } from '#lib/model/kinds.ts';
import { openIn, type Sight } from '../access/sight.ts';
import { aliasesOf } from '../aliases.ts';
import type { Db } from './query.ts';

/**
 * Changes of one record, or of a decision and all that hangs on it, newest first; of one that never was or is closed to the
 * asker, none. A merged record's id leads to the earlier one.
 */
export async function historyOf(
  db: Db,
  sight: Sight,
  { kind, id, around, limit, cursor }: HistoryQuery,
): Promise<HistoryAnswer> {
  const { ws } = sight;
  const present = (await aliasesOf(db, ws, [[kind, id]]))(kind, id);
  if (!(await mayBeTold(db, sight, kind, present))) return { entries: [], next: null };
  const [version, seq] = cursor?.split('-').map(Number) ?? [];
  const whose =
    kind === 'opportunity' && around === 'true'
      ? sql<boolean>`(history.kind, history.id) in (${ofDecision(ws, present)})`
      : sql<boolean>`history.kind = ${kind} and history.id = ${present}`;
  let query = db
    .selectFrom('history')
    .leftJoin('users', (join) =>
      join.onRef('users.ws', '=', 'history.ws').onRef('users.id', '=', 'history.by_user'),
    )
    .select(['history.kind', 'history.id', 'version', 'seq', 'field', 'before', 'after', 'at'])
    .select(['by_user', 'users.name'])
    .where('history.ws', '=', ws)
    .where(whose)
    .orderBy('version', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit + 1);
  if (version !== undefined && seq !== undefined)
    query = query.where(sql<boolean>`(version, seq) < (${version}::bigint, ${seq}::int)`);
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    entries: page.map(({ kind, id, field, before, after, at, by_user, name }) => ({
      ...{ kind: kind as Kind, id, field, before, after, at: at.toISOString() },
      ...(by_user && (name ? { by: { id: by_user, name } } : { sender: by_user })),
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

/** The decision with its members, planned seats, steps and notes: a deleted one keeps what it belonged to. */
const ofDecision = (ws: string, id: string): RawBuilder<unknown> => sql`
  select 'opportunity', ${id} union all
  select r.kind, r.id from records r
    join records deal on deal.ws = r.ws and deal.kind = 'opportunity' and deal.id = ${id}
    where r.ws = ${ws} and r.scope = deal.scope
      and r.kind in ('member', 'seatPlan', 'playStep', 'note') and r.data->>'opportunityId' = ${id}`;
