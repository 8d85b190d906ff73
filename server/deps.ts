/** What the app is made of and what its requests carry. */
import type { HttpBindings } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Kysely } from 'kysely';
import type { Auth } from './auth/auth.ts';
import type { UserEnv } from './auth/require-user.ts';
import type { Config } from './config.ts';
import type { Database } from './db/schema.ts';
import type { Pokes } from './events.ts';
import type { KeyEnv, ReaderEnv, TransferEnv } from './keys.ts';
import type { Logger } from './log.ts';

export interface AppDeps {
  db: Kysely<Database>;
  auth: Auth;
  config: Pick<Config, 'extensionId' | 'demo'>;
  log: Logger;
  /** Aborts when the server stops: live streams end, every other request gets 503. */
  closing: AbortSignal;
  /** Where commits are told of; absent, the app's own. */
  pokes?: Pokes;
  /** The clock by which edits and signals are dated; absent, the machine's. */
  now?: () => Date;
}

export interface AppEnv {
  Variables: UserEnv['Variables'] &
    KeyEnv['Variables'] &
    ReaderEnv['Variables'] &
    TransferEnv['Variables'];
  /** Present when a real connection is behind the request, not in tests. */
  Bindings: Partial<HttpBindings>;
}
export type App = OpenAPIHono<AppEnv>;
