/** An identity provider for tests: its own keys, served without a network. */
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { externalIssuer } from '#server/auth/external.ts';

const issuer = 'https://issuer.test';
const resource = 'http://127.0.0.1:8787/v1';

/** `token` signs claims for a subject; whatever is given overrides what a good token has. */
export async function testIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  const answers: Record<string, object> = {
    [`${issuer}/.well-known/openid-configuration`]: { issuer, jwks_uri: `${issuer}/keys` },
    [`${issuer}/keys`]: { keys: [key] },
  };
  let away = false;
  const fetch = async (url: string) => {
    if (away) throw new TypeError('fetch failed');
    return Response.json(answers[url] ?? {}, { status: answers[url] ? 200 : 404 });
  };
  const now = Math.floor(Date.now() / 1000);
  return {
    issuer,
    auth: externalIssuer({ issuer, clientId: 'test', resource, audience: undefined, fetch }),
    token: (subject: string, claims: JWTPayload = {}, signer: CryptoKey = privateKey) =>
      new SignJWT({
        iss: issuer,
        aud: [resource],
        sub: subject,
        iat: now,
        exp: now + 300,
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES256', kid: 'test' })
        .sign(signer),
    /** While away, nobody can fetch its keys. */
    setAway: (value: boolean) => {
      away = value;
    },
  };
}
