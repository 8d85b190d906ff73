/** What is there once everybody has synced: what became of each edit, and the server's records. */
import type { MutationResult } from '../../../lib/contract/sync.ts';
import type { Call } from '../../../lib/model/mutation.ts';
import { address } from '../replay.ts';
import type { Story } from '../story.ts';
import type { Served, Tables } from '../tables.ts';

/** An edit with what the server's log says of it. */
export interface Ended extends Call {
  nonce: string;
  /** For a violation's words. */
  called: string;
  /** Of the commit; `null` where it changed nothing. */
  version: number | null;
  result: MutationResult;
  /** A restore took it away; it may have been sent again over something else. */
  restored: boolean;
}

export interface Rest {
  ended: readonly Ended[];
  served: ReadonlyMap<string, Served>;
  /** By address: the commit that made it, as the history has it. */
  made: ReadonlyMap<string, number>;
  /** The present id of a record, through all that it became. */
  now: (kind: string, id: string) => string;
}

export function restOf(story: Story, { log, history, served }: Tables): Rest {
  const ended = log.flatMap(({ nonce, version, again, result }): Ended[] => {
    const made = story.made.get(nonce);
    if (!made || again) return [];
    const restored = story.touchedByRestore.has(nonce);
    const { name, args } = made;
    return [{ nonce, called: story.called(nonce), name, args, version, result, restored }];
  });
  const became = new Map(
    log.flatMap(({ result }) =>
      (result.aliases ?? []).map(({ kind, from, to }) => [address(kind, from), to] as const),
    ),
  );
  const now = (kind: string, id: string): string => {
    const next = became.get(address(kind, id));
    return next === undefined ? id : now(kind, next);
  };
  const made = history.flatMap(({ kind, id, version, field, after }) =>
    field === '*' && after !== null ? [[address(kind, id), version] as const] : [],
  );
  return {
    ended,
    served: new Map(served.map((row) => [address(row.kind, row.id), row])),
    made: new Map(made),
    now,
  };
}
