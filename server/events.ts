/** Live pokes within this process: a commit tells every open stream of its workspace that there is something to pull. */

export interface Pokes {
  poke: (ws: string, version: number) => void;
  /** Calls back for each poke of the workspace until the signal aborts. */
  listen: (ws: string, onPoke: (version: number) => void, signal: AbortSignal) => void;
}

export function createPokes(): Pokes {
  const listeners = new Map<string, Set<(version: number) => void>>();
  return {
    poke(ws, version) {
      for (const listener of listeners.get(ws) ?? []) listener(version);
    },
    listen(ws, onPoke, signal) {
      if (signal.aborted) return;
      const all = listeners.get(ws) ?? new Set();
      listeners.set(ws, all.add(onPoke));
      signal.addEventListener('abort', () => {
        all.delete(onPoke);
        if (all.size === 0) listeners.delete(ws);
      });
    },
  };
}
