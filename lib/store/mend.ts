/**
 * A damaged cache is put aside and begun anew, below Dexie and in one transaction that has the database to itself:
 * what every table held goes into the table `aside`, and the edits that wait there are queued again.
 */
import type { DbSchema } from 'dexie';
import { type AsideRow, QuorumDatabase } from './database.ts';
import type { Author } from './edit.ts';
import { opening, openRaw } from './raw.ts';
import type { Found } from './rescue.ts';
import { isPlainlySound } from './sound.ts';

const asideTable = 'aside';

/** Read whenever a cache is opened: what waits for the server or for its user. It grows with nothing else. */
const few = ['outbox', 'unresolved', 'meta'];
/** Looked at when there is time. Of the records only portions at a time. */
const several = [...few, 'scopes', 'aliases', 'journal'];
const every = [...several, 'records'];

/**
 * Puts the cache aside where it is damaged. With a `pause` every row is looked at as well, a portion after each.
 * @returns why it was damaged; `null` where nothing had to be done
 * @throws StorageDamagedError where it cannot even be opened: then it is as it was
 */
export async function mend(
  name: string,
  author: Pick<Author, 'newId' | 'now'>,
  pause?: () => Promise<void>,
): Promise<string | null> {
  const db = await openRaw(name);
  if (!db) return null;
  const { version } = db;
  let damage = missingIn(db);
  try {
    damage ??= await damageOf(
      db.transaction(there(db, several)),
      there(db, several),
      looked,
      pause ? several : few,
    );
    if (pause) damage ??= await damageInRecords(db, pause);
  } finally {
    db.close();
  }
  if (damage) await begun(name, version + 1, damage, author);
  return damage;
}

/** What tells damage, and what saves of it what can be saved: loaded where a look does not tell that all is well. */
const rescuing = () => import('./rescue.ts');

const looked = async (found: Found): Promise<string | null> =>
  isPlainlySound(found) ? null : (await rescuing()).damageIn(found);

/** A cache of an earlier build gets its journal from Dexie, which counts versions in tens. */
const firstWithJournal = 30;
const there = (db: IDBDatabase, tables: readonly string[]): string[] =>
  tables.filter((table) => db.objectStoreNames.contains(table));

function missingIn(db: IDBDatabase): string | null {
  const missing = every.filter(
    (table) =>
      !db.objectStoreNames.contains(table) &&
      !(table === 'journal' && db.version < firstWithJournal),
  );
  return missing.length > 0 ? `The table “${missing.join('”, “')}” is missing.` : null;
}

/** Of `tables` all must have their key; what is in those that are `read` must be well to whoever looks `into` it as well. */
async function damageOf(
  tx: IDBTransaction,
  tables: readonly string[],
  into: (found: Found) => string | null | Promise<string | null>,
  read: readonly string[] = tables,
): Promise<string | null> {
  const wanted = declared(tx.db.name);
  const strange = tables.find((table) => !alike(tx.objectStore(table), wanted[table]));
  if (strange) return `The table “${strange}” has another key.`;
  const found: Found = {};
  const all = tables
    .filter((table) => read.includes(table))
    .map(async (table) => ({ table, ...(await readAll(tx.objectStore(table))) }));
  for (const { table, rows, unread } of await Promise.all(all)) {
    if (unread > 0) return `${unread} rows in “${table}” cannot be read.`;
    found[table] = rows;
  }
  return into(found);
}

/** So many rows are read at once: all of them would hold up whoever works with the cache. */
const portion = 100;

/** `null` also where somebody else needs the database for themselves meanwhile. */
async function damageInRecords(
  db: IDBDatabase,
  pause: () => Promise<void>,
): Promise<string | null> {
  let closed = false;
  db.onversionchange = () => {
    closed = true;
    db.close();
  };
  if (!alike(db.transaction('records').objectStore('records'), declared(db.name).records))
    return 'The table “records” has another key.';
  for (let after: IDBValidKey | undefined, more = true; more; ) {
    await pause();
    if (closed) return null;
    const store = db.transaction('records').objectStore('records');
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    const keys = reading(store.getAllKeys(range, portion));
    const { rows, unread } = await readAll(store, range, portion);
    const damage =
      unread > 0
        ? `${unread} rows in “records” cannot be read.`
        : (await rescuing()).damageIn({ records: rows });
    if (damage) return damage;
    after = (await keys).at(-1);
    more = rows.length === portion;
  }
  return null;
}

/** Nobody else has the database open meanwhile; whoever had is told to close it, and opens it again when next needed. */
async function begun(
  name: string,
  version: number,
  damage: string,
  { newId, now }: Pick<Author, 'newId' | 'now'>,
): Promise<void> {
  const at = new Date(now()).toISOString();
  // Not within the transaction, which does not outlive waiting for code.
  const { damageIn, rescue } = await rescuing();
  const anew = async (db: IDBDatabase, tx: IDBTransaction) => {
    if ((missingIn(db) ?? (await damageOf(tx, there(db, every), damageIn))) === null) return; // another window was quicker
    const found: Record<string, unknown[]> = {};
    const kept: { table: string; row: unknown }[] = [];
    let unread = 0;
    for (const table of db.objectStoreNames) {
      const read = await readAll(tx.objectStore(table));
      if (table === 'outbox') unread = read.unread;
      found[table] = read.rows;
      kept.push(...read.rows.map((row) => (table === asideTable ? row : { table, row }) as never));
    }
    for (const table of [...db.objectStoreNames]) db.deleteObjectStore(table);
    for (const [table, schema] of Object.entries(declared(name))) create(db, table, schema);
    const { meta, ...rows } = rescue(found, { newId, at, unread });
    put(tx, 'meta', [kept.length > 0 ? meta : { ...meta, mended: undefined }]);
    for (const [table, all] of Object.entries(rows)) put(tx, table, all);
    put(tx, asideTable, kept.length > 0 ? [{ table: 'damage', row: { at, damage } }, ...kept] : []);
  };
  const db = await opening(indexedDB.open(name, version), anew).catch((error: unknown) => {
    if ((error as { name?: unknown }).name === 'VersionError') return null; // mended meanwhile
    throw error;
  });
  db?.close();
}

/** Row by row where they do not come together: one that is spoilt must not cost the others. */
async function readAll(
  store: IDBObjectStore,
  range: IDBKeyRange | null = null,
  count?: number,
): Promise<{ rows: unknown[]; unread: number }> {
  const together = await reading(store.getAll(range, count)).catch(() => null);
  if (together) return { rows: together, unread: 0 };
  const rows: unknown[] = [];
  let unread = 0;
  for (const key of await reading(store.getAllKeys(range, count)).catch(() => []))
    await reading(store.get(key)).then(
      (row) => rows.push(row),
      () => unread++,
    );
  return { rows, unread };
}

function reading<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault(); // else the whole transaction would end
      event.stopPropagation();
      reject(request.error);
    };
  });
}

const put = (tx: IDBTransaction, table: string, rows: readonly unknown[]): void => {
  const store = tx.objectStore(table);
  for (const row of rows) store.put(row);
};

type Schema = DbSchema[string];

/** The tables as Dexie makes them. */
const declared = (name: string): Record<string, Schema> =>
  Object.fromEntries(new QuorumDatabase(name).tables.map(({ name, schema }) => [name, schema]));

function create(db: IDBDatabase, table: string, { primKey, indexes }: Schema): void {
  const keyPath = primKey.keyPath || null;
  const store = db.createObjectStore(table, { keyPath, autoIncrement: primKey.auto === true });
  for (const { name, keyPath, unique, multi } of indexes)
    store.createIndex(name, keyPath ?? name, {
      unique: unique === true,
      multiEntry: multi === true,
    });
}

const alike = (store: IDBObjectStore, schema: Schema | undefined): boolean =>
  JSON.stringify(store.keyPath) === JSON.stringify(schema?.primKey.keyPath) &&
  (schema?.indexes ?? []).every(({ name }) => store.indexNames.contains(name));

/** One object with the rows of each table; what JSON cannot hold is told in words. */
export function asideAsJson(rows: readonly AsideRow[]): Blob {
  const byTable = Object.groupBy(rows, ({ table }) => table);
  const tables = Object.fromEntries(
    Object.entries(byTable).map(([table, all = []]) => [table, all.map(({ row }) => plain(row))]),
  );
  return new Blob([JSON.stringify(tables, null, 1)], { type: 'application/json' });
}

function plain(row: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(row) ?? 'null');
  } catch {
    return String(row);
  }
}
