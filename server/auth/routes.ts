/** Everything of signing in that a browser or the extension sees. */
import type { Context } from 'hono';
import type { ServerInfo } from '#lib/contract/sync.ts';
import { protocolVersion } from '#lib/contract/version.ts';
import type { App, AppDeps, AppEnv } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import type { BundledIssuer } from './auth.ts';
import { peerHeader } from './bundled.ts';
import { demoPassword, demoUsers } from './demo.ts';
import { loginPage } from './login-page.ts';
import type { LoginError } from './login-words.ts';

/** What of the bundled issuer is open to the world; the rest of its endpoints nobody here needs. */
const issuerPaths = [
  '/auth/.well-known/openid-configuration',
  '/.well-known/oauth-authorization-server/auth',
  '/auth/jwks',
  '/auth/oauth2/authorize',
  '/auth/oauth2/token',
  '/auth/oauth2/revoke',
  '/auth/oauth2/userinfo',
  '/auth/oauth2/end-session',
];

export function mountSignIn(app: App, { auth, config }: AppDeps): void {
  app.get('/v1/server', (c) => {
    const info: ServerInfo = {
      name: 'Quorum',
      protocol: protocolVersion,
      issuer: auth.issuer,
      clientId: auth.clientId,
      resource: auth.resource,
    };
    return c.json(info);
  });

  const { bundled } = auth;
  if (!bundled) return;
  for (const path of issuerPaths)
    app.all(path, async (c) => {
      const answer = await bundled.handle(withPeer(c, c.req.raw));
      if (answer.status >= 500) throw new ProblemError('internal'); // its own has no body; it is logged
      return answer;
    });

  const show = (c: Context, query: string, error?: LoginError, email?: string) =>
    loginPage(c, {
      query,
      error,
      email,
      demo: config.demo ? { users: demoUsers, password: demoPassword } : undefined,
      redirectOrigin: `https://${config.extensionId}.chromiumapp.org`,
    });

  app.get('/login', (c) => show(c, new URL(c.req.url).search.slice(1)));
  const ownOrigin = new URL(auth.issuer).origin;
  app.post('/login', async (c) => {
    const from = c.req.header('origin');
    if (from !== undefined && from !== ownOrigin) return show(c, '', 'stale');
    const form = await c.req.parseBody();
    const field = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
    const [query, email] = [field('query'), field('email')];
    const outcome = await signIn(c, bundled, { query, email, password: field('password') });
    if (typeof outcome === 'string') return show(c, query, outcome, email);
    for (const cookie of outcome.cookies) c.header('set-cookie', cookie, { append: true });
    return c.redirect(outcome.url, 303);
  });
}

interface SignedIn {
  url: string;
  cookies: string[];
}

/** Hands the form to the issuer, which checks its own signature on the query and says where to go next. */
async function signIn(
  c: Context<AppEnv>,
  bundled: BundledIssuer,
  { query, email, password }: { query: string; email: string; password: string },
): Promise<SignedIn | LoginError> {
  // What its cross-site check needs; the headers of a page load would make it redirect instead of answering.
  const headers = new Headers({ 'content-type': 'application/json', 'sec-fetch-mode': 'cors' });
  for (const name of ['origin', 'referer', 'cookie', 'user-agent', 'sec-fetch-site']) {
    const value = c.req.header(name);
    if (value) headers.set(name, value);
  }
  const answer = await bundled.handle(
    withPeer(
      c,
      new Request(new URL('/auth/sign-in/email', c.req.url), {
        method: 'POST',
        headers,
        body: JSON.stringify({ email, password, oauth_query: query }),
      }),
    ),
  );
  if (answer.status === 401) return 'wrong';
  if (answer.status === 429) return 'tooMany';
  const body: unknown = await answer.json().catch(() => undefined);
  const url = typeof body === 'object' && body && 'url' in body ? body.url : undefined;
  if (!answer.ok || typeof url !== 'string') return email && password ? 'stale' : 'wrong';
  return { url, cookies: answer.headers.getSetCookie() };
}

/** The issuer counts attempts by this header, so only the connection itself may set it. */
function withPeer(c: Context<AppEnv>, request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set(peerHeader, c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1');
  return new Request(request, { headers });
}
