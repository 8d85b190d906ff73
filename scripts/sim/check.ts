/** The invariants of SYNC.md, held against what every profile, the server and the wire show. */
import { isDeepStrictEqual } from 'node:util';
import type { MutationResult, PullAnswer } from '../../lib/contract/sync.ts';
import { type Kind, kindsOf, rulesOf } from '../../lib/model/kinds.ts';
import type { PendingMutation } from '../../lib/store/database.ts';
import { checkReached, checkTold } from './checks/aliases.ts';
import type { Ended, Rest, Served } from './checks/rest.ts';
import { checkTags } from './checks/tags.ts';
import { checkTexts } from './checks/texts.ts';
import type { Backup, Ground } from './ground.ts';
import type { Profile } from './profile.ts';
import { address, expectedViews } from './replay.ts';
import { Violation } from './violation.ts';

/** What somebody had seen when they made an edit. */
interface Sight {
  profile: Profile;
  name: string;
  args: unknown;
  /** Which of the restores this was after: versions of one epoch say nothing of another. */
  epoch: number;
  /** By record: the version of it in the cache. */
  seen: Map<string, number>;
  /** By opportunity: how far its scope was known, for members that are not there (any more). */
  known: Map<string, number>;
  /** Edits of the profile's own, that it shows whether confirmed or not. */
  own: Set<string>;
}

const guardedFields = new Set(['stageId', 'amount', 'closeDate', 'roles']);

export class Checker {
  /** Every edit that any user made, by nonce. */
  readonly made = new Map<string, Sight>();
  readonly #ground: Ground;
  readonly #ws: string;
  /** What the server said of each edit, since the last restore. */
  #said = new Map<string, Omit<MutationResult, 'id'>>();
  /** Confirmed, and then lost with the server: nobody can send them again. */
  readonly #lost = new Set<string>();
  /** Lost at some restore, whether sent again or not: their outcome may differ from what was shown. */
  readonly #touchedByRestore = new Set<string>();
  /** The version each restore went back to. */
  readonly #restores: number[] = [];

  constructor(ground: Ground, ws: string) {
    this.#ground = ground;
    this.#ws = ws;
  }

  /** Before an edit: what its author sees. */
  async sight(profile: Profile): Promise<Omit<Sight, 'name' | 'args'>> {
    const rows = await profile.store.db.records.toArray();
    const seen = new Map(
      rows.flatMap(({ kind, id, version, base }) => (base ? [[address(kind, id), version]] : [])),
    );
    const cursors = new Map(
      (await profile.store.scopes()).map(({ scope, cursor }) => [scope, cursor]),
    );
    const known = new Map(
      rows.flatMap(({ kind, id, scope }) =>
        kind === 'opportunity' ? [[id, cursors.get(scope) ?? 0]] : [],
      ),
    );
    return { profile, epoch: this.#restores.length, seen, known, own: new Set(profile.own) };
  }

  edited(sight: Omit<Sight, 'name' | 'args'>, made: readonly PendingMutation[]): void {
    for (const { nonce, name, args } of made) this.made.set(nonce, { ...sight, name, args });
  }

  /** [1] Whatever is asked, and however often: one edit has one result. */
  told(answer: Pick<PullAnswer, 'results'>): void {
    for (const result of answer.results) {
      const { id: _, ...outcome } = result;
      const before = this.#said.get(result.nonce);
      if (before !== undefined && !isDeepStrictEqual(before, outcome))
        throw new Violation(
          1,
          `${this.#called(result.nonce)} ended as ${JSON.stringify(before)} and as ${JSON.stringify(outcome)}`,
        );
      this.#said.set(result.nonce, outcome);
    }
  }

  /** [4] A page that confirms an edit carries its effect: else the effect vanishes until the next pull. */
  async applied(profile: Profile, answer: PullAnswer): Promise<void> {
    if (answer.more || answer.results.length === 0) return;
    const confirmed = answer.results.filter(({ nonce }) =>
      profile.unconfirmed.some((mutation) => mutation.nonce === nonce),
    );
    if (confirmed.length === 0) return;
    const settled = new Set(confirmed.map(({ nonce }) => nonce));
    profile.unconfirmed = profile.unconfirmed.filter(({ nonce }) => !settled.has(nonce));
    const upTo = Math.max(0, ...Object.values(answer.cursors));
    const log = await this.#log();
    for (const { nonce, version } of log)
      if (settled.has(nonce) && version !== null && version > upTo)
        throw new Violation(
          4,
          `${this.#called(nonce)} was told as done at version ${version} by a pull up to ${upTo}`,
        );
  }

  /** [1, 4] Nothing a user made is missing from the outbox, and they see it. */
  async profile(profile: Profile): Promise<void> {
    const { db } = profile.store;
    const [pending, rows, meta] = await db.transaction(
      'r',
      [db.outbox, db.records, db.meta],
      async () => [
        await db.outbox.orderBy('id').toArray(),
        await db.records.toArray(),
        await db.meta.get('meta'),
      ],
    );
    // After a restore, what the server had told as done may wait once more, before the rest.
    const told = new Set(profile.unconfirmed.map(({ nonce }) => nonce));
    const resent = this.#restores.length > 0 || profile.updated;
    const again = resent ? pending.findIndex(({ nonce }) => told.has(nonce)) : 0;
    const waiting = pending.slice(again < 0 ? pending.length : again).map(({ nonce }) => nonce);
    const expected = profile.unconfirmed.map(({ nonce }) => nonce);
    if (!isDeepStrictEqual(waiting, expected))
      throw new Violation(
        1,
        `${profile.name} keeps ${this.#list(waiting)} of its unconfirmed ${this.#list(expected)}`,
      );
    for (const [index, { id }] of pending.entries())
      if (meta && id !== meta.nextMutationId - pending.length + index)
        throw new Violation(1, `${profile.name} numbers its edits ${pending.map(({ id }) => id)}`);
    const views = await expectedViews(db, rows, pending, profile.user);
    const shown = new Map(
      rows.flatMap(({ kind, id, view }) => (view ? [[address(kind, id), view] as const] : [])),
    );
    for (const key of new Set([...views.keys(), ...shown.keys()]))
      if (!isDeepStrictEqual(views.get(key), shown.get(key)))
        throw new Violation(
          4,
          `${profile.name} shows ${key} as ${JSON.stringify(shown.get(key))}, not as ${JSON.stringify(views.get(key))}`,
        );
  }

  /** Before a restore: what the server is about to lose. */
  async restoring(backup: Backup, profiles: readonly Profile[]): Promise<void> {
    const kept = new Map(
      (backup.rows.mutation_log ?? []).map((row) => [String(row.nonce), row.result]),
    );
    const waiting = new Set(
      profiles.flatMap(({ unconfirmed }) => unconfirmed.map(({ nonce }) => nonce)),
    );
    for (const { nonce } of await this.#log()) {
      if (kept.has(nonce)) continue;
      this.#touchedByRestore.add(nonce);
      if (!waiting.has(nonce)) this.#lost.add(nonce);
    }
    this.#said = new Map(
      [...this.#said].filter(([nonce]) => kept.has(nonce) && !this.#lost.has(nonce)),
    );
    this.#restores.push(backup.version);
  }

  /** Everything, once everybody has synced. */
  async atRest(profiles: readonly Profile[]): Promise<void> {
    await this.server();
    const served = await this.#served();
    for (const profile of profiles) {
      await this.profile(profile);
      if (profile.unconfirmed.length > 0)
        throw new Violation(
          1,
          `${profile.name} never got an answer to ${this.#list(profile.unconfirmed.map(({ nonce }) => nonce))}`,
        );
      await this.#holdsWhatIsServed(profile, served);
    }
    await this.#unresolved(profiles);
    await this.#effects(profiles, served);
  }

  /** [6, 7, 8] What edits did is there, whatever happened beside them. */
  async #effects(profiles: readonly Profile[], served: readonly Served[]): Promise<void> {
    const ended = (await this.#log()).flatMap(({ nonce, version, again, result }): Ended[] => {
      const sight = this.made.get(nonce);
      if (!sight || again) return [];
      const restored = this.#touchedByRestore.has(nonce);
      const told = result as unknown as MutationResult;
      const called = this.#called(nonce);
      return [
        { nonce, called, name: sight.name, args: sight.args, version, result: told, restored },
      ];
    });
    const became = new Map(
      (
        await this.#ground.db
          .selectFrom('mutation_log')
          .select('result')
          .where('ws', '=', this.#ws)
          .execute()
      )
        .flatMap(({ result }) => (result as unknown as MutationResult).aliases ?? [])
        .map(({ kind, from, to }) => [address(kind, from), to]),
    );
    const now = (kind: string, id: string): string => {
      const next = became.get(address(kind, id));
      return next === undefined ? id : now(kind, next);
    };
    const rows = new Map(served.map((row) => [address(row.kind, row.id), row]));
    const first = await this.#ground.db
      .selectFrom('history')
      .select(['kind', 'id', 'version'])
      .where('ws', '=', this.#ws)
      .where('field', '=', '*')
      .where('after', 'is not', null)
      .execute();
    const made = new Map(first.map(({ kind, id, version }) => [address(kind, id), version]));
    const rest: Rest = { ended, served: rows, made, now };
    checkTexts(rest);
    checkTags(rest);
    checkReached(rest);
    for (const profile of profiles) {
      const mine = ended.filter(({ nonce }) => this.made.get(nonce)?.profile === profile);
      checkTold(profile.name, mine, await profile.store.db.aliases.toArray());
    }
  }

  /** [1, 2, 5] What the server's own tables say, at any time. */
  async server(): Promise<void> {
    const log = await this.#log();
    this.#contiguous(log, await this.#clients());
    const byVersion = new Map<number, string>();
    const [ended, done] = [new Set<string>(), new Set<string>()];
    this.told({ results: log.map(({ result }) => result as unknown as MutationResult) });
    for (const { nonce, version, again } of log) {
      if (!again && ended.has(nonce)) throw new Violation(1, `${this.#called(nonce)} ended twice`);
      if (!again) ended.add(nonce);
      if (version === null) continue;
      if (done.has(nonce)) throw new Violation(2, `${this.#called(nonce)} was done twice`);
      done.add(nonce);
      if (byVersion.has(version)) throw new Violation(2, `two edits have the version ${version}`);
      byVersion.set(version, nonce);
    }
    await this.#history(byVersion);
  }

  #contiguous(
    log: readonly { client: string; mutation_id: number }[],
    clients: readonly { client: string; last_mutation_id: number }[],
  ): void {
    for (const { client, last_mutation_id: last } of clients) {
      const ids = log.flatMap((row) => (row.client === client ? [row.mutation_id] : []));
      ids.sort((a, b) => a - b);
      if (ids.length !== last || ids.some((id, index) => id !== index + 1))
        throw new Violation(1, `client ${client} is at ${last} with the results of ${ids}`);
    }
  }

  /** [2] Each effect belongs to one edit. [5] No guarded value was replaced by somebody who had not seen it. */
  async #history(byVersion: ReadonlyMap<number, string>): Promise<void> {
    const rows = await this.#ground.db
      .selectFrom('history')
      .select(['version', 'kind', 'id', 'field', 'after', 'by_client'])
      .where('ws', '=', this.#ws)
      .orderBy('version')
      .orderBy('seq')
      .execute();
    const last = new Map<string, { version: number; nonce: string | undefined }>();
    const touches = new Set<string>();
    for (const { version, kind, id, field, after, by_client } of rows) {
      const nonce = byVersion.get(version);
      if (nonce === undefined && by_client !== 'sim-import')
        throw new Violation(
          2,
          `version ${version} of ${kind} ${id} is of an edit without a result`,
        );
      if (kind === 'touch' && field === '*' && after !== null) {
        if (touches.has(id)) throw new Violation(2, `touch ${id} was written twice`);
        touches.add(id);
      }
      const fields =
        field === '*'
          ? rulesOf(kind as Kind).guarded.map((name) => [name, value(after, name)] as const)
          : guardedFields.has(field)
            ? [[field, after] as const]
            : [];
      for (const [name, now] of fields) {
        const key = `${address(kind, id)} ${name}`;
        const before = last.get(key);
        if (field !== '*' && before && nonce !== undefined)
          this.#seen(kind, id, name, nonce, before);
        if (now === null && field === '*') last.delete(key);
        else last.set(key, { version, nonce });
      }
    }
  }

  #seen(
    kind: string,
    id: string,
    field: string,
    nonce: string,
    before: { version: number; nonce: string | undefined },
  ): void {
    const sight = this.made.get(nonce);
    if (!sight || (before.nonce !== undefined && sight.own.has(before.nonce))) return;
    const writer = before.nonce === undefined ? undefined : this.made.get(before.nonce)?.profile;
    if (writer === sight.profile) return;
    const absent = sight.known.get(id.split('.')[0] ?? '') ?? 0;
    const had = sight.seen.get(address(kind, id)) ?? absent;
    // Of an earlier epoch, only what the restore kept has been seen in this one.
    const seen = Math.min(had, ...this.#restores.slice(sight.epoch));
    if (before.version > seen)
      throw new Violation(
        5,
        `${this.#called(nonce)} replaced ${field} of ${kind} ${id} as of version ${before.version}; its writer had seen ${seen}`,
      );
  }

  /**
   * [3] The bases are the server's rows of the followed scopes, the views are the bases, and there is nothing else.
   * Touches of before a scope's `touchesSince` may be missing; one that is held is the server's too.
   */
  async #holdsWhatIsServed(profile: Profile, served: Served[]): Promise<void> {
    const scopes = new Map((await profile.store.scopes()).map((row) => [row.scope, row]));
    const knows = new Set(kindsOf(profile.schema));
    const rows = await profile.store.db.records.toArray();
    const held = new Map(rows.map((row) => [address(row.kind, row.id), row]));
    for (const { kind, id, scope, version, data } of served) {
      const followed = scopes.get(scope);
      if (!followed || !knows.has(kind as Kind)) continue;
      const row = held.get(address(kind, id));
      held.delete(address(kind, id));
      const base = rulesOf(kind as Kind).schema.parse(data);
      if (!row && kind === 'touch' && String(value(data, 'at')) < (followed.touchesSince ?? ''))
        continue;
      if (
        !row ||
        row.version !== version ||
        row.scope !== scope ||
        !isDeepStrictEqual(row.base, base)
      )
        throw new Violation(
          3,
          `${profile.name} has ${kind} ${id} as ${JSON.stringify(row)}, the server at ${version}: ${JSON.stringify(data)}`,
        );
    }
    for (const [key, row] of held)
      throw new Violation(3, `${profile.name} still has ${key}: ${JSON.stringify(row)}`);
  }

  /** [1] What was not taken waits for its user; what was taken does not. */
  async #unresolved(profiles: readonly Profile[]): Promise<void> {
    const log = await this.#log();
    const outcomes = new Map(
      log.map(({ nonce, result }) => [nonce, result as unknown as MutationResult]),
    );
    for (const nonce of this.made.keys())
      if (!outcomes.has(nonce) && !this.#lost.has(nonce))
        throw new Violation(1, `${this.#called(nonce)} never reached the server`);
    for (const profile of profiles) {
      const kept = new Set((await profile.store.db.unresolved.toArray()).map(({ nonce }) => nonce));
      for (const [nonce, { status }] of outcomes) {
        if (this.#touchedByRestore.has(nonce)) continue;
        const mine = this.made.get(nonce)?.profile === profile;
        if (status === 'applied' ? kept.has(nonce) : mine && !kept.has(nonce))
          throw new Violation(
            1,
            `${profile.name} does not tell that ${this.#called(nonce)} was ${status}`,
          );
      }
    }
  }

  #log() {
    return this.#ground.db
      .selectFrom('mutation_log')
      .select(['client', 'mutation_id', 'nonce', 'version', 'again', 'result'])
      .where('ws', '=', this.#ws)
      .execute();
  }

  #clients() {
    return this.#ground.db
      .selectFrom('clients')
      .select(['client', 'last_mutation_id'])
      .where('ws', '=', this.#ws)
      .execute();
  }

  #served(): Promise<Served[]> {
    return this.#ground.db
      .selectFrom('records')
      .select(['kind', 'id', 'scope', 'version', 'data'])
      .where('ws', '=', this.#ws)
      .where('deleted_at', 'is', null)
      .execute();
  }

  #called(nonce: string): string {
    const sight = this.made.get(nonce);
    return sight ? `${sight.name} (${nonce}, of ${sight.profile.name})` : nonce;
  }

  #list = (nonces: readonly string[]) =>
    `[${nonces.map((nonce) => this.#called(nonce)).join(', ')}]`;
}

const value = (record: unknown, field: string): unknown =>
  typeof record === 'object' && record !== null
    ? ((record as Record<string, unknown>)[field] ?? null)
    : null;
