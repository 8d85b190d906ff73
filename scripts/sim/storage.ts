/** IndexedDB in memory, on which a browser can be killed in the middle of a transaction. */
import 'fake-indexeddb/auto';
import { QuorumDatabase } from '../../lib/store/database.ts';

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

/** What copying a browser profile copies. */
export async function copyDatabase(from: QuorumDatabase, name: string): Promise<void> {
  const to = await new QuorumDatabase(name).open();
  for (const { name } of from.tables)
    await to.table(name).bulkPut(await from.table(name).toArray());
  to.close();
}
