/** Who is signed in, and the tokens: the refresh token is kept, the access token lives with the browser's session. */

import type { Me, ServerInfo } from '#lib/contract/sync.ts';
import { forgetDrafts } from './drafts.ts';
import type { Tokens } from './oauth.ts';
import { recentItem } from './recent.ts';
import { stored } from './stored.ts';

/** `me` is kept so that the cache opens without a network. */
export interface Session {
  server: string;
  info: ServerInfo;
  me: Me;
}

export const sessionItem = stored<Session | null>('local:session', null);
const refreshItem = stored<string>('local:refreshToken');
const accessItem = stored<{ token: string; expiresAt: number }>('session:accessToken');

/** The sign-in has ended or never was. What is cached and waiting stays; signing in again goes on with it. */
export class NoTokenError extends Error {
  readonly code = 'signedOut';
}

export const session = (): Promise<Session | null> => sessionItem.getValue();

export async function keepTokens(tokens: Tokens): Promise<void> {
  await accessItem.setValue({ token: tokens.access, expiresAt: tokens.expiresAt });
  if (tokens.refresh) await refreshItem.setValue(tokens.refresh);
}

export const keepSession = (value: Session): Promise<void> => sessionItem.setValue(value);

/** A token counts as expired this long before it does, in ms, so that a request under way keeps it. */
const early = 20_000;

/**
 * A valid access token, renewed when needed. One renewal at a time over all panels and the worker, because
 * a refresh token used twice ends the sign-in.
 * @throws NoTokenError when only signing in again helps; other errors when the issuer cannot be reached
 */
export async function accessToken(now = Date.now): Promise<string> {
  const fresh = await usable(now());
  if (fresh) return fresh;
  return navigator.locks.request('quorum-token', async () => {
    const renewed = await usable(now());
    if (renewed) return renewed;
    const [current, refresh] = await Promise.all([sessionItem.getValue(), refreshItem.getValue()]);
    if (!current || !refresh) throw new NoTokenError('Nobody is signed in.');
    const { refreshTokens, SignInRefusedError } = await protocol();
    try {
      const tokens = await refreshTokens(current.info, refresh);
      await keepTokens(tokens);
      return tokens.access;
    } catch (error) {
      if (!(error instanceof SignInRefusedError)) throw error;
      await refreshItem.removeValue();
      throw new NoTokenError('The sign-in has expired.', { cause: error });
    }
  });
}

/** The server refused this token: the next call renews it. */
export async function forgetAccessToken(token: string): Promise<void> {
  const kept = await accessItem.getValue();
  if (kept?.token === token) await accessItem.removeValue();
}

/** Forgets the tokens and, unless told to keep it, who was signed in; the issuer is told, if it can be reached. */
export async function endSession(): Promise<void> {
  const [current, refresh] = await Promise.all([sessionItem.getValue(), refreshItem.getValue()]);
  await Promise.all([
    accessItem.removeValue(),
    refreshItem.removeValue(),
    sessionItem.removeValue(),
    recentItem.removeValue(),
    forgetDrafts(),
  ]);
  if (current && refresh)
    await protocol()
      .then(({ revoke }) => revoke(current.info, refresh))
      .catch(() => {});
}

/** On demand: what is cached shows without it. */
const protocol = () => import('./oauth.ts');

async function usable(now: number): Promise<string | null> {
  const kept = await accessItem.getValue();
  return kept && kept.expiresAt - early > now ? kept.token : null;
}
