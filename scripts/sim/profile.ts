/** A browser profile: the real store and the real rounds, behind a network that does to each exchange what it was told. */

import 'fake-indexeddb/auto'; // before Dexie looks for one
import { type Api, createApi } from '../../lib/api/api.ts';
import { isApiError, UnreachableError } from '../../lib/api/errors.ts';
import type { PullAnswer } from '../../lib/contract/sync.ts';
import { schemaVersion } from '../../lib/contract/version.ts';
import type { Call } from '../../lib/model/mutation.ts';
import type { Team } from '../../lib/model/vocabulary.ts';
import type { PendingMutation } from '../../lib/store/database.ts';
import { EditRejectedError, StorageFailedError } from '../../lib/store/failure.ts';
import { Store } from '../../lib/store/store.ts';
import { pullAll, round } from '../../lib/sync/round.ts';
import { type Answer, broken, isBroken, origin } from './server.ts';
import type { Fate } from './steps.ts';
import { copyDatabase, killAt, spare } from './storage.ts';
import { Violation } from './violation.ts';

/** One exchange under way. Without `settle` nobody waits for the answer any more. */
export interface Exchange {
  from: Profile;
  path: string;
  init: RequestInit;
  /** Present once the server answered. */
  answer?: Answer;
  settle: { answer: (response: Response) => void; fail: (error: unknown) => void } | null;
  /** For faults: what they noted when the request left. */
  note?: unknown;
}

/** Where exchanges go: the server, the place for those under way, and what watches. */
export interface Network {
  handle: (exchange: Exchange) => Promise<Answer>;
  underWay: Exchange[];
  held: (exchange: Exchange) => Promise<void>;
  /** The server dies around one of the next commits. */
  doom: (when: 'before' | 'after') => void;
  applied: (profile: Profile, answer: PullAnswer) => Promise<void>;
  /** A doctored client, for faults. */
  doctor: (profile: Profile, api: Api) => Api;
}

export interface ProfileOptions {
  index: number;
  name: string;
  user: string;
  team: Team;
  subject: string;
  network: Network;
  newId: () => string;
  now: () => number;
  /** That its extension speaks; the present one where it is absent. */
  schema?: number;
}

export class Profile {
  readonly index: number;
  readonly user: string;
  readonly team: Team;
  readonly name: string;
  /** Edits made here (or copied with the profile) whose outcome no pull has told yet, in order. */
  unconfirmed: PendingMutation[] = [];
  /** Nonces of edits whose effects this profile showed its user before they were confirmed. */
  readonly own = new Set<string>();
  /** It was of an earlier schema once: then all it was told as done is sent again, and has no second effect. */
  updated = false;
  schema: number;
  store: Store;
  readonly #options: ProfileOptions;
  #fates: Fate[] = [];
  #killed = false;
  #calm = false;
  /** Each start of the browser is another life: what an earlier one still awaits never comes. */
  #life = 0;
  #round: Promise<void> | null = null;
  #stopped: () => void = () => {};

  constructor(options: ProfileOptions) {
    this.#options = options;
    this.index = options.index;
    this.user = options.user;
    this.team = options.team;
    this.name = options.name;
    this.schema = options.schema ?? schemaVersion;
    this.store = this.#newStore();
  }

  get busy(): boolean {
    return this.#round !== null;
  }

  async open(): Promise<this> {
    await this.store.open();
    return this;
  }

  /** The browser is killed; what it had under way goes on without it. */
  async crash(): Promise<void> {
    this.#life++;
    this.#round = null;
    this.#fates = [];
    this.#killed = false;
    spare(this.name);
    for (const exchange of this.#options.network.underWay)
      if (exchange.from === this) exchange.settle = null;
    this.store.close();
    this.store = this.#newStore();
    await this.store.open();
  }

  /** The extension is updated to the present schema: what Dexie's upgrade does to a cache of the one before. */
  async update(): Promise<void> {
    if (this.schema === schemaVersion) return;
    await this.crash();
    await this.store.db.meta.update('meta', { epoch: `schema ${this.schema}` });
    this.schema = schemaVersion;
    this.updated = true;
  }

  /** Another profile with all that this one has stored, as copying the folder gives. */
  async clone(index: number): Promise<Profile> {
    const name = `${this.name}-${index}`;
    await copyDatabase(this.store.db, name);
    const twin = await new Profile({ ...this.#options, index, name, schema: this.schema }).open();
    twin.updated = this.updated;
    twin.unconfirmed = [...this.unconfirmed];
    for (const nonce of this.own) twin.own.add(nonce);
    return twin;
  }

  /** @returns what was made; nothing where the cache says it cannot be */
  async edit(calls: readonly Call[], dies?: number): Promise<PendingMutation[]> {
    this.#kill(dies);
    try {
      const made = await this.store.edit(calls);
      this.unconfirmed.push(...made);
      for (const { nonce } of made) this.own.add(nonce);
      return made;
    } catch (error) {
      if (error instanceof EditRejectedError) return [];
      if (this.#killed) return [];
      throw error;
    } finally {
      await this.#afterKill();
    }
  }

  /** Begins a round, or goes on with nothing when one is under way; ends when it ended or waits for the network. */
  async sync(kind: 'round' | 'pull', net: readonly Fate[], dies?: number): Promise<void> {
    const ask = kind === 'round' ? round : pullAll;
    await this.#begin((api, signal) => ask(this.store, api, signal), net, dies);
  }

  /** Asks the server to erase somebody; that they are gone already is an answer, too. */
  async erase(contactId: string, exclude: boolean, net: readonly Fate[]): Promise<void> {
    await this.#begin((api, signal) => api.erasePerson(contactId, { exclude }, signal), net);
  }

  async #begin(
    work: (api: Api, signal: AbortSignal) => Promise<unknown>,
    net: readonly Fate[],
    dies?: number,
  ): Promise<void> {
    if (this.#round) return;
    this.#fates = [...net];
    this.#kill(dies);
    const life = this.#life;
    const api = this.#options.network.doctor(this, this.#api());
    const ended = work(api, new AbortController().signal).catch((error: unknown) => {
      if (life === this.#life) this.#forgive(error);
    });
    this.#round = ended
      .then(() => {})
      .finally(() => {
        if (life === this.#life) this.#round = null;
      });
    await this.rest();
  }

  /** Until the round ended or nothing more happens before the network does something. */
  async rest(): Promise<void> {
    if (!this.#round) return this.#afterKill();
    const waits = this.#options.network.underWay.some(
      ({ from, settle }) => from === this && settle !== null,
    );
    if (waits) return;
    const stopped = new Promise<void>((resolve) => {
      this.#stopped = resolve;
    });
    await Promise.race([this.#round, stopped]);
    await this.#afterKill();
  }

  /** The user's patience, or the browser's, is at its end. */
  async giveUp(): Promise<void> {
    for (const exchange of this.#options.network.underWay) {
      if (exchange.from !== this || !exchange.settle) continue;
      exchange.settle.fail(broken());
      exchange.settle = null;
    }
    await this.rest();
  }

  /** In the quiet phase nothing is done to exchanges any more. */
  calm(): void {
    this.#calm = true;
    this.#fates = [];
    spare(this.name);
  }

  #newStore(): Store {
    const { name, user, team, newId, now } = this.#options;
    const store = new Store({ name, userId: user, team, newId, now });
    const apply = store.apply.bind(store);
    store.apply = async (answer) => {
      await apply(answer);
      await this.#options.network.applied(this, answer);
    };
    return store;
  }

  #api() {
    const life = this.#life;
    return createApi({
      server: origin,
      token: async () => this.#options.subject,
      fetch: (input, init) =>
        life === this.#life
          ? this.#exchange(String(input).slice(origin.length), init ?? {})
          : new Promise<Response>(() => {}),
    });
  }

  async #exchange(path: string, asked: RequestInit): Promise<Response> {
    const { network } = this.#options;
    const init = this.schema === schemaVersion || !asked.body ? asked : spoken(asked, this.schema);
    const exchange: Exchange = { from: this, path, init, settle: null };
    // Asked how it is, a server is changed by nothing: no fate is spent on that.
    if (path === '/health') return asResponse(await network.handle(exchange));
    const fate = this.#fates.shift() ?? 'through';
    switch (fate) {
      case 'through':
        return asResponse(await network.handle(exchange));
      case 'loseRequest':
        throw broken();
      case 'loseAnswer':
        await network.handle(exchange);
        throw broken();
      case 'garbled':
        await network.handle(exchange);
        return new Response('<html>Sign in to the hotel’s network</html>');
      case 'twice':
        await network.handle({ ...exchange });
        return asResponse(await network.handle(exchange));
      case 'lateCopy':
        network.underWay.push({ ...exchange });
        return asResponse(await network.handle(exchange));
      case 'dieBeforeCommit':
      case 'dieAfterCommit':
        network.doom(fate === 'dieBeforeCommit' ? 'before' : 'after');
        return asResponse(await network.handle(exchange));
      case 'holdRequest':
        await network.held(exchange);
        return this.#wait(exchange);
      case 'holdAnswer':
        exchange.answer = await network.handle(exchange);
        return this.#wait(exchange);
      case 'crashBefore':
        return this.#die();
      case 'crashAfter':
        await network.handle(exchange);
        return this.#die();
    }
  }

  #wait(exchange: Exchange): Promise<Response> {
    return new Promise((resolve, reject) => {
      exchange.settle = { answer: resolve, fail: reject };
      this.#options.network.underWay.push(exchange);
      this.#stopped();
    });
  }

  #die(): Promise<Response> {
    this.#killed = true;
    this.#stopped();
    return new Promise(() => {});
  }

  #kill(after: number | undefined): void {
    if (after === undefined) return;
    killAt(this.name, after, () => {
      this.#killed = true;
      this.#stopped();
    });
  }

  async #afterKill(): Promise<void> {
    spare(this.name);
    if (this.#killed) await this.crash();
  }

  /** What may end a round: the network, the browser's death. Anything else is a fault of the protocol. */
  #forgive(error: unknown): void {
    if (this.#killed && error instanceof StorageFailedError) return;
    if (error instanceof Violation) throw error;
    const { cause } = error as { cause?: unknown };
    if (cause instanceof Violation || (isUnreachable(error) && !isBroken(cause))) throw cause;
    const code = isApiError(error) ? error.code : '';
    if (code === 'notFound') return; // whoever is to be erased is gone
    if (!this.#calm && (code === 'unreachable' || code === 'answerNotUnderstood')) return;
    throw new Violation(1, `a round of ${this.name} failed: ${code} ${String(error)}`, error);
  }
}

/** The request as an extension of another schema says it. */
const spoken = (init: RequestInit, schema: number): RequestInit => ({
  ...init,
  body: JSON.stringify({ ...JSON.parse(String(init.body)), schema }),
});

const isUnreachable = (error: unknown) => error instanceof UnreachableError;

/** Resolves what waits for this exchange. */
export function deliver(exchange: Exchange, answer: Answer): void {
  exchange.settle?.answer(asResponse(answer));
  exchange.settle = null;
}

const asResponse = ({ status, headers, text }: Answer) => new Response(text, { status, headers });
