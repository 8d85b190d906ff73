/** What each record said before: one row for each field somebody changed. */
import { isDeepStrictEqual } from 'node:util';
import type { AnyRecord } from '#lib/model/kinds.ts';
import { jsonb } from './db/json.ts';
import type { Tx, Write, Writer } from './stored.ts';

/** Rows of one statement: each has a dozen parameters, of which a statement takes 65,535. */
const atOnce = 1000;

/** A row for each changed field; a creation or deletion is one row, field `*`, with the whole record. */
export async function writeHistory(
  tx: Tx,
  writes: readonly Write[],
  { ws, version, by, client, mutation }: Writer,
  seq: number,
): Promise<void> {
  const author = { by_user: by, by_client: client, mutation };
  const rows = writes.flatMap(({ kind, id, before, after }, at) => {
    const was = before && !before.deleted ? before.data : null;
    const changes = was && after ? changedFields(was, after) : [{ field: '*', before: was, after }];
    return changes.map(({ field, before, after }, index) => ({
      ...{ ws, version, kind, id, seq: (seq + at) * 100 + index, field, ...author },
      before: jsonb(before),
      after: jsonb(after),
    }));
  });
  for (let at = 0; at < rows.length; at += atOnce)
    await tx
      .insertInto('history')
      .values(rows.slice(at, at + atOnce))
      .execute();
}

function changedFields(was: AnyRecord, is: AnyRecord) {
  const before: Record<string, unknown> = { ...was };
  const after: Record<string, unknown> = { ...is };
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => field !== 'sources' && !isDeepStrictEqual(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
