/** The do-not-record list, as everything on the server asks it before it keeps somebody: edits, signals, imports. */
import { keysBrought } from '#lib/model/exclusion-keys.ts';
import { exclusionHash } from '#lib/model/exclusions.ts';
import { exclusionKey } from '#lib/model/keys.ts';
import type { Change, Reader } from '#lib/model/mutation.ts';
import type { Db } from './read/query.ts';

/**
 * Which of these keys are on the list. For people ask with `personListKeys`, for companies with `companyListKeys`
 * (`lib/model/exclusions.ts`): whoever has one of them must not be kept.
 */
export async function listedKeys(
  db: Db,
  ws: string,
  keys: readonly string[],
): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const { salt } = await db
    .selectFrom('workspaces')
    .select('salt')
    .where('ws', '=', ws)
    .executeTakeFirstOrThrow();
  const byHash = new Map(keys.map((key) => [exclusionKey(exclusionHash(salt, key)), key]));
  const rows = await db
    .selectFrom('record_index')
    .select('key')
    .where('ws', '=', ws)
    .where('kind', '=', 'exclusion')
    .where('key', 'in', [...byHash.keys()])
    .execute();
  return new Set(rows.flatMap(({ key }) => byHash.get(key) ?? []));
}

/** Whether these changes would bring in somebody who is on the list. */
export const excludedIn = async (
  db: Db,
  ws: string,
  changes: readonly Change[],
  before: Pick<Reader, 'get'>,
): Promise<boolean> => (await listedKeys(db, ws, keysBrought(changes, before))).size > 0;
