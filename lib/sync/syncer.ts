/** When rounds run: on a nudge, on a poke, after a failure with growing pauses; one at a time over all panels and the worker. */
import type { Api } from '#lib/api/api.ts';
import { isApiError, RefusedError, SignedOutError, UnreachableError } from '#lib/api/errors.ts';
import type { olderSide } from '#lib/contract/version.ts';
import type { Store } from '#lib/store/store.ts';
import { round } from './round.ts';

export type SyncState =
  | { is: 'idle'; at: number | null }
  | { is: 'syncing' }
  | { is: 'offline' }
  | { is: 'signedOut' }
  | { is: 'failed'; code: string; message: string };

export interface Syncer {
  /** There is something to send or fetch: run a round soon. Resolves when a round begun after the call has ended. */
  nudge: () => Promise<void>;
  state: () => SyncState;
}

export interface SyncerOptions {
  store: Store;
  api: Api;
  signal: AbortSignal;
  onState: (state: SyncState) => void;
  locks?: LockManager;
  now?: () => number;
  /** The lock's name; one per cache. */
  lock: string;
}

const longestPause = 60_000;

export function createSyncer(options: SyncerOptions): Syncer {
  const { store, api, signal, onState, lock, locks = navigator.locks, now = Date.now } = options;
  let state: SyncState = { is: 'idle', at: null };
  let running: Promise<void> | null = null;
  let queued: Promise<void> | null = null;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(retry));

  const become = (next: SyncState) => {
    state = next;
    if (!signal.aborted) onState(next);
  };

  async function once(): Promise<void> {
    clearTimeout(retry);
    if (signal.aborted) return;
    become({ is: 'syncing' });
    try {
      await locks.request(lock, { signal }, () => round(store, api, signal));
      failures = 0;
      become({ is: 'idle', at: now() });
    } catch (error) {
      if (signal.aborted) return;
      become(stateAfter(error));
      if (!isFinal(state)) later(error);
    }
  }

  /** Pauses of 1, 2, 4 … 60 seconds, each shortened at random so that clients do not come back together. */
  function later(error: unknown): void {
    const asked = error instanceof RefusedError ? error.retryAfter : null;
    const pause = Math.min(longestPause, 1000 * 2 ** failures++) * (0.5 + Math.random() / 2);
    retry = setTimeout(() => void nudge(), asked ?? pause);
  }

  function nudge(): Promise<void> {
    if (!running) {
      running = once().finally(() => {
        running = null;
      });
      return running;
    }
    queued ??= running.then(() => {
      queued = null;
      return nudge();
    });
    return queued;
  }

  return { nudge, state: () => state };
}

const outdated = new Set<string>(['extensionOutdated', 'serverOutdated'] satisfies ReturnType<
  typeof olderSide
>[]);

/** What waiting does not mend: somebody must sign in, or update. Reads and edits go on meanwhile. */
const isFinal = (state: SyncState): boolean =>
  state.is === 'signedOut' || (state.is === 'failed' && outdated.has(state.code));

function stateAfter(error: unknown): SyncState {
  if (error instanceof SignedOutError) return { is: 'signedOut' };
  if (error instanceof UnreachableError) return { is: 'offline' };
  const code = isApiError(error) || hasCode(error) ? error.code : 'unexpected';
  return { is: 'failed', code, message: error instanceof Error ? error.message : String(error) };
}

const hasCode = (error: unknown): error is { code: string } =>
  error instanceof Error && typeof (error as { code?: unknown }).code === 'string';
