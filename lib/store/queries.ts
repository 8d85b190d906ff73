/** Questions to the cache. They run inside `liveQuery`, so a change of what they read repaints what shows it. */

import type { Collection } from 'dexie';
import type { SeenAccount, SeenPerson } from '#lib/model/detection.ts';
import { accountKeys, companyNameKey, contactKeys } from '#lib/model/keys.ts';
import { type Kind, type Records, ref } from '#lib/model/kinds.ts';
import { ofKind, type QuorumDatabase, type RecordRow } from './database.ts';
import { atAccount } from './keys.ts';

/** One record as the user sees it, pending edits included. */
export async function one<K extends Kind>(
  db: QuorumDatabase,
  kind: K,
  id: string,
): Promise<Records[K] | undefined> {
  const row = await db.records.get([kind, id]);
  return (row?.view ?? undefined) as Records[K] | undefined;
}

/** All records of one kind under any of these keys. */
export async function under<K extends Kind>(
  db: QuorumDatabase,
  kind: K,
  keys: readonly string[],
): Promise<Records[K][]> {
  // Each key by itself is one `getAll`; together they would be a cursor, row by row (ten thousand rows: 3 s, not 0.4).
  const found = await Promise.all(
    [...new Set(keys)].map((key) => db.records.where('keys').equals(key).toArray()),
  );
  const rows = new Map(found.flat().map((row) => [`${row.kind} ${row.id}`, row]));
  return [...rows.values()].flatMap((row) =>
    row.kind === kind && row.view ? [row.view as Records[K]] : [],
  );
}

/** Every record of a kind: for the small ones of the workspace (stages, solutions, users) and for names of accounts. */
export const all = <K extends Kind>(db: QuorumDatabase, kind: K): Promise<Records[K][]> =>
  viewed(kind, ofKind(db, kind));

/** Records that hang on another one. Of an account's, `atAccountOf` reads the one kind alone. */
export const of = <K extends Kind>(
  db: QuorumDatabase,
  kind: K,
  parent: Exclude<Kind, 'account'>,
  id: string,
): Promise<Records[K][]> => under(db, kind, [ref(parent, id)]);

/** An account's records of one kind; those that have a time the oldest first, and with `since` (ISO 8601) none before it. */
export function atAccountOf<K extends Kind>(
  db: QuorumDatabase,
  kind: K,
  accountId: string,
  since = '',
): Promise<Records[K][]> {
  const own = atAccount(kind, accountId);
  return viewed(kind, db.records.where('keys').between(own + since, `${own}\uffff`));
}

async function viewed<K extends Kind>(kind: K, rows: Collection<RecordRow>): Promise<Records[K][]> {
  return (await rows.toArray()).flatMap((row) =>
    row.kind === kind && row.view ? [row.view as Records[K]] : [],
  );
}

export const accountsSeen = (db: QuorumDatabase, seen: SeenAccount) =>
  under(db, 'account', [...accountKeys(seen), ...(seen.name ? [companyNameKey(seen.name)] : [])]);

export const contactsSeen = (db: QuorumDatabase, people: readonly SeenPerson[]) =>
  under(db, 'contact', people.flatMap(contactKeys));

/** Records of one kind by their ids; missing ones are left out. */
export async function many<K extends Kind>(
  db: QuorumDatabase,
  kind: K,
  ids: readonly string[],
): Promise<Records[K][]> {
  const keys = [...new Set(ids)].map((id): [Kind, string] => [kind, id]);
  const rows = await db.records.bulkGet(keys);
  return rows.flatMap((row) => (row?.view ? [row.view as Records[K]] : []));
}
