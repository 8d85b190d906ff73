/** Signs in as the extension does: authorization code with PKCE, the real form, the real token endpoint. */
import * as oauth from 'oauth4webapi';
import { z } from 'zod';
import { clientId } from '#server/auth/bundled.ts';
import { demoPassword } from '#server/auth/demo.ts';
import { extensionId } from '#server/config.ts';
import { origin as usualOrigin } from './server.ts';

export const redirectUri = `https://${extensionId}.chromiumapp.org/cb`;
const Said = z.object({ url: z.string() });
const json = (answer: Response): Promise<unknown> => answer.json().catch(() => undefined);
const client: oauth.Client = { client_id: clientId };

/** Where to sign in: a running server, or by default a test's own without a port. */
export interface SignInTarget {
  request: (path: string, init?: RequestInit) => Promise<Response>;
  origin?: string;
}

/** What the extension does by oauth4webapi. */
export function extensionClient({ request, origin = usualOrigin }: SignInTarget) {
  const options = {
    [oauth.allowInsecureRequests]: true,
    [oauth.customFetch]: (url: string, init: object) =>
      request(url.slice(origin.length), { ...init, redirect: 'manual' }),
  };
  const discover = async () => {
    const issuer = new URL(`${origin}/auth`);
    return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options));
  };
  const resource = new URLSearchParams({ resource: `${origin}/v1` });

  const authorizeUrl = async (parameters: Record<string, string>) => {
    const { authorization_endpoint = '' } = await discover();
    return `${authorization_endpoint}?${new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid email offline_access',
      resource: `${origin}/v1`,
      state: 'state-1',
      code_challenge_method: 'S256',
      ...parameters,
    })}`;
  };

  return {
    authorizeUrl,
    /** Opens the form; gives the hidden query to send with it. */
    async openForm(parameters: Record<string, string> = {}) {
      const verifier = oauth.generateRandomCodeVerifier();
      const url = await authorizeUrl({
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        ...parameters,
      });
      const answer = await request(url.slice(origin.length), { redirect: 'manual' });
      // Node's own fetch says that it is no page load, and gets the address as JSON instead of a redirect.
      const said = answer.headers.get('location') ?? Said.safeParse(await json(answer)).data?.url;
      const location = new URL(said ?? '', origin);
      return { verifier, location, query: location.search.slice(1) };
    },
    /** With the headers a browser sends with a form. */
    submit: (query: string, email: string, password = demoPassword, from = origin) =>
      request('/login', {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
          origin: from,
          'sec-fetch-site': from === origin ? 'same-origin' : 'cross-site',
          'sec-fetch-mode': 'navigate',
          'sec-fetch-dest': 'document',
        },
        body: new URLSearchParams({ query, email, password }).toString(),
      }),
    async exchange(callback: string, verifier: string) {
      const server = await discover();
      const parameters = oauth.validateAuthResponse(server, client, new URL(callback), 'state-1');
      const answer = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        oauth.None(),
        parameters,
        redirectUri,
        verifier,
        { ...options, additionalParameters: resource },
      );
      return oauth.processAuthorizationCodeResponse(server, client, answer);
    },
    async refresh(token: string) {
      const server = await discover();
      const answer = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), token, {
        ...options,
        additionalParameters: resource,
      });
      return oauth.processRefreshTokenResponse(server, client, answer);
    },
    async revoke(token: string) {
      const server = await discover();
      const answer = await oauth.revocationRequest(server, client, oauth.None(), token, options);
      return oauth.processRevocationResponse(answer);
    },
  };
}

/** The whole way at once; gives the tokens. */
export async function signIn(server: SignInTarget, email: string) {
  const extension = extensionClient(server);
  const { query, verifier } = await extension.openForm();
  const answer = await extension.submit(query, email);
  return extension.exchange(answer.headers.get('location') ?? '', verifier);
}
