/** What is read of the browser's database, in counts that are the same on every machine. */
import { vi } from 'vitest';

export interface Reads {
  requests: number;
  rows: number;
}

/** Counts every request that reads, and what comes back from it, from now on. */
export function countReads() {
  const read: Reads = { requests: 0, rows: 0 };
  const underWay = new Set<IDBRequest>();
  const stops = [
    ...(['getAll', 'get', 'openCursor', 'count', 'getAllKeys'] as const).map((name) =>
      count(IDBObjectStore.prototype, name, read, underWay),
    ),
    ...(['getAll', 'get', 'openCursor', 'count', 'getAllKeys'] as const).map((name) =>
      count(IDBIndex.prototype, name, read, underWay),
    ),
  ];
  return {
    read,
    /** How many have not been answered yet. */
    underWay: () => underWay.size,
    forget: () => void Object.assign(read, { requests: 0, rows: 0 }),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

type Requests = Record<string, (...args: unknown[]) => IDBRequest>;

function count(on: object, name: string, read: Reads, underWay: Set<IDBRequest>): () => void {
  const real = (on as Requests)[name];
  if (!real) throw new Error(`There is no ${name} to count.`);
  const spy = vi.spyOn(on as Requests, name).mockImplementation(function (
    this: object,
    ...args: unknown[]
  ) {
    const request = real.apply(this, args);
    read.requests++;
    underWay.add(request);
    request.addEventListener('error', () => underWay.delete(request));
    request.addEventListener('success', () => {
      underWay.delete(request);
      const { result } = request;
      read.rows += Array.isArray(result) ? result.length : result ? 1 : 0;
    });
    return request;
  });
  return () => spy.mockRestore();
}
