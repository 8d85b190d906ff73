/**
 * The issuer that comes with the server: Better Auth's OAuth 2.1 provider, in the schema `auth` of the same database.
 * Accounts are made by the server's own commands; nobody signs up, and the one client is our extension.
 */
import { oauthProvider } from '@better-auth/oauth-provider';
import type { BetterAuthOptions } from 'better-auth';
import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import { jwt } from 'better-auth/plugins/jwt';
import { type Kysely, sql } from 'kysely';
import type { Logger } from '../log.ts';
import type { Auth } from './auth.ts';
import { createVerifier } from './verify.ts';

export const clientId = 'quorum-extension';
const accessTokenSeconds = 300;

/** Set by our own route from the connection: a header a client could write must not choose whom a limit counts. */
export const peerHeader = 'x-quorum-peer';

export interface BundledOptions {
  /** A Kysely of its own: Better Auth's queries must not join a transaction of ours. */
  db: Kysely<unknown>;
  origin: string;
  secret: string;
  extensionId: string;
  rateLimits: boolean;
  log: Logger;
}

/** Makes or updates its tables, the client and the API it may ask for, then answers. */
export async function bundledIssuer(options: BundledOptions): Promise<Auth> {
  const { db, origin, extensionId } = options;
  const issuer = `${origin}/auth`;
  const resource = `${origin}/v1`;
  const settings = betterAuthOptions({ ...options, issuer, resource });

  // Better Auth notes the schema when it starts: its tables have to be there before.
  await sql`create schema if not exists auth`.execute(db);
  await (await getMigrations(settings)).runMigrations();
  const auth = betterAuth(settings);
  const context = await auth.$context;
  await auth.api.signJWT({ body: { payload: {} } }).catch(async () => {
    // The signing keys are encrypted with the secret; after a change of it nobody could sign in.
    options.log.warn('The secret has changed: new signing keys are made.');
    await context.adapter.deleteMany({ model: 'jwks', where: [] });
  });
  const redirectUri = `https://${extensionId}.chromiumapp.org/cb`;
  await registerClient(context.adapter, { redirectUri, resource });

  const handle = (request: Request) => auth.handler(request);
  return {
    issuer,
    clientId,
    resource,
    verify: createVerifier({
      issuer,
      audience: resource,
      jwksUri: `${issuer}/jwks`,
      // The issuer is this very process.
      fetch: (url, init) =>
        handle(new Request(url, { ...init, headers: { [peerHeader]: '127.0.0.1' } })),
    }),
    bundled: {
      handle,
      async ensureAccount({ email, name, password }) {
        const known = await context.internalAdapter.findUserByEmail(email);
        if (known) return known.user.id;
        const user = await context.internalAdapter.createUser(
          { email, name, emailVerified: true },
          { method: 'admin' },
        );
        await context.internalAdapter.linkAccount({
          userId: user.id,
          providerId: 'credential',
          accountId: user.id,
          password: await context.password.hash(password),
        });
        return user.id;
      },
    },
  };
}

function betterAuthOptions(options: BundledOptions & { issuer: string; resource: string }) {
  const { db, origin, secret, extensionId, rateLimits, log, issuer, resource } = options;
  const perMinute = (max: number) => (rateLimits ? { window: 60, max } : (false as const));
  return {
    database: { db, type: 'postgres', schemaName: 'auth', transaction: true },
    baseURL: origin,
    basePath: '/auth',
    secret,
    trustedOrigins: [`chrome-extension://${extensionId}`],
    emailAndPassword: { enabled: true, disableSignUp: true },
    disabledPaths: ['/token'],
    telemetry: { enabled: false },
    rateLimit: {
      enabled: rateLimits,
      window: 60,
      max: 600, // whole offices share one address
      customRules: { '/sign-in/email': perMinute(30) },
    },
    advanced: { cookiePrefix: 'quorum', ipAddress: { ipAddressHeaders: [peerHeader] } },
    logger: {
      level: 'warn',
      // Its warnings are wrong passwords and the like: ordinary days, not worth a look.
      log: (level, message) => log[level === 'error' ? 'error' : 'info']({ from: 'auth' }, message),
    },
    onAPIError: {
      onError: (error) => {
        if (!isAPIError(error)) log.error({ from: 'auth', err: error }, 'unexpected error');
      },
    },
    plugins: [
      jwt({ jwt: { issuer }, jwks: { keyPairConfig: { alg: 'ES256' } } }),
      oauthProvider({
        loginPage: '/login',
        consentPage: '/login', // never shown: the one client skips consent
        resources: [{ identifier: resource, name: 'Quorum', accessTokenTtl: accessTokenSeconds }],
        // Lets an account made outside the seed find its user by e-mail.
        customAccessTokenClaims: ({ user }) =>
          user ? { email: user.email, email_verified: user.emailVerified } : {},
        rateLimit: {
          token: perMinute(600),
          authorize: perMinute(120),
          revoke: perMinute(120),
          userinfo: perMinute(120),
          introspect: perMinute(60),
          register: perMinute(5),
        },
      }),
    ],
  } satisfies BetterAuthOptions;
}

interface Rows {
  findOne: (query: {
    model: string;
    where: { field: string; value: string }[];
  }) => Promise<unknown>;
  create: (query: { model: string; data: Record<string, unknown> }) => Promise<unknown>;
}

async function registerClient(
  rows: Rows,
  { redirectUri, resource }: { redirectUri: string; resource: string },
): Promise<void> {
  const byClient = { field: 'clientId', value: clientId };
  if (!(await rows.findOne({ model: 'oauthClient', where: [byClient] }))) {
    await rows.create({
      model: 'oauthClient',
      data: {
        clientId,
        name: 'Quorum',
        redirectUris: [redirectUri],
        tokenEndpointAuthMethod: 'none',
        applicationType: 'web',
        grantTypes: ['authorization_code', 'refresh_token'],
        responseTypes: ['code'],
        requirePKCE: true,
        skipConsent: true,
        scopes: ['openid', 'profile', 'email', 'offline_access'],
        createdAt: new Date(),
        updatedAt: new Date(),
      },
    });
  }
  const link = [byClient, { field: 'resourceId', value: resource }];
  if (!(await rows.findOne({ model: 'oauthClientResource', where: link }))) {
    await rows.create({
      model: 'oauthClientResource',
      data: { clientId, resourceId: resource, createdAt: new Date() },
    });
  }
}
