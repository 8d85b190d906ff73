/** Everything a signed-in panel or worker works with: the user's cache, the server, and the way between them. */
import { type Api, createApi } from '#lib/api/api.ts';
import { SignedOutError, UnreachableError } from '#lib/api/errors.ts';
import {
  accessToken,
  forgetAccessToken,
  NoTokenError,
  type Session,
} from '#lib/browser/session.ts';
import { databaseName } from '#lib/store/raw.ts';
import { Store } from '#lib/store/store.ts';

export interface Connection {
  session: Session;
  store: Store;
  api: Api;
  /** Held during a round, so that panels and worker never run two at once. */
  lock: string;
}

/** Opens the user's cache; no network is needed for that. @throws StorageFailedError, StorageDamagedError */
export async function connect(session: Session): Promise<Connection> {
  const store = await cacheOf(session).open();
  return { session, store, api: apiFor(session.server), lock: `quorum-round:${store.db.name}` };
}

/** Removes a cache, also one that cannot be opened, with all that is in it; the user has been told what that means. */
export const removeCache = (session: Session): Promise<void> => cacheOf(session).delete();

/**
 * Looks at every record of a cache, for what opening it does not show: a damaged one is put aside and begun anew.
 * @returns whether it was
 * @throws StorageFailedError, StorageDamagedError
 */
export async function checkCache(session: Session): Promise<boolean> {
  const store = await cacheOf(session).open();
  try {
    return await store.check();
  } finally {
    store.close();
  }
}

function cacheOf({ me: { workspace, userId, team } }: Session): Store {
  return new Store({ name: databaseName(workspace, userId), userId, team });
}

export function apiFor(server: string): Api {
  return createApi({ server, token, tokenRefused: forgetAccessToken });
}

async function token(): Promise<string> {
  try {
    return await accessToken();
  } catch (error) {
    if (error instanceof NoTokenError) throw new SignedOutError(error.message);
    throw new UnreachableError('The sign-in service does not answer.', { cause: error });
  }
}
