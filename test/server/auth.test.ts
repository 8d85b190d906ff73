// @vitest-environment node
import { Hono } from 'hono';
import { decodeJwt, generateKeyPair } from 'jose';
import { ResponseBodyError } from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { Problem } from '#lib/contract/problem.ts';
import { requireUser } from '#server/auth/require-user.ts';
import { ProblemError, problemResponse } from '#server/problem.ts';
import { testDatabase } from '#test/support/database.ts';
import { testIssuer } from '#test/support/issuer.ts';
import { startPostgres } from '#test/support/postgres.ts';
import { origin, type TestServer, testServer } from '#test/support/server.ts';
import { extensionClient, redirectUri, signIn } from '#test/support/sign-in.ts';

/** One guarded address that says who asks. */
function guarded({ auth, db }: Pick<TestServer, 'auth' | 'db'>) {
  const app = new Hono();
  app.onError((error, c) =>
    problemResponse(c, error instanceof ProblemError ? error : new ProblemError('internal')),
  );
  app.get('/who', requireUser({ auth, db }), (c) => c.json(c.get('user')));
  return (token?: string) =>
    app.request('/who', token ? { headers: { authorization: `Bearer ${token}` } } : {});
}

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

test.runIf(postgres)('on PostgreSQL the whole way of signing in works as well', async () => {
  const server = await testServer({ opened: await postgres?.fresh() });
  const first = await signIn(server, 'ana@northwind.example');
  const second = await extensionClient(server).refresh(first.refresh_token ?? '');
  expect(await (await guarded(server)(second.access_token)).json()).toMatchObject({
    userId: 'ana',
  });
  await server.close();
});

describe('the bundled issuer', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  test('a demo user signs in with code and PKCE, and the token says who it is', async () => {
    const tokens = await signIn(server, 'ana@northwind.example');
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 300 });
    expect(tokens.refresh_token).toBeTruthy();
    expect(decodeJwt(tokens.access_token).aud).toContain(`${origin}/v1`);

    const answer = await guarded(server)(tokens.access_token);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      ws: 'demo',
      userId: 'ana',
      name: 'Ana Ruiz',
      team: 'sales_development',
    });
  });

  test('the same account from another address of this server finds its user by verified e-mail', async () => {
    await server.db.deleteFrom('identities').where('user_id', '=', 'mia').execute();
    const { access_token } = await signIn(server, 'mia@northwind.example');
    expect(await (await guarded(server)(access_token)).json()).toMatchObject({ userId: 'mia' });
    const linked = server.db.selectFrom('identities').select('ws').where('user_id', '=', 'mia');
    expect(await linked.execute()).toEqual([{ ws: 'demo' }]);
  });

  test('each refresh gives a new refresh token, and using an old one ends the family', async () => {
    const extension = extensionClient(server);
    const first = await signIn(server, 'ben@northwind.example');
    const second = await extension.refresh(first.refresh_token ?? '');
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await guarded(server)(second.access_token)).status).toBe(200);

    await expect(extension.refresh(first.refresh_token ?? '')).rejects.toThrow(ResponseBodyError);
    await expect(extension.refresh(second.refresh_token ?? '')).rejects.toThrow(ResponseBodyError);
  });

  test('a revoked refresh token refreshes nothing', async () => {
    const extension = extensionClient(server);
    const { refresh_token = '' } = await signIn(server, 'ben@northwind.example');
    await extension.revoke(refresh_token);
    await expect(extension.refresh(refresh_token)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  test('a code is worth nothing without its verifier, and works once', async () => {
    const extension = extensionClient(server);
    const { query } = await extension.openForm();
    const callback =
      (await extension.submit(query, 'ana@northwind.example')).headers.get('location') ?? '';
    await expect(extension.exchange(callback, 'x'.repeat(43))).rejects.toThrow(ResponseBodyError);

    const again = await extension.openForm();
    const other = await extension.submit(again.query, 'ana@northwind.example');
    const location = other.headers.get('location') ?? '';
    await extension.exchange(location, again.verifier);
    await expect(extension.exchange(location, again.verifier)).rejects.toThrow(ResponseBodyError);
  });

  test.each([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['to another redirect address', { redirect_uri: 'https://evil.example/cb' }],
    ['for another client', { client_id: 'somebody' }],
    ['for another API', { resource: 'https://evil.example/v1' }],
  ])('no code is given %s', async (_case, parameters) => {
    const { location } = await extensionClient(server).openForm(parameters);
    expect(location.searchParams.get('code')).toBeNull();
    expect(location.pathname).not.toBe('/login');
  });

  test('a wrong password shows the form again, says so and keeps the e-mail', async () => {
    const extension = extensionClient(server);
    const { query } = await extension.openForm();
    const answer = await extension.submit(query, 'ana@northwind.example', 'not it');
    expect(answer.status).toBe(200); // the browser's sign-in window would close over a 401
    expect(answer.headers.getSetCookie()).toEqual([]);
    const page = await answer.text();
    expect(page).toContain('role="alert"');
    expect(page).toContain('value="ana@northwind.example"');
    expect(page).not.toContain('not it');
  });

  test('an altered sign-in query is refused without a cookie', async () => {
    const extension = extensionClient(server);
    const { query } = await extension.openForm();
    const altered = query.replace('state-1', 'state-2');
    const answer = await extension.submit(altered, 'ana@northwind.example');
    expect(answer.headers.get('location')).toBeNull();
    expect(await answer.text()).toContain('role="alert"');
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('another site cannot send the form', async () => {
    const extension = extensionClient(server);
    const { query } = await extension.openForm();
    const answer = await extension.submit(
      query,
      'ana@northwind.example',
      undefined,
      'https://evil.example',
    );
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('what is typed cannot become markup', async () => {
    const extension = extensionClient(server);
    const { query } = await extension.openForm();
    const page = await (await extension.submit(query, '"><script>alert(1)</script>', 'x')).text();
    expect(page).not.toContain('<script>alert');
  });

  test('nobody signs up, and nothing else of the issuer is open', async () => {
    const json = {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: '{}',
    };
    for (const path of [
      '/auth/sign-up/email',
      '/auth/sign-in/email',
      '/auth/oauth2/register',
      '/auth/token',
    ]) {
      expect((await server.request(path, json)).status, path).toBe(404);
    }
  });

  test('too many attempts from one address are stopped', async () => {
    const limited = await testServer({ rateLimits: true });
    vi.useFakeTimers({ toFake: ['Date'] }); // All within a minute, however long it takes here.
    onTestFinished(() => void vi.useRealTimers());
    const extension = extensionClient(limited);
    const { query } = await extension.openForm();
    const pages: string[] = [];
    for (let attempt = 0; attempt < 32; attempt += 1) {
      // What is no address is refused before the password is hashed, which is made to be slow, and counts all the same.
      const email = attempt < 28 ? 'ana' : 'ana@northwind.example';
      pages.push(await (await extension.submit(query, email, `guess ${attempt}`)).text());
    }
    await limited.close();
    expect(pages.filter((page) => page.includes('Too many')).length).toBe(2);
    expect(pages.at(-1)).toContain('Too many');
  });

  test('the redirect goes to the extension alone', async () => {
    const extension = extensionClient(server);
    const { query } = await extension.openForm();
    const answer = await extension.submit(query, 'ana@northwind.example');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')?.startsWith(`${redirectUri}?`)).toBe(true);
  });
});

test('after a change of the secret signing in works as before', async () => {
  const opened = await testDatabase();
  const before = await testServer({ opened });
  await signIn(before, 'ana@northwind.example');
  const after = await testServer({
    opened,
    secret: 'another secret: zyxwvutsrqponmlkjihgfedcba9876543210',
  });
  const { access_token } = await signIn(after, 'ana@northwind.example');
  expect((await guarded(after)(access_token)).status).toBe(200);
  await after.close();
});

describe('a token', () => {
  let server: TestServer;
  let issuer: Awaited<ReturnType<typeof testIssuer>>;
  let ask: ReturnType<typeof guarded>;
  beforeAll(async () => {
    issuer = await testIssuer();
    server = await testServer({ auth: issuer.auth });
    ask = guarded(server);
  });
  afterAll(() => server.close());
  const ana = { email: 'ana@northwind.example', email_verified: true };

  const refused = async (answer: Response, status: number, code: string) => {
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(Problem.parse(await answer.json())).toMatchObject({ status, code });
  };

  test('of another provider works once its verified e-mail names one user, and from then on by subject', async () => {
    expect((await ask(await issuer.token('s-ana', ana))).status).toBe(200);
    expect((await ask(await issuer.token('s-ana'))).status).toBe(200);
  });

  test('is asked for', async () => {
    await refused(await ask(), 401, 'unauthorized');
  });

  test.each([
    ['garbage', async () => 'not.a.token'],
    ['expired', () => issuer.token('s-ana', { ...ana, exp: Math.floor(Date.now() / 1000) - 60 })],
    ['meant for another API', () => issuer.token('s-ana', { ...ana, aud: 'https://other.test' })],
    ['of another issuer', () => issuer.token('s-ana', { ...ana, iss: 'https://other.test' })],
    ['without end', () => issuer.token('s-ana', { ...ana, exp: undefined })],
    [
      'signed by another key',
      async () => issuer.token('s-ana', ana, (await generateKeyPair('ES256')).privateKey),
    ],
  ])('is refused when %s', async (_case, token) => {
    await refused(await ask(await token()), 401, 'unauthorized');
  });

  test.each([
    ['nobody has this e-mail', { email: 'eve@evil.example', email_verified: true }],
    ['the e-mail is not verified', { email: 'ben@northwind.example', email_verified: false }],
    ['the issuer does not say whether it is verified', { email: 'ben@northwind.example' }],
    ['it names no e-mail', {}],
  ])('of an unknown account is forbidden when %s', async (_case, claims) => {
    await refused(await ask(await issuer.token('s-unknown', claims)), 403, 'forbidden');
  });

  test('is forbidden when its e-mail means users of two workspaces', async () => {
    await server.db
      .insertInto('workspaces')
      .values({ ws: 'two', name: 'Two', epoch: 'e' })
      .execute();
    const ada = { id: 'ada', name: 'Ada', email: 'ada@northwind.example', team: 'admin' as const };
    await server.db
      .insertInto('users')
      .values({ ws: 'two', ...ada })
      .execute();
    const token = await issuer.token('s-ada', { email: ada.email, email_verified: true });
    await refused(await ask(token), 403, 'forbidden');
  });

  test('stops working when its user is removed', async () => {
    const mia = { email: 'mia@northwind.example', email_verified: true };
    expect((await ask(await issuer.token('s-mia', mia))).status).toBe(200);
    await server.db.deleteFrom('users').where('email', '=', mia.email).execute();
    await refused(await ask(await issuer.token('s-mia', mia)), 403, 'forbidden');
  });

  test('is not called bad while the issuer is away, and works when it is back', async () => {
    const fresh = await testIssuer();
    const askFresh = guarded({ db: server.db, auth: fresh.auth });
    const token = await fresh.token('s-ana', ana);
    fresh.setAway(true);
    await refused(await askFresh(token), 500, 'internal');
    fresh.setAway(false);
    expect((await askFresh(token)).status).toBe(200);
  });
});
