/** The do-not-record list as this browser has it. */
import { exclusionHash } from '#lib/model/exclusions.ts';
import { exclusionKey } from '#lib/model/keys.ts';
import type { QuorumDatabase } from './database.ts';

/** Which of these keys are on the list. Before the first pull nothing is known of it: then none. */
export async function listedKeys(
  db: QuorumDatabase,
  keys: readonly string[],
): Promise<Set<string>> {
  const salt = keys.length > 0 ? (await db.meta.get('meta'))?.salt : undefined;
  if (!salt) return new Set();
  const byHash = new Map(keys.map((key) => [exclusionKey(exclusionHash(salt, key)), key]));
  const rows = await db.records
    .where('keys')
    .anyOf([...byHash.keys()])
    .toArray();
  return new Set(rows.flatMap((row) => row.keys.flatMap((key) => byHash.get(key) ?? [])));
}
