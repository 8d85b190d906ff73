/** Signing in with the issuer: authorization code with PKCE in the browser's own window (oauth4webapi does the protocol). */
import * as oauth from 'oauth4webapi';
import { browser } from 'wxt/browser';
import type { ServerInfo } from '#lib/contract/sync.ts';

/** `expiresAt` in milliseconds since 1970. */
export interface Tokens {
  access: string;
  expiresAt: number;
  refresh: string | undefined;
}

/** The user closed the sign-in window before it was done. */
export class SignInCancelledError extends Error {
  readonly code = 'signInCancelled';
}

/** The issuer said no. */
export class SignInRefusedError extends Error {
  readonly code = 'signInFailed';
}

/** Plain http is allowed for an issuer on this very machine only. */
const over = (issuer: URL) => ({
  [oauth.allowInsecureRequests]:
    issuer.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(issuer.hostname),
});

const scope = 'openid offline_access';

/**
 * Opens the sign-in window. `askWho`: the issuer asks who it is, although it may remember somebody.
 * @throws SignInCancelledError, SignInRefusedError; other errors when the issuer cannot be reached
 */
export async function authorize(
  info: ServerInfo,
  askWho: boolean,
  now = Date.now,
): Promise<Tokens> {
  const { issuer, as, client, options } = await discovered(info);
  const redirect = browser.identity.getRedirectURL('cb');
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const url = new URL(as.authorization_endpoint ?? issuer);
  url.search = new URLSearchParams({
    client_id: info.clientId,
    redirect_uri: redirect,
    response_type: 'code',
    scope,
    resource: info.resource,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(askWho && { prompt: 'login' }),
  }).toString();

  const answer = await browser.identity
    .launchWebAuthFlow({ url: url.href, interactive: true })
    .catch((error: unknown) => {
      throw new SignInCancelledError('The sign-in window was closed.', { cause: error });
    });
  if (!answer) throw new SignInCancelledError('The sign-in window was closed.');
  return refusing(async () => {
    const params = oauth.validateAuthResponse(as, client, new URL(answer), state);
    const response = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      oauth.None(),
      params,
      redirect,
      verifier,
      {
        ...options,
        additionalParameters: { resource: info.resource },
      },
    );
    return tokensOf(await oauth.processAuthorizationCodeResponse(as, client, response), now());
  });
}

/** @throws SignInRefusedError when the refresh token is no longer good; other errors when the issuer cannot be reached */
export async function refreshTokens(
  info: ServerInfo,
  refresh: string,
  now = Date.now,
): Promise<Tokens> {
  const { as, client, options } = await discovered(info);
  return refusing(async () => {
    const response = await oauth.refreshTokenGrantRequest(as, client, oauth.None(), refresh, {
      ...options,
      additionalParameters: { resource: info.resource },
    });
    return tokensOf(await oauth.processRefreshTokenResponse(as, client, response), now());
  });
}

/** Signing out does not end a refresh token; this does. */
export async function revoke(info: ServerInfo, refresh: string): Promise<void> {
  const { as, client, options } = await discovered(info);
  const response = await oauth.revocationRequest(as, client, oauth.None(), refresh, options);
  await oauth.processRevocationResponse(response);
}

async function discovered(info: ServerInfo) {
  const issuer = new URL(info.issuer);
  // The issuer's cookie stays out of it: with it the request would count as one from a foreign page.
  const options = {
    ...over(issuer),
    [oauth.customFetch]: (url: string, init: RequestInit) =>
      fetch(url, { ...init, credentials: 'omit' }),
  };
  const response = await oauth.discoveryRequest(issuer, options);
  const as = await oauth.processDiscoveryResponse(issuer, response);
  const client: oauth.Client = { client_id: info.clientId };
  return { issuer, as, client, options };
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refused =
      // An issuer that is asked too often says so in the same way, and takes the token later.
      (error instanceof oauth.ResponseBodyError && error.status !== 429) ||
      error instanceof oauth.AuthorizationResponseError ||
      error instanceof oauth.WWWAuthenticateChallengeError;
    throw refused ? new SignInRefusedError('The sign-in was refused.', { cause: error }) : error;
  }
}

function tokensOf(answer: oauth.TokenEndpointResponse, now: number): Tokens {
  return {
    access: answer.access_token,
    expiresAt: now + (answer.expires_in ?? 300) * 1000,
    refresh: answer.refresh_token,
  };
}
