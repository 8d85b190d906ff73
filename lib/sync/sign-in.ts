/** Signing in and out, as one step each: the issuer's window, the tokens, who we are; and back. */
import { serverInfo } from '#lib/api/api.ts';
import { RefusedError } from '#lib/api/errors.ts';
import {
  endSession,
  keepSession,
  keepTokens,
  type Session,
  sessionItem,
} from '#lib/browser/session.ts';
import { olderSide, protocolVersion } from '#lib/contract/version.ts';
import { apiFor, removeCache } from './connection.ts';

/** @throws SignInCancelledError, SignInRefusedError; ApiError when the server is away or is none of ours */
export async function signIn(server: string): Promise<Session> {
  const info = await serverInfo(server);
  if (info.protocol !== protocolVersion)
    throw new RefusedError(
      olderSide(info),
      426,
      'The server speaks another version than this extension.',
    );
  // An expired sign-in goes on as the same user; after signing out somebody else may sit here.
  const askWho = (await sessionItem.getValue()) === null;
  await keepTokens(await (await import('#lib/browser/oauth.ts')).authorize(info, askWho));
  const session: Session = { server, info, me: await apiFor(server).me() };
  await keepSession(session);
  return session;
}

/**
 * Removes the cache and the edits waiting in it, also one that cannot be opened; the caller has warned the user about
 * those. Nobody is signed in any more, whether it could be removed or not.
 * @throws StorageFailedError where the browser could not remove it
 */
export async function signOut(session: Session): Promise<void> {
  await endSession();
  await removeCache(session);
}
