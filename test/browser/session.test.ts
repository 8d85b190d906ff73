import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  accessToken,
  endSession,
  forgetAccessToken,
  keepSession,
  keepTokens,
  NoTokenError,
  type Session,
  session,
} from '#lib/browser/session.ts';

const issuer = 'http://127.0.0.1:8787/auth';
const ana: Session = {
  server: 'http://127.0.0.1:8787',
  info: {
    name: 'Quorum',
    protocol: 1,
    issuer,
    clientId: 'quorum-extension',
    resource: 'http://127.0.0.1:8787/v1',
  },
  me: {
    workspace: 'demo',
    workspaceName: 'Northwind',
    userId: 'ana',
    name: 'Ana Ruiz',
    team: 'sales',
  },
};

/** The issuer: what it was asked at which address, and what its token endpoint says. */
const asked: { path: string; form: URLSearchParams }[] = [];
let issues: () => Response | Promise<Response>;
let count = 0;
const fresh = () =>
  Response.json({
    access_token: `access-${++count}`,
    refresh_token: `refresh-${count}`,
    token_type: 'Bearer',
    expires_in: 300,
  });
const formsFor = (path: string) => asked.flatMap((one) => (one.path === path ? one.form : []));

beforeEach(async () => {
  fakeBrowser.reset();
  asked.length = 0;
  count = 0;
  issues = fresh;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const path = url.slice(issuer.length);
    expect(init.credentials).toBe('omit');
    asked.push({ path, form: new URLSearchParams(String(init.body ?? '')) });
    if (path === '/revoke') return new Response(null, { status: 200 });
    if (path === '/token') return issues();
    return Response.json({
      issuer,
      token_endpoint: `${issuer}/token`,
      revocation_endpoint: `${issuer}/revoke`,
    });
  });
  await keepSession(ana);
});
afterEach(() => vi.unstubAllGlobals());

const expired = () => keepTokens({ access: 'old', expiresAt: 1000, refresh: 'refresh-0' });

describe('an access token', () => {
  test('that holds is used without asking anybody', async () => {
    await keepTokens({ access: 'good', expiresAt: 100_000, refresh: 'refresh-0' });
    expect(await accessToken(() => 79_000)).toBe('good');
    expect(asked).toEqual([]);
  });

  test('is renewed shortly before it ends, and the new refresh token kept', async () => {
    await keepTokens({ access: 'good', expiresAt: 100_000, refresh: 'refresh-0' });
    expect(await accessToken(() => 81_000)).toBe('access-1');
    expect(formsFor('/token').map((form) => form.get('refresh_token'))).toEqual(['refresh-0']);
    await forgetAccessToken('access-1');
    expect(await accessToken()).toBe('access-2');
    expect(formsFor('/token').at(-1)?.get('refresh_token')).toBe('refresh-1');
  });

  test('is renewed once however many ask, since a refresh token used twice ends the sign-in', async () => {
    await expired();
    const tokens = await Promise.all(Array.from({ length: 10 }, () => accessToken()));
    expect(new Set(tokens)).toEqual(new Set(['access-1']));
    expect(formsFor('/token')).toHaveLength(1);
  });

  test('is asked for with the API it is for', async () => {
    await expired();
    await accessToken();
    expect(formsFor('/token')[0]?.get('resource')).toBe('http://127.0.0.1:8787/v1');
  });

  test('that was refused is forgotten, but not a newer one', async () => {
    const now = Date.now();
    await keepTokens({ access: 'newer', expiresAt: now + 300_000, refresh: 'refresh-0' });
    await forgetAccessToken('older');
    expect(await accessToken()).toBe('newer');
    await forgetAccessToken('newer');
    expect(await accessToken()).toBe('access-1');
  });
});

describe('when the issuer', () => {
  const says = (status: number, error: string) => () => Response.json({ error }, { status });

  test('says the sign-in is over, only signing in again helps; who it was is kept', async () => {
    await expired();
    issues = says(400, 'invalid_grant');
    await expect(accessToken()).rejects.toThrow(NoTokenError);
    await expect(accessToken()).rejects.toMatchObject({ code: 'signedOut' });
    expect(formsFor('/token')).toHaveLength(1);
    expect(await session()).toEqual(ana);
  });

  test.each<[string, () => Response | Promise<Response>]>([
    ['is away', () => Promise.reject(new TypeError('fetch failed'))],
    ['is overrun', says(429, 'slow_down')],
    ['is being repaired', says(503, 'temporarily_unavailable')],
    ['fails', says(500, 'server_error')],
    ['is a proxy’s page', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
  ])('%s, the sign-in is kept and goes on afterwards', async (_case, answer) => {
    await expired();
    issues = answer;
    const failed = accessToken();
    await expect(failed).rejects.toThrow();
    await expect(failed).rejects.not.toThrow(NoTokenError);
    issues = fresh;
    expect(await accessToken()).toBe('access-1');
  });
});

describe('signing out', () => {
  test('forgets everything and has the refresh token revoked', async () => {
    await expired();
    await endSession();
    expect(formsFor('/revoke').map((form) => form.get('token'))).toEqual(['refresh-0']);
    expect(await session()).toBeNull();
    await expect(accessToken()).rejects.toThrow(NoTokenError);
  });

  test('works with the issuer away', async () => {
    await expired();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    await endSession();
    expect(await session()).toBeNull();
    await expect(accessToken()).rejects.toThrow(NoTokenError);
  });
});
