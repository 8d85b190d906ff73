/** API keys: made by an admin at the server itself, kept as hashes, each for one workspace and some scopes. */
import { createHash, randomBytes } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { Id } from '#lib/model/fields.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import type { Asker } from './actor.ts';
import type { Auth } from './auth/auth.ts';
import { userOf } from './auth/require-user.ts';
import type { Database } from './db/schema.ts';
import { ProblemError } from './problem.ts';

/**
 * `signals`: may send them · `read`: may ask for accounts, decisions and journeys, and export · `import`: may import.
 * A key is the workspace's own, made by an admin: restricted accounts are open to it [A8].
 */
export const KeyScope = z.enum(['signals', 'read', 'import']);
export type KeyScope = z.infer<typeof KeyScope>;

export interface Key {
  id: string;
  ws: string;
  /** The sender: its signals' ids are told apart from other senders'. */
  name: string;
  scopes: KeyScope[];
}

export const KeyName = Id.max(60);
const prefix = 'qk_';
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The workspace is not there. */
export class NoWorkspaceError extends Error {
  override name = 'NoWorkspaceError';
  readonly code = 'noWorkspace';
}

/** Makes a key and gives its secret, which is nowhere else. @throws NoWorkspaceError */
export async function createKey(
  db: Kysely<Database>,
  { ws, name, scopes }: Omit<Key, 'id'>,
): Promise<string> {
  const all = await db.selectFrom('workspaces').select('ws').orderBy('ws').execute();
  if (!all.some((one) => one.ws === ws)) {
    const there = all.map((one) => one.ws).join(', ');
    throw new NoWorkspaceError(
      `There is no workspace “${ws}”. ${there ? `There is: ${there}.` : 'There is none yet.'}`,
    );
  }
  const secret = prefix + randomBytes(32).toString('base64url');
  await db
    .insertInto('api_keys')
    .values({
      id: secret.slice(0, 11),
      hash: hashOf(secret),
      ws,
      name,
      scopes: [...new Set(scopes)].join(','),
    })
    .execute();
  return secret;
}

/** The key a secret belongs to, unless it was revoked. */
export async function findKey(db: Kysely<Database>, secret: string): Promise<Key | undefined> {
  const row = await db
    .selectFrom('api_keys')
    .select(['id', 'ws', 'name', 'scopes'])
    .where('hash', '=', hashOf(secret))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row && { ...row, scopes: z.array(KeyScope).parse(row.scopes.split(',')) };
}

/** A workspace's keys as they can be shown: never the secret, which nobody has. */
export async function listKeys(db: Kysely<Database>, ws: string) {
  return db
    .selectFrom('api_keys')
    .select(['id', 'name', 'scopes', 'created_at', 'revoked_at'])
    .where('ws', '=', ws)
    .orderBy('created_at')
    .execute();
}

/** Ends a key by its id; tells whether there was one to end. */
export async function revokeKey(db: Kysely<Database>, ws: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_keys')
    .set({ revoked_at: new Date() })
    .where('ws', '=', ws)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface KeyEnv {
  Variables: { key: Key };
}
export interface TransferEnv {
  Variables: { transfer: Asker & { by: string } };
}
export interface ReaderEnv {
  Variables: { reader: Asker };
}

const secretIn = (header: string | undefined): string | undefined =>
  /^Bearer +(qk_\S+)$/i.exec(header ?? '')?.[1];

async function allowedKey(db: Kysely<Database>, secret: string, scope: KeyScope): Promise<Key> {
  const key = await findKey(db, secret);
  if (!key)
    throw new ProblemError('unauthorized', 'This API key is not valid, or was revoked.', {
      'www-authenticate': 'Bearer error="invalid_token"',
    });
  if (!key.scopes.includes(scope))
    throw new ProblemError('forbidden', `This API key lacks the scope “${scope}”.`);
  return key;
}

/** Lets a request pass with an API key that has the scope; 401 or 403 as problem details otherwise. */
export function requireKey(db: Kysely<Database>, scope: KeyScope) {
  return createMiddleware<KeyEnv>(async (c, next) => {
    const secret = secretIn(c.req.header('authorization'));
    if (!secret)
      throw new ProblemError('unauthorized', `This needs an API key with the scope “${scope}”.`, {
        'www-authenticate': 'Bearer',
      });
    c.set('key', await allowedKey(db, secret, scope));
    await next();
  });
}

/** For reading: an API key with the scope `read`, or a signed-in user. */
export function requireReader(deps: { auth: Auth; db: Kysely<Database> }) {
  return createMiddleware<ReaderEnv>(async (c, next) => {
    const header = c.req.header('authorization');
    const secret = secretIn(header);
    if (secret) c.set('reader', { ws: (await allowedKey(deps.db, secret, 'read')).ws });
    else c.set('reader', await userOf(deps, header));
    await next();
  });
}

/** For whole lists in or out: an API key with the scope, or a signed-in user of one of these teams. */
export function requireKeyOrTeam(
  deps: { auth: Auth; db: Kysely<Database> },
  scope: KeyScope,
  teams: readonly Team[],
) {
  return createMiddleware<TransferEnv>(async (c, next) => {
    const header = c.req.header('authorization');
    const secret = secretIn(header);
    if (secret) {
      const { ws, name } = await allowedKey(deps.db, secret, scope);
      c.set('transfer', { ws, by: `${scope}.${name}` });
    } else {
      const user = await userOf(deps, header);
      if (!teams.includes(user.team))
        throw new ProblemError('forbidden', `Only ${teams.join(' and ')} may import and export.`);
      c.set('transfer', { ...user, by: user.userId });
    }
    await next();
  });
}
