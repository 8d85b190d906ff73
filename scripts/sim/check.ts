/** The invariants of SYNC.md, held against what every profile, the server and the wire show. Each has a file in `checks`. */
import type { PullAnswer } from '../../lib/contract/sync.ts';
import type { PendingMutation } from '../../lib/store/database.ts';
import { checkReached, checkSigns, checkTold } from './checks/aliases.ts';
import { checkEffects } from './checks/effects.ts';
import { checkErased, checkListed, personIn } from './checks/erased.ts';
import { checkGuards } from './checks/guards.ts';
import { checkHeld } from './checks/held.ts';
import { checkMerges } from './checks/merges.ts';
import { restOf } from './checks/rest.ts';
import { checkLog, checkSaid, checkUnresolved } from './checks/results.ts';
import { checkTags } from './checks/tags.ts';
import { checkTexts } from './checks/texts.ts';
import { checkConfirmed, checkWaiting } from './checks/waiting.ts';
import type { Backup, Ground } from './ground.ts';
import { address } from './naming.ts';
import type { Profile } from './profile.ts';
import { rowsOf } from './storage.ts';
import { type Sight, Story } from './story.ts';
import { readLog, readTables, type Tables } from './tables.ts';

export class Checker {
  readonly story = new Story();
  readonly #ground: Ground;
  readonly #ws: string;

  constructor(ground: Ground, ws: string) {
    this.#ground = ground;
    this.#ws = ws;
  }

  /** Before an edit: what its author sees. */
  async sight(profile: Profile): Promise<Sight> {
    const { db } = profile.store;
    const { records: rows, scopes } = await rowsOf(db, 'records', 'scopes');
    const seen = new Map(
      rows.flatMap(({ kind, id, version, base }) => (base ? [[address(kind, id), version]] : [])),
    );
    const cursors = new Map(scopes.map(({ scope, cursor }) => [scope, cursor]));
    const known = new Map(
      rows.flatMap(({ kind, id, scope }) =>
        kind === 'opportunity' ? [[id, cursors.get(scope) ?? 0]] : [],
      ),
    );
    const epoch = this.story.restores.length;
    return { profile, epoch, seen, known, own: new Set(profile.own) };
  }

  edited(sight: Sight, made: readonly PendingMutation[]): void {
    this.story.edited(sight, made);
  }

  told(answer: Pick<PullAnswer, 'results'>): void {
    checkSaid(this.story, answer.results);
  }

  /** After a page of a pull went into a cache. */
  async applied(profile: Profile, answer: PullAnswer): Promise<void> {
    if (answer.more || answer.results.length === 0) return;
    const told = new Set(answer.results.map(({ nonce }) => nonce));
    const confirmed = profile.unconfirmed.filter(({ nonce }) => told.has(nonce));
    if (confirmed.length === 0) return;
    profile.unconfirmed = profile.unconfirmed.filter(({ nonce }) => !told.has(nonce));
    const nonces = confirmed.map(({ nonce }) => nonce);
    checkConfirmed(this.story, answer, await readLog(this.#ground.db, this.#ws, nonces));
  }

  profile(profile: Profile): Promise<void> {
    return checkWaiting(this.story, profile);
  }

  /** Before somebody is erased; what is given back is to be called after it, whether it came to that or not. */
  async erasing(contactId: string): Promise<() => Promise<void>> {
    const found = personIn(await this.#ground.backUp(this.#ws), contactId);
    const said = found && [...found.words].filter((word) => this.story.speaksOf(found.ids, word));
    const person = found && { ...found, words: new Set(said) };
    return async () => {
      const after = await this.#ground.backUp(this.#ws);
      if (!person || personIn(after, person.id)) return;
      const erased = { ...person, version: after.version };
      this.story.erased.push(erased);
      this.story.everErased.push(erased);
    };
  }

  /** Before a restore: what the server is about to lose. */
  async restoring(backup: Backup): Promise<void> {
    const log = await readLog(this.#ground.db, this.#ws);
    this.story.restoring(
      backup.version,
      log.map(({ nonce }) => nonce),
      new Set((backup.rows.mutation_log ?? []).map((row) => String(row.nonce))),
    );
  }

  /** What the server's own tables say, at any time. */
  async server(): Promise<Tables> {
    const tables = await readTables(this.#ground.db, this.#ws);
    checkLog(this.story, tables);
    checkGuards(this.story, tables.history, checkEffects(this.story, tables));
    return tables;
  }

  /** Everything, once everybody has synced. */
  async atRest(profiles: readonly Profile[]): Promise<void> {
    const tables = await this.server();
    for (const profile of profiles) {
      await this.profile(profile);
      await checkHeld(profile, tables);
    }
    await checkUnresolved(this.story, tables.log, profiles);
    const rest = restOf(this.story, tables);
    checkTexts(rest);
    checkTags(rest);
    checkReached(rest);
    const erased = new Set(this.story.everErased.flatMap(({ ids }) => [...ids]));
    checkMerges(rest, tables.history, erased);
    checkListed(await this.#ground.salt(this.#ws), tables.history);
    if (this.story.erased.length > 0) {
      const kept = await this.#ground.backUp(this.#ws);
      await checkErased(this.story, kept, profiles);
    }
    for (const profile of profiles) {
      const closed = tables.closedTo(profile.user);
      const mine = rest.ended.filter(
        ({ nonce }) => this.story.made.get(nonce)?.profile === profile,
      );
      checkTold(profile.name, mine, await profile.store.db.aliases.toArray(), closed);
      await checkSigns(profile, rest.served, closed);
    }
  }
}
