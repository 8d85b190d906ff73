/** What the worker does when no panel is there: send what waits, once, unless somebody else is at it. */
import type { Session } from '#lib/browser/session.ts';
import { type Connection, connect } from './connection.ts';
import { round } from './round.ts';

/** Tells whether edits are still waiting afterwards. Never throws: whatever fails stays in the outbox for the next time. */
export async function flush(session: Session | null): Promise<boolean> {
  if (!session) return false;
  try {
    return await sendWaiting(await connect(session));
  } catch {
    return true;
  }
}

async function sendWaiting({ store, api, lock }: Connection): Promise<boolean> {
  try {
    if ((await store.pending(1)).length === 0) return false;
    await navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
      if (held) await round(store, api, AbortSignal.timeout(25_000));
    });
    return (await store.pending(1)).length > 0;
  } finally {
    store.close();
  }
}
