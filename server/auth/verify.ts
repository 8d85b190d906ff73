import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

export interface Trust {
  issuer: string;
  audience: string;
  /** Where the signing keys are, if known; else the issuer's own metadata says it. */
  jwksUri?: string;
  fetch?: (url: string, init?: RequestInit) => Promise<Response>;
}

/** The issuer could not be asked for its keys: the token may well be good, so this is no reason to sign out. */
export class IssuerUnreachableError extends Error {
  override name = 'IssuerUnreachableError';
}

/** Checks signature, issuer, audience and time of an access token. Keys are fetched on need and kept. */
export function createVerifier({ issuer, audience, jwksUri, fetch = globalThis.fetch }: Trust) {
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;

  const load = async () => {
    const address = new URL(jwksUri ?? (await discover(issuer, fetch)));
    return createRemoteJWKSet(address, { [customFetch]: (url, init) => fetch(url, init) });
  };

  return async (token: string): Promise<JWTPayload> => {
    keys ??= load();
    try {
      const { payload } = await jwtVerify(token, await keys, {
        issuer,
        audience,
        clockTolerance: 5,
        requiredClaims: ['sub', 'exp'],
        algorithms: ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'],
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) throw error;
      keys = undefined; // the issuer was away: ask anew next time
      throw new IssuerUnreachableError(`The issuer ${issuer} did not give its keys.`, {
        cause: error,
      });
    }
  };
}

async function discover(issuer: string, fetch: NonNullable<Trust['fetch']>): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(5000) });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const metadata = Discovery.parse(await answer.json());
  if (metadata.issuer !== issuer) throw new Error(`${address} speaks for ${metadata.issuer}`);
  return metadata.jwks_uri;
}
