import { z } from 'zod';

/** A setting is wrong; the message says which and is meant for the person at the terminal. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly code = 'config';
}

export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Where browsers reach the server, without a trailing slash; absent: `http://host:port`. */
  origin: string | undefined;
  databaseUrl: string | undefined;
  /** The data folder: PGlite's files and the secret of the bundled issuer. */
  folder: string;
  /** Signs the bundled issuer's cookies; absent: made once and kept in the data folder. */
  secret: string | undefined;
  /** Another identity provider instead of the bundled one. */
  issuer: { url: string; clientId: string; audience: string | undefined } | undefined;
  extensionId: string;
  /** Seed the demo workspace at first start and list its users on the sign-in page. */
  demo: boolean;
  /** Off only where many sign-ins from one address are wanted, as in tests. */
  rateLimits: boolean;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** Fixed by the key in the extension's manifest. */
export const extensionId = 'pbahnhiaaefjplpjidjbagkakddegdkf';
export const defaultPort = 8787;

const flag = (fallback: boolean) =>
  z
    .enum(['0', '1'], 'must be 0 or 1')
    .optional()
    .transform((value) => (value === undefined ? fallback : value === '1'));

const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(defaultPort),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .transform((url) => new URL(url).origin)
    .optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' })
    .optional(),
  QUORUM_DATA: z.string().default('.data'),
  QUORUM_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
  OIDC_CLIENT_ID: z.string().default('quorum-extension'),
  OIDC_AUDIENCE: z.string().optional(),
  QUORUM_EXTENSION_ID: z
    .string()
    .regex(/^[a-p]{32}$/, 'must be an extension id')
    .default(extensionId),
  QUORUM_DEMO: flag(false),
  QUORUM_RATE_LIMITS: flag(true),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/**
 * Reads the environment; an empty variable counts as absent.
 * @throws ConfigError naming the first variable that is wrong
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const env = parsed.data;
  return {
    host: env.HOST,
    port: env.PORT,
    origin: env.PUBLIC_URL,
    databaseUrl: env.DATABASE_URL,
    folder: env.QUORUM_DATA,
    secret: env.QUORUM_SECRET,
    issuer: env.OIDC_ISSUER
      ? { url: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID, audience: env.OIDC_AUDIENCE }
      : undefined,
    extensionId: env.QUORUM_EXTENSION_ID,
    demo: env.QUORUM_DEMO,
    rateLimits: env.QUORUM_RATE_LIMITS,
    logLevel: env.LOG_LEVEL,
  };
}
