import type { Auth } from './auth.ts';
import { createVerifier, type Trust } from './verify.ts';

/** An identity provider of one's own: its users are linked by verified e-mail at their first request. */
export function externalIssuer(options: {
  issuer: string;
  clientId: string;
  resource: string;
  /** What the provider puts in `aud` for this API; absent: the resource. */
  audience: string | undefined;
  fetch?: Trust['fetch'];
}): Auth {
  const { issuer, clientId, resource, audience = resource, fetch } = options;
  const trust: Trust = fetch ? { issuer, audience, fetch } : { issuer, audience };
  return { issuer, clientId, resource, verify: createVerifier(trust) };
}
