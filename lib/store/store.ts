/** The client's one durable truth: records, outbox and cursors. The only door to Dexie. */
import type { PullAnswer } from '#lib/contract/sync.ts';
import { workspaceScope } from '#lib/model/kinds.ts';
import type { Call, Outcome } from '#lib/model/mutation.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import { apply } from './apply.ts';
import {
  type KeptWay,
  type Meta,
  type PendingMutation,
  QuorumDatabase,
  type ScopeRow,
  type WayBack,
} from './database.ts';
import { type Author, edit } from './edit.ts';
import { storing } from './failure.ts';
import { depart, sendAgain } from './journal.ts';
import { asideAsJson, mend } from './mend.ts';
import { readMeta, renumber } from './meta.ts';
import { resend } from './resend.ts';
import { builtOn, discard, standing, takeBack } from './retract.ts';
import { follow, isFilling } from './scopes.ts';
import { tryOut } from './try-out.ts';
import { viewAnew } from './view.ts';

export interface StoreOptions {
  /** The database's name: one for each workspace and user. */
  name: string;
  /** The signed-in user, as author of the edits. */
  userId: string;
  team: Team;
  now?: () => number;
  newId?: () => string;
}

export interface Progress {
  meta: Meta;
  scopes: ScopeRow[];
  /** A scope was followed that no pull has filled yet, nor told to be closed. */
  filling: boolean;
}

/** Every method throws StorageFailedError when the browser cannot store; then nothing was written. */
export class Store {
  readonly db: QuorumDatabase;
  readonly #author: Author;

  constructor({
    name,
    userId,
    team,
    now = Date.now,
    newId = () => crypto.randomUUID(),
  }: StoreOptions) {
    this.db = new QuorumDatabase(name);
    this.#author = { by: userId, team, now, newId };
  }

  /**
   * Opens the database and follows the workspace's own scope. A damaged one is put aside and begun anew.
   * @throws StorageDamagedError where it cannot be read at all
   */
  async open(): Promise<this> {
    await storing(async () => {
      const damage = await mend(this.db.name, this.#author);
      await this.db.open();
      if (damage !== null) await this.#showRescued();
    });
    await Promise.all([this.meta(), this.follow([workspaceScope])]);
    return this;
  }

  /**
   * Looks at every record, for damage that opening does not show, a portion after each pause. Tells whether the cache had
   * to be begun anew.
   */
  check(pause: () => Promise<void> = async () => {}): Promise<boolean> {
    return storing(async () => {
      if ((await mend(this.db.name, this.#author, pause)) === null) return false;
      await this.#showRescued();
      return true;
    });
  }

  /** Rescued edits are seen over the rescued records before any pull. */
  #showRescued(): PromiseLike<void> {
    const { db } = this;
    return db.transaction('rw', [db.records, db.outbox, db.aliases], async () =>
      viewAnew(db, await db.outbox.toArray(), this.#author),
    );
  }

  /** What a damaged cache held, as JSON, for whoever can make something of it. */
  aside(): Promise<Blob> {
    return storing(async () => asideAsJson(await this.db.aside.toArray()));
  }

  /** The user has let go of what was put aside. */
  forgetAside(): Promise<void> {
    const { db } = this;
    return storing(() =>
      db.transaction('rw', [db.aside, db.meta], async () => {
        await db.aside.clear();
        await db.meta.update('meta', { mended: undefined });
      }),
    );
  }

  close(): void {
    this.db.close();
  }

  /** Removes the cache and the edits in it, for signing out. */
  delete(): Promise<void> {
    return storing(() => this.db.delete());
  }

  /**
   * Makes edits, all or none, in one transaction. `way` takes them back, for as long as the journal keeps them.
   * @throws EditRejectedError when one does not apply to what is in the cache
   */
  edit(calls: readonly Call[], way?: WayBack): Promise<PendingMutation[]> {
    return storing(() => edit(this.db, this.#author, calls, way));
  }

  /**
   * Makes an edit in place of one that the server did not take, and tells its nonce.
   * @throws EditRejectedError when it does not apply to what is in the cache, or the other was dealt with already
   */
  resend(nonce: string, call: Call, way?: WayBack): Promise<string> {
    return storing(async () => (await resend(this.db, this.#author, nonce, call, way)).nonce);
  }

  /** What an edit would do to what is here, without making it. */
  tryOut(call: Call): Promise<Outcome> {
    const at = new Date(this.#author.now()).toISOString();
    return storing(() => tryOut(this.db, this.#author, call, at));
  }

  /** Before edits are sent: marks them as on their way. `null`: one was discarded meanwhile, so look again. */
  depart(mutations: readonly PendingMutation[]): Promise<Pick<Meta, 'client'> | null> {
    return storing(() => depart(this.db, mutations, this.#author.newId));
  }

  /**
   * Lets go of an edit that was not sent yet, and of those that build on it. Tells which went.
   * @throws EditRejectedError when it is on its way already, or gone
   */
  discard(nonce: string): Promise<PendingMutation[]> {
    return storing(() => discard(this.db, this.#author, nonce));
  }

  /** The waiting edits that would apply no more without this one. */
  builtOn(nonce: string): Promise<PendingMutation[]> {
    return storing(() => builtOn(this.db, this.#author, nonce));
  }

  /**
   * Takes a gesture back, and notes of the edit it ended with that it was.
   * @throws EditRejectedError when what it would do does not apply any more
   */
  takeBack(calls: readonly Call[], nonce?: string): Promise<void> {
    return storing(() => takeBack(this.db, this.#author, calls, nonce));
  }

  /** Whether a gesture can still be taken back: `changed` when somebody changed it since, `gone` when its record is. */
  standing(way: KeptWay): Promise<'open' | 'changed' | 'gone'> {
    const at = new Date(this.#author.now()).toISOString();
    return storing(() => standing(this.db, this.#author, way, at));
  }

  /** Applies one page of a pull. @throws AnswerNotUnderstoodError before anything is written */
  apply(answer: PullAnswer): Promise<void> {
    return apply(this.db, this.#author, answer);
  }

  /** Follows scopes from now on; the next pull fills them. Tells which ones are new. */
  follow(scopes: readonly string[]): Promise<string[]> {
    return storing(() => follow(this.db, scopes, this.#author.now()));
  }

  pending(limit = Number.POSITIVE_INFINITY): Promise<PendingMutation[]> {
    return storing(() => this.db.outbox.orderBy('id').limit(limit).toArray());
  }

  scopes(): Promise<ScopeRow[]> {
    return storing(() => this.db.scopes.toArray());
  }

  /** How far the cache has come, in one transaction: what a pull goes on from. */
  progress(): Promise<Progress> {
    const { db } = this;
    return storing(async () => {
      const [meta, scopes] = await db.transaction('r', [db.meta, db.scopes], () =>
        Promise.all([db.meta.get('meta'), db.scopes.toArray()]),
      );
      return { meta: meta ?? (await this.meta()), scopes, filling: scopes.some(isFilling) };
    });
  }

  meta(): Promise<Meta> {
    return storing(() => readMeta(this.db, this.#author.newId));
  }

  /** The server lost what this client sent before (a restored backup): all of it waits again, under a new client id. */
  renameClient(): Promise<void> {
    const { db } = this;
    return storing(() =>
      db.transaction('rw', [db.records, db.outbox, db.meta, db.journal, db.aliases], async () => {
        const meta = await readMeta(db, this.#author.newId);
        const again = await sendAgain(db);
        await db.meta.put(await renumber(db, meta, this.#author.newId));
        await viewAnew(db, again, this.#author);
      }),
    );
  }

  /** The user has seen what the server did not take. */
  dismiss(nonce: string): Promise<void> {
    return storing(() => this.db.unresolved.delete(nonce));
  }
}
