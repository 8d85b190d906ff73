/** Live pokes within this process: a commit tells every open stream of its workspace that there is something to pull. */

type Heard = (version: number, access: boolean) => void;

export interface Pokes {
  /** `access` where the commit changed who may see what. */
  poke: (ws: string, version: number, access?: boolean) => void;
  /** Calls back for each poke of the workspace until the signal aborts. */
  listen: (ws: string, onPoke: Heard, signal: AbortSignal) => void;
}

export function createPokes(): Pokes {
  const listeners = new Map<string, Set<Heard>>();
  return {
    poke(ws, version, access = false) {
      for (const listener of listeners.get(ws) ?? []) listener(version, access);
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
