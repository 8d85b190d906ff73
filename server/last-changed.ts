import type { GuardConflict } from '#lib/contract/sync.ts';
import type { Tx } from './stored.ts';

/** The same conflicts with when each field was changed last, and by whom: the history knows it of every field. */
export const withLastChange = (
  tx: Tx,
  ws: string,
  conflicts: readonly GuardConflict[],
): Promise<GuardConflict[]> =>
  Promise.all(conflicts.map(async (one) => ({ ...one, ...(await lastChange(tx, ws, one)) })));

async function lastChange(
  tx: Tx,
  ws: string,
  { kind, id, field, by }: GuardConflict,
): Promise<Pick<GuardConflict, 'by' | 'at'>> {
  const row = await tx
    .selectFrom('history')
    .select(['at', 'by_user'])
    .where('ws', '=', ws)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('field', 'in', [field, '*'])
    .orderBy('version', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const writer = by ?? row?.by_user;
  return { ...(row && { at: row.at.toISOString() }), ...(writer && { by: writer }) };
}
