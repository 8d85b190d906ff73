/** What each record said before: one row for each field somebody changed. */
import { isDeepStrictEqual } from 'node:util';
import type { AnyRecord } from '#lib/model/kinds.ts';
import { jsonb } from './db/json.ts';
import type { Tx, Write, Writer } from './stored.ts';

/** A row for each changed field; a creation or deletion is one row, field `*`, with the whole record. */
export async function writeHistory(
  tx: Tx,
  { kind, id, before, after }: Write,
  { ws, version, by, client, mutation }: Writer,
  seq: number,
): Promise<void> {
  const was = before && !before.deleted ? before.data : null;
  const changes = was && after ? changedFields(was, after) : [{ field: '*', before: was, after }];
  if (changes.length === 0) return;
  const author = { by_user: by, by_client: client, mutation };
  await tx
    .insertInto('history')
    .values(
      changes.map(({ field, before, after }, index) => ({
        ...{ ws, version, kind, id, seq: seq * 100 + index, field, ...author },
        before: jsonb(before),
        after: jsonb(after),
      })),
    )
    .execute();
}

function changedFields(was: AnyRecord, is: AnyRecord) {
  const before: Record<string, unknown> = { ...was };
  const after: Record<string, unknown> = { ...is };
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => field !== 'sources' && !isDeepStrictEqual(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
