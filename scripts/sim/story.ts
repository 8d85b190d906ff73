/** What a history's users made, what they had seen, and what the server told and lost: all that the checks know besides what is there. */
import type { MutationResult } from '../../lib/contract/sync.ts';
import type { PendingMutation } from '../../lib/store/database.ts';
import type { Profile } from './profile.ts';

/** What somebody had seen when they made an edit. */
export interface Sight {
  profile: Profile;
  /** Which of the restores this was after: versions of one epoch say nothing of another. */
  epoch: number;
  /** By record: the version of it in the cache. */
  seen: Map<string, number>;
  /** By opportunity: how far its scope was known, for members that are not there (any more). */
  known: Map<string, number>;
  /** Edits of the profile's own, that it shows whether confirmed or not. */
  own: Set<string>;
}

export interface Made extends Sight {
  name: string;
  args: unknown;
}

/** What the server says of an edit, under whichever client id. */
export type Outcome = Omit<MutationResult, 'id'>;

/** Somebody who was erased. */
export interface Erased {
  id: string;
  /** Their id and every other under which they were known. */
  ids: ReadonlySet<string>;
  /** What the simulator's writers had said of them; each edit brings words of its own. */
  words: ReadonlySet<string>;
  emails: ReadonlySet<string>;
  /** Of the commit. */
  version: number;
}

export class Story {
  /** Every edit that any user made, by nonce. */
  readonly made = new Map<string, Made>();
  /** What the server said of each edit, since the last restore. */
  said = new Map<string, Outcome>();
  /** Lost at some restore, whether sent again or not: their outcome may differ from what was shown. */
  readonly touchedByRestore = new Set<string>();
  /** Whoever was erased and not brought back by a restore. */
  erased: Erased[] = [];
  /** Whoever was erased at any time. */
  readonly everErased: Erased[] = [];
  /** The version each restore went back to. */
  readonly restores: number[] = [];

  edited(sight: Sight, made: readonly PendingMutation[]): void {
    for (const { nonce, name, args } of made) this.made.set(nonce, { ...sight, name, args });
  }

  /** Whether a word was said of one of these; what was said of a merged one under its own name is theirs, once taken back. */
  speaksOf(ids: ReadonlySet<string>, word: string): boolean {
    const edits = [...this.made.values()].map(({ args }) => JSON.stringify(args));
    const said = edits.filter((text) => text.includes(word));
    return (
      said.length === 0 || said.some((text) => [...ids].some((id) => text.includes(`"${id}"`)))
    );
  }

  /** Before a restore: `known` is in the server's log, `kept` of it in the backup. */
  restoring(version: number, known: readonly string[], kept: ReadonlySet<string>): void {
    for (const nonce of known) if (!kept.has(nonce)) this.touchedByRestore.add(nonce);
    this.said = new Map([...this.said].filter(([nonce]) => kept.has(nonce)));
    this.erased = this.erased.filter((one) => one.version <= version);
    this.restores.push(version);
  }

  /** For a violation's words. */
  called(nonce: string): string {
    const made = this.made.get(nonce);
    return made ? `${made.name} (${nonce}, of ${made.profile.name})` : nonce;
  }

  list(nonces: readonly string[]): string {
    return `[${nonces.map((nonce) => this.called(nonce)).join(', ')}]`;
  }
}
