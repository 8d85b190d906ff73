/** The real server app, which can crash between two commits and come back on the same database. */
import type { Kysely } from 'kysely';
import { PullRequest } from '../../lib/contract/sync.ts';
import { createApp } from '../../server/app.ts';
import type { Auth } from '../../server/auth/auth.ts';
import type { Database } from '../../server/db/schema.ts';
import type { AppDeps } from '../../server/deps.ts';
import { createLogger } from '../../server/log.ts';
import { pull } from '../../server/pull.ts';
import type { Tx } from '../../server/stored.ts';
import { Violation } from './violation.ts';

export const origin = 'http://127.0.0.1:8787';

/** The user of every workspace who sees all of it, and whom no browser is. */
export const adminId = 'admin';

/** What came back, as text, so that it can be held and looked at. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

class Died extends Error {
  readonly code = 'died';
}

/** The server is away: the connection broke, whatever it had done by then. */
export const broken = () => new TypeError('fetch failed');
export const isBroken = (error: unknown): boolean =>
  error instanceof TypeError && error.message === 'fetch failed';

/** One process: `doom` kills it around one of its next commits. */
interface Life {
  dead: boolean;
  doom: { after: number; when: 'before' | 'after' } | null;
}

/** Looks at each transaction from outside, right before it commits. */
export type AtCommit = (tx: Tx) => Promise<void>;

export class SimServer {
  /** What the app last failed with, for the report of a violation. */
  failed: unknown;
  atCommit: AtCommit = async () => {};
  readonly db: Kysely<Database>;
  readonly ws: string;
  readonly #pageLimit: number | undefined;
  #life: Life = { dead: false, doom: null };
  #app: ReturnType<typeof createApp>;

  /** `pageLimit`: pages of so few records, so that a tiny workspace has several. */
  constructor(db: Kysely<Database>, ws: string, pageLimit?: number) {
    this.db = db;
    this.ws = ws;
    this.#pageLimit = pageLimit;
    this.#app = this.#start();
  }

  /** @throws TypeError when it crashed meanwhile */
  async handle(path: string, init: RequestInit, user: string): Promise<Answer> {
    const life = this.#life;
    const response = await this.#answer(path, init, user).catch((error: unknown) => {
      throw error instanceof Died ? broken() : error;
    });
    if (life.dead) throw broken();
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    };
  }

  /** An admin restricts an account to these users, or opens it to everybody. */
  async restrict(account: string, users: readonly string[] | null): Promise<void> {
    const { status, text } = await this.handle(
      `/v1/accounts/${account}/access`,
      {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${this.ws}:${adminId}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ restricted: users !== null, users: users ?? [] }),
      },
      adminId,
    );
    // Gone, or merged into another one.
    if (status !== 200 && status !== 404)
      throw new Violation(3, `${account} could not be restricted: ${status} ${text}`);
  }

  /** Crashes right before or right after a commit, `after` commits from now. */
  dieSoon(after: number, when: 'before' | 'after'): void {
    this.#life.doom = { after, when };
  }

  /** Kills the process and starts another on the same database. */
  crash(): void {
    this.#life.dead = true;
    this.#life = { dead: false, doom: null };
    this.#app = this.#start();
  }

  /** The doom that met no commit is over. */
  spare(): void {
    this.#life.doom = null;
  }

  async #answer(path: string, init: RequestInit, user: string): Promise<Response> {
    // The routes leave the page's size to `pull`, whose own parameter it is.
    if (path !== '/v1/pull' || this.#pageLimit === undefined) return this.#app.request(path, init);
    const request = PullRequest.parse(JSON.parse(String(init.body)));
    const actor = { ws: this.ws, userId: user, team: 'sales' as const };
    return Response.json(await pull(this.#mortal(), actor, request, this.#pageLimit));
  }

  #start() {
    const log = createLogger('silent');
    log.error = ((what: { err?: unknown }) => {
      this.failed = what.err;
    }) as typeof log.error;
    const deps: Omit<AppDeps, 'db'> = {
      auth: sims,
      config: { extensionId: 'sim', demo: false },
      log,
      closing: new AbortController().signal,
    };
    return createApp({ ...deps, db: this.#mortal() });
  }

  /** The database as this life of the server sees it: when it dies, what is not committed never is. */
  #mortal(): Kysely<Database> {
    const life = this.#life;
    const die = () => {
      if (this.#life === life) this.crash();
      life.dead = true;
      return new Died();
    };
    const execute =
      (real: (work: (tx: Tx) => Promise<unknown>) => Promise<unknown>) =>
      async (work: (tx: Tx) => Promise<unknown>) => {
        if (life.dead) throw new Died();
        const now = life.doom !== null && life.doom.after-- <= 0 ? life.doom.when : null;
        const result = await real(async (tx) => {
          const done = await work(tx);
          if (now === 'before') throw die();
          if (life.dead) throw new Died();
          await this.atCommit(tx);
          return done;
        });
        if (now === 'after') throw die();
        return result;
      };
    const builder = (real: object): object =>
      new Proxy(real, {
        get(target, key) {
          const value: unknown = Reflect.get(target, key);
          if (typeof value !== 'function') return value;
          const bound = value.bind(target);
          if (key === 'execute') return execute(bound);
          return (...args: unknown[]) => builder(bound(...args));
        },
      });
    return new Proxy(this.db, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        const bound = value.bind(target);
        return key === 'transaction' ? () => builder(bound()) : bound;
      },
    });
  }
}

/** The bearer token is the subject: who somebody is, is not what is tried here. */
const sims: Auth = {
  issuer: 'sim',
  clientId: 'sim',
  resource: `${origin}/v1`,
  verify: async (token) => ({ sub: token }),
};
