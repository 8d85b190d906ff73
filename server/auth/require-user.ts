import { createMiddleware } from 'hono/factory';
import type { JWTPayload } from 'jose';
import type { Kysely } from 'kysely';
import type { Actor } from '../actor.ts';
import type { Database } from '../db/schema.ts';
import { ProblemError } from '../problem.ts';
import type { Auth } from './auth.ts';
import { IssuerUnreachableError } from './verify.ts';

/** Who asks: `c.get('user')` behind `requireUser`. Every query below names `ws`. */
export interface SignedInUser extends Actor {
  name: string;
}

export interface UserEnv {
  Variables: { user: SignedInUser };
}

interface UserDeps {
  auth: Auth;
  db: Kysely<Database>;
}

/** Lets a request pass with a good access token of a known user; 401 or 403 as problem details otherwise. */
export function requireUser(deps: UserDeps) {
  return createMiddleware<UserEnv>(async (c, next) => {
    c.set('user', await userOf(deps, c.req.header('authorization')));
    await next();
  });
}

/** The known user of an access token. @throws ProblemError `unauthorized` or `forbidden` */
export async function userOf(
  { auth, db }: UserDeps,
  authorization: string | undefined,
): Promise<SignedInUser> {
  const claims = await verified(auth, authorization);
  const user =
    (await knownUser(db, auth.issuer, claims)) ?? (await linkByEmail(db, auth.issuer, claims));
  if (!user)
    throw new ProblemError('forbidden', 'No workspace here knows this account. Ask your admin.');
  return user;
}

async function verified(auth: Auth, header: string | undefined): Promise<JWTPayload> {
  const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
  if (!token) throw unauthorized('This needs a sign-in.', 'Bearer');
  try {
    return await auth.verify(token);
  } catch (error) {
    if (error instanceof IssuerUnreachableError) throw error;
    throw unauthorized(
      'The sign-in has expired or is not valid here.',
      'Bearer error="invalid_token"',
    );
  }
}

const unauthorized = (detail: string, challenge: string) =>
  new ProblemError('unauthorized', detail, { 'www-authenticate': challenge });

function knownUser(db: Kysely<Database>, issuer: string, { sub = '' }: JWTPayload) {
  return db
    .selectFrom('identities')
    .innerJoin('users', (join) =>
      join.onRef('users.ws', '=', 'identities.ws').onRef('users.id', '=', 'identities.user_id'),
    )
    .select(['users.ws', 'users.id as userId', 'users.name', 'users.team'])
    .where('identities.issuer', '=', issuer)
    .where('identities.subject', '=', sub)
    .executeTakeFirst();
}

/** At the first request of an account: only an address the issuer verified, and only if it means one single user. */
async function linkByEmail(
  db: Kysely<Database>,
  issuer: string,
  { sub = '', email, email_verified }: JWTPayload,
): Promise<SignedInUser | undefined> {
  if (typeof email !== 'string' || email_verified !== true) return undefined;
  const [user, another] = await db
    .selectFrom('users')
    .select(['ws', 'id as userId', 'name', 'team'])
    .where('email', '=', email.toLowerCase())
    .limit(2)
    .execute();
  if (!user || another) return undefined;
  await db
    .insertInto('identities')
    .values({ issuer, subject: sub, ws: user.ws, user_id: user.userId })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .execute();
  return user;
}
