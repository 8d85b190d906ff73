/** A cache's database below Dexie, which is not needed for opening it. */
import { StorageDamagedError } from './failure.ts';

/** One database per workspace and user, so that two users of one browser never meet in it. */
export const databaseName = (workspace: string, userId: string): string =>
  `quorum:${workspace}:${userId}`;

/**
 * Has the browser open the cache's files, which takes it longer than reading from them; returns the way to let go of them,
 * once whoever works with them has opened them too.
 */
export function openFiles(name: string): () => void {
  // Why it cannot be opened is told to whoever works with it.
  const opened = openRaw(name).catch(() => null);
  void opened.then((db) => db?.addEventListener('versionchange', () => db.close()));
  return () => void opened.then((db) => db?.close());
}

/** `null` where there is no such database yet. */
export async function openRaw(name: string): Promise<IDBDatabase | null> {
  try {
    return await opening(indexedDB.open(name), async (_db, tx) => tx.abort());
  } catch (error) {
    const { name } = error as { name?: unknown };
    if (name === 'AbortError') return null;
    if (['UnknownError', 'NotReadableError', 'DataError'].includes(String(name)))
      throw new StorageDamagedError(error);
    throw error;
  }
}

export function opening(
  request: IDBOpenDBRequest,
  upgrade: (db: IDBDatabase, tx: IDBTransaction) => Promise<void>,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => {
      const { transaction: tx } = request;
      if (!tx) return;
      upgrade(request.result, tx).catch((error: unknown) => {
        reject(error);
        tx.abort();
      });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
