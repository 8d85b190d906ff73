/** One history, from a fresh workspace to rest. */
import 'fake-indexeddb/auto'; // before Dexie looks for one
import type { PullAnswer, PushAnswer } from '../../lib/contract/sync.ts';
import { schemaVersion } from '../../lib/contract/version.ts';
import { kinds } from '../../lib/model/kinds.ts';
import type { Call } from '../../lib/model/mutation.ts';
import { aimed } from './aim.ts';
import { Checker } from './check.ts';
import type { Fault } from './faults/fault.ts';
import { type Backup, forget, type Ground, move, type SimUser } from './ground.ts';
import { ground as first } from './ids.ts';
import { deliver, type Exchange, type Network, Profile } from './profile.ts';
import { type Answer, adminId, broken, SimServer } from './server.ts';
import type { Step } from './steps.ts';
import { cloningQuickly } from './storage.ts';
import { Violation } from './violation.ts';

export interface Ran {
  mutations: number;
  violation: Violation | null;
  /** The index of the step at which it showed; their number at rest. */
  at: number;
}

export interface RunOptions {
  clients: number;
  pageLimit: number | undefined;
  fault: Fault | undefined;
  /** The first user's extension is of the schema before. */
  older?: boolean;
}

let workspaces = 0;
const mostTwins = 2;

export const runHistory = (
  ground: Ground,
  steps: readonly Step[],
  options: RunOptions,
): Promise<Ran> => cloningQuickly(() => run(ground, steps, options));

async function run(ground: Ground, steps: readonly Step[], options: RunOptions): Promise<Ran> {
  const world = new World(ground, options);
  let at = 0;
  try {
    await world.begin();
    for (; at < steps.length; at++) await world.take(steps[at] as Step);
    await world.comeToRest();
    return { mutations: world.mutations, violation: null, at };
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    return { mutations: world.mutations, violation: error, at };
  } finally {
    await world.end();
  }
}

class World {
  readonly #ground: Ground;
  readonly #options: RunOptions;
  readonly #ws = `sim-${crypto.randomUUID()}`;
  readonly #server: SimServer;
  readonly #checker: Checker;
  readonly #profiles: Profile[] = [];
  readonly #network: Network;
  #backup: Backup | undefined;
  #ids = 0;
  #ticks = 0;
  #dooms = 0;

  constructor(ground: Ground, options: RunOptions) {
    this.#ground = ground;
    this.#options = options;
    this.#server = new SimServer(ground.db, this.#ws, options.pageLimit);
    this.#checker = new Checker(ground, this.#ws);
    this.#network = {
      underWay: [],
      handle: (exchange) => this.#handle(exchange),
      held: async (exchange) => options.fault?.held?.(exchange, this.#server),
      doom: (when) => this.#server.dieSoon(this.#dooms++ % 2, when),
      applied: (profile, answer) => this.#checker.applied(profile, answer),
      doctor: (profile, api) => options.fault?.doctor?.(profile, api) ?? api,
    };
  }

  get mutations(): number {
    return this.#checker.story.made.size;
  }

  async begin(): Promise<void> {
    const number = ++workspaces;
    const users = Array.from({ length: this.#options.clients }, (_, index): SimUser => {
      // Marketing and admins alone may erase, and keep the do-not-record list.
      return { id: `user${index}`, team: index === 1 ? 'marketing' : 'sales' };
    });
    this.#backup = await this.#ground.found(this.#ws, [...users, { id: adminId, team: 'admin' }]);
    for (const [index, { id: user, team }] of users.entries()) {
      // Clocks a year apart: no rule may look at them.
      const skew = (index - 1) * 365 * 86_400_000;
      const profile = new Profile({
        ...{ index, user, team, subject: `${this.#ws}:${user}`, network: this.#network },
        name: `sim${number}-${user}`,
        newId: () => `${user}-id-${String(++this.#ids).padStart(4, '0')}`,
        now: () => Date.UTC(2026, 9, 1) + skew + ++this.#ticks * 1000,
        ...(this.#options.older && index === 0 && { schema: schemaVersion - 1 }),
      });
      this.#profiles.push(await profile.open());
      await profile.store.follow(first.accounts);
      await profile.sync('pull', []);
    }
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'edit': {
        const profile = this.#profile(step.who);
        const sight = await this.#checker.sight(profile);
        const calls = [];
        for (const call of step.calls)
          if (knows(profile, call)) calls.push(await aimed(profile, call));
        this.#checker.edited(sight, await profile.edit(calls, step.dies));
        return this.#checker.profile(profile);
      }
      case 'sync':
      case 'pull': {
        const profile = this.#profile(step.who);
        const dies = step.do === 'sync' ? step.dies : undefined;
        await profile.sync(step.do === 'sync' ? 'round' : 'pull', step.net, dies);
        return this.#checker.profile(profile);
      }
      case 'together': {
        const profiles = [...new Set(step.who.map((who) => this.#profile(who)))];
        await Promise.all(profiles.map((profile) => profile.sync('round', [])));
        for (const profile of profiles) await this.#checker.profile(profile);
        return;
      }
      case 'deliver':
        return this.#deliver(step.which);
      case 'giveUp': {
        const profile = this.#profile(step.who);
        await profile.giveUp();
        return this.#checker.profile(profile);
      }
      case 'crash': {
        const profile = this.#profile(step.who);
        await profile.crash();
        return this.#checker.profile(profile);
      }
      case 'follow':
        await this.#profile(step.who).store.follow([step.account]);
        return;
      case 'clone':
        if (this.#profiles.length < this.#options.clients + mostTwins)
          this.#profiles.push(await this.#profile(step.who).clone(this.#profiles.length));
        return;
      case 'crashServer':
        return this.#crashServer();
      case 'backUp':
        this.#backup = await this.#ground.backUp(this.#ws);
        return;
      case 'restore':
        return this.#restore();
      case 'forget':
        return forget(this.#ground.db, this.#ws);
      case 'access': {
        const users = step.users.map((user) => `user${user % this.#options.clients}`);
        return this.#server.restrict(step.account, step.restricted ? users : null);
      }
      case 'erase': {
        const keeper = this.#profiles.find(({ team }) => team === 'marketing');
        await keeper?.erase(step.contactId, step.exclude, step.net);
        return;
      }
      case 'update':
        await this.#profile(step.who).update();
        return this.#checker.profile(this.#profile(step.who));
      case 'move':
        return move(this.#ground.db, this.#ws, step.kind, step.id, step.to);
    }
  }

  /** The network is whole again and everybody syncs until nothing is left to say. */
  async comeToRest(): Promise<void> {
    for (const profile of this.#profiles) profile.calm();
    while (this.#network.underWay.length > 0) await this.#deliver(0);
    await Promise.all(this.#profiles.map((profile) => profile.sync('round', [])));
    // Until a round of everybody brought nothing new: one may hear of a restore, and send again what that lost.
    for (let left = 6; left > 0; left--) {
      const before = await this.#ground.version(this.#ws);
      for (const profile of this.#profiles) await profile.sync('round', []);
      const version = await this.#ground.version(this.#ws);
      const waiting = await Promise.all(this.#profiles.map(({ store }) => store.pending(1)));
      if (version === before && waiting.flat().length === 0) break;
    }
    await this.#checker.atRest(this.#profiles);
  }

  async end(): Promise<void> {
    for (const { store } of this.#profiles) await store.delete();
  }

  #profile(who: number): Profile {
    const profile = this.#profiles[who % this.#profiles.length];
    if (!profile) throw new RangeError('no profile');
    return profile;
  }

  async #handle(exchange: Exchange): Promise<Answer> {
    const { fault } = this.#options;
    await fault?.request?.(exchange, this.#server);
    const { path, init, from } = exchange;
    const erasing = /^\/v1\/contacts\/([^?]+)/.exec(path)?.[1];
    const seen = erasing === undefined ? null : await this.#checker.erasing(erasing);
    const answer = await this.#server.handle(path, init, from.user).finally(async () => {
      this.#server.spare();
      await seen?.();
    });
    if (answer.status >= 500)
      throw new Violation(
        1,
        `the server failed: ${String(this.#server.failed)}`,
        this.#server.failed,
      );
    if (answer.status !== 200) return answer;
    if (erasing !== undefined || path === '/health') return answer; // nothing that the checks know of
    const body = JSON.parse(answer.text) as PushAnswer | PullAnswer;
    const told = (await fault?.answer?.(exchange, body, this.#server, this.#network)) ?? body;
    this.#checker.told(told);
    return { ...answer, text: JSON.stringify(told) };
  }

  async #deliver(which: number): Promise<void> {
    const { underWay } = this.#network;
    const [exchange] = underWay.splice(which % Math.max(1, underWay.length), 1);
    if (!exchange) return;
    const waits = exchange.settle !== null;
    try {
      deliver(exchange, exchange.answer ?? (await this.#handle(exchange)));
    } catch (error) {
      if (error instanceof Violation) throw error;
      exchange.settle?.fail(error);
      exchange.settle = null;
    }
    if (!waits) return;
    await exchange.from.rest();
    await this.#checker.profile(exchange.from);
  }

  /** Connections break; requests not yet arrived will find the next process. */
  async #crashServer(): Promise<void> {
    this.#server.crash();
    for (const exchange of this.#network.underWay.filter(({ answer }) => answer !== undefined))
      await this.#break(exchange);
  }

  /** Restoring takes longer than any connection lives. */
  async #restore(): Promise<void> {
    if (!this.#backup) return;
    this.#server.crash();
    for (const exchange of [...this.#network.underWay]) await this.#break(exchange);
    await this.#checker.restoring(this.#backup);
    await this.#ground.restore(this.#ws, this.#backup);
  }

  async #break(exchange: Exchange): Promise<void> {
    this.#network.underWay.splice(this.#network.underWay.indexOf(exchange), 1);
    const { settle } = exchange;
    exchange.settle = null;
    settle?.fail(broken());
    if (settle) await exchange.from.rest();
  }
}

/** An extension of the schema before makes no edits of kinds that are new; only some users keep the do-not-record list. */
const knows = ({ schema, team }: Profile, { name }: Call): boolean => {
  const [of = '', act = ''] = name.split(/[.@]/u);
  const kind = act.endsWith('merge') ? 'merge' : ({ play: 'playStep' }[of] ?? of);
  if (kind === 'exclusion' && team !== 'marketing') return false;
  return !isKind(kind) || (kinds[kind].since ?? 1) <= schema;
};
const isKind = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name);
