/** IndexedDB in memory, on which a browser can be killed in the middle of a transaction. */
import 'fake-indexeddb/auto';
import type { Alias } from '../../lib/contract/sync.ts';
import {
  type Meta,
  type PendingMutation,
  QuorumDatabase,
  type RecordRow,
  type ScopeRow,
} from '../../lib/store/database.ts';
import { clone } from './clone.ts';

interface Doom {
  left: number;
  die: () => void;
}

/** By database name: kill it at one of its next writes. */
const dooms = new Map<string, Doom>();
const killed = () => new DOMException('The browser was killed.', 'AbortError');

for (const method of ['put', 'add', 'delete', 'clear'] as const) {
  const prototype = IDBObjectStore.prototype as unknown as Record<
    string,
    (this: IDBObjectStore, ...args: unknown[]) => unknown
  >;
  const real = prototype[method];
  if (!real) throw new TypeError(`IndexedDB has no ${method}.`);
  prototype[method] = function (...args) {
    const doom = dooms.get(this.transaction.db.name);
    if (!doom || doom.left-- > 0) return real.apply(this, args);
    dooms.delete(this.transaction.db.name);
    doom.die();
    this.transaction.abort();
    throw killed();
  };
}

/** Kills the browser at its `after`th write from now; what its transaction wrote by then is undone, as IndexedDB does. */
export const killAt = (database: string, after: number, die: () => void): void => {
  dooms.set(database, { left: after, die });
};
export const spare = (database: string): void => {
  dooms.delete(database);
};

interface Rows {
  records: RecordRow[];
  outbox: PendingMutation[];
  scopes: ScopeRow[];
  aliases: Alias[];
  meta: Meta[];
}

/** Every row is cloned on its way in and out: meanwhile in a way that costs less. */
export async function cloningQuickly<T>(work: () => Promise<T>): Promise<T> {
  globalThis.structuredClone = clone;
  try {
    return await work();
  } finally {
    globalThis.structuredClone = slowly;
  }
}
const slowly = globalThis.structuredClone;

/** All rows of these tables at one moment, in the order of their keys; below Dexie, where looking costs least. */
export async function rowsOf<Name extends keyof Rows>(
  db: QuorumDatabase,
  ...tables: Name[]
): Promise<Pick<Rows, Name>> {
  const tx = db.backendDB().transaction(tables);
  const all = tables.map(async (table) => {
    const request = tx.objectStore(table).getAll();
    await new Promise((resolve, reject) => {
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    });
    return [table, request.result];
  });
  return Object.fromEntries(await Promise.all(all));
}

/** What copying a browser profile copies. */
export async function copyDatabase(from: QuorumDatabase, name: string): Promise<void> {
  const to = await new QuorumDatabase(name).open();
  for (const { name } of from.tables)
    await to.table(name).bulkPut(await from.table(name).toArray());
  to.close();
}
