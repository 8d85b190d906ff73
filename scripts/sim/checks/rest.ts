/** What is there once everybody has synced: what became of each edit, and the server's records. */
import { address, type Resolve } from '../naming.ts';
import type { Story } from '../story.ts';
import type { Served, Tables } from '../tables.ts';
import type { Ended } from './ended.ts';
import { Names } from './names.ts';

export interface Life {
  version: number;
  begins: boolean;
}

export interface Rest {
  ended: readonly Ended[];
  served: ReadonlyMap<string, Served>;
  /** By address: the commits that made and deleted it, as the history has them. */
  lives: ReadonlyMap<string, readonly Life[]>;
  names: Names;
  /** Once everything was done. */
  now: Resolve;
}

export function restOf(story: Story, { log, history, served }: Tables): Rest {
  const commits = log.filter(({ version }) => version !== null);
  const ended = log.flatMap(({ nonce, version, at, again, result }): Ended[] => {
    const made = story.made.get(nonce);
    if (!made || again) return [];
    const restored = story.touchedByRestore.has(nonce);
    const { name, args } = made;
    const after =
      version ?? Math.max(0, ...commits.flatMap((one) => (one.at <= at && one.version) || []));
    return [{ nonce, called: story.called(nonce), name, args, version, after, result, restored }];
  });
  const names = new Names(ended);
  const lives = new Map<string, Life[]>();
  for (const { kind, id, version, field, after } of history) {
    if (field !== '*') continue;
    const key = address(kind, id);
    lives.set(key, [...(lives.get(key) ?? []), { version, begins: after !== null }]);
  }
  return {
    ended,
    served: new Map(served.map((row) => [address(row.kind, row.id), row])),
    lives,
    names,
    now: names.at(),
  };
}
