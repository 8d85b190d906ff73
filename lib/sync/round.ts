/** One round: push what waits, then pull what changed, until nothing is left of either. */
import type { Api } from '#lib/api/api.ts';
import { RefusedError } from '#lib/api/errors.ts';
import {
  bodyLimit,
  protocolVersion,
  pushLimit,
  schemaVersion,
  touchDays,
} from '#lib/contract/version.ts';
import type { Meta, PendingMutation } from '#lib/store/database.ts';
import type { Store } from '#lib/store/store.ts';

const versions = { protocol: protocolVersion, schema: schemaVersion };

/** Sent at once: this many edits at most, and of them as many as stay well under the server's body limit. */
const most = Math.min(50, pushLimit);
const mostBytes = bodyLimit / 2;

function batchOf(pending: readonly PendingMutation[]): PendingMutation[] {
  let bytes = 0;
  const fits = (mutation: PendingMutation) => {
    bytes += new TextEncoder().encode(JSON.stringify(mutation)).length;
    return bytes <= mostBytes;
  };
  const first = pending.slice(0, most);
  const end = first.findIndex((mutation, index) => !fits(mutation) && index > 0);
  return end < 0 ? first : first.slice(0, end);
}

/**
 * The caller holds the round lock. Throws what the api throws; what was applied by then stays applied, and
 * nothing is lost: the outbox is trimmed by a pull alone.
 */
export async function round(store: Store, api: Api, signal: AbortSignal): Promise<void> {
  const before = await store.meta();
  await pushAll(store, api, signal);
  const after = await pullAll(store, api, signal);
  // The pull told of a restored server, and put back what that may have lost: it goes with this round.
  if (before.epoch === null || before.epoch === after.epoch) return;
  await pushAll(store, api, signal);
  await pullAll(store, api, signal);
}

async function pushAll(store: Store, api: Api, signal: AbortSignal): Promise<void> {
  let pushed = 0;
  for (let renames = 0; ; ) {
    const pending = await store.pending();
    const mutations = batchOf(pending.filter(({ id }) => id > pushed));
    if (mutations.length === 0) return;
    // What cannot be on its way is not marked so: until then its user may let go of it.
    await api.ready();
    const departed = await store.depart(mutations);
    if (!departed) continue;
    const { client } = departed;
    try {
      const sent = mutations.map(({ refused: _, ...mutation }) => mutation);
      const answer = await api.push({ ...versions, client, mutations: sent }, signal);
      if (answer.lastMutationId <= pushed) return;
      pushed = answer.lastMutationId;
    } catch (error) {
      if (!(error instanceof RefusedError) || renames++ > 2) throw error;
      // Another profile used our id: the pull tells which edits the server has, and numbers the rest anew.
      if (error.code === 'clientIdReused') await pullAll(store, api, signal);
      else if (error.code === 'gap') await store.renameClient();
      else throw error;
      pushed = 0;
    }
  }
}

/** Asks page by page until the server has nothing more and every followed scope is filled. Tells the client's row then. */
export async function pullAll(store: Store, api: Api, signal: AbortSignal): Promise<Meta> {
  const touchesSince = new Date(Date.now() - touchDays * 86_400_000).toISOString();
  for (let continued = false, progress = await store.progress(); ; ) {
    const { client, epoch, lastMutationId } = progress.meta;
    const scopes = Object.fromEntries(progress.scopes.map(({ scope, cursor }) => [scope, cursor]));
    const unfilled = progress.scopes.flatMap(({ scope, complete }) => (complete ? [] : [scope]));
    const filling = { scopes: unfilled, touchesSince };
    const answer = await api.pull(
      { ...versions, client, epoch, scopes, after: lastMutationId, continued, filling },
      signal,
    );
    await store.apply(answer);
    continued = answer.more;
    progress = await store.progress();
    if (!answer.more && !progress.filling) return progress.meta;
  }
}
