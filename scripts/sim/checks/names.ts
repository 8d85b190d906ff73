/** Which record an id names at which version: through twins that were joined, merges, and merges taken back. */
import { z } from 'zod';
import { address, followed, type Resolve } from '../naming.ts';
import type { Ended } from './ended.ts';

/** From this version on `from` is another name of `to`, or itself again. */
interface Renamed {
  version: number;
  kind: string;
  from: string;
  to: string | null;
}

const Pair = z.object({ keptId: z.string(), mergedId: z.string(), mergeId: z.string() });

/** A merge, or one taken back, as the server did it. */
export interface Merging {
  kind: string;
  act: 'merge' | 'unmerge';
  keptId: string;
  mergedId: string;
  mergeId: string;
  version: number;
  called: string;
}

export class Names {
  readonly #renamed: Renamed[] = [];
  /** In the server's order, with present ids. */
  readonly mergings: Merging[] = [];

  constructor(ended: readonly Ended[]) {
    const inOrder = ended.toSorted((a, b) => a.after - b.after);
    for (const { name, args, called, version, after, result } of inOrder) {
      for (const { kind, from, to } of result.aliases ?? [])
        this.#renamed.push({ version: after, kind, from, to });
      const merging = version === null ? undefined : mergingOf(name);
      if (!merging || version === null || result.status !== 'applied') continue;
      const pair = Pair.parse(args);
      const before = this.at(version - 1);
      const keptId = before(merging.kind, pair.keptId);
      // Whoever takes it back may know the merged one by another id.
      const mergedId =
        merging.act === 'merge'
          ? before(merging.kind, pair.mergedId)
          : (this.#mergedBy(pair.mergeId) ?? pair.mergedId);
      const to = merging.act === 'merge' ? keptId : null;
      this.#renamed.push({ version, kind: merging.kind, from: mergedId, to });
      this.mergings.push({ ...merging, ...pair, keptId, mergedId, version, called });
    }
  }

  #mergedBy(mergeId: string): string | undefined {
    return this.mergings.findLast((one) => one.act === 'merge' && one.mergeId === mergeId)
      ?.mergedId;
  }

  /** What ids named once this version was written; without one, now. */
  at(version = Number.POSITIVE_INFINITY): Resolve {
    const to = new Map<string, string | null>();
    for (const one of this.#renamed)
      if (one.version <= version) to.set(address(one.kind, one.from), one.to);
    return followed(to);
  }

  /** The ids of a kind that were merged and are their own again, now or between. */
  wasApart(kind: string, id: string): boolean {
    return this.#renamed.some((one) => one.kind === kind && one.from === id && one.to === null);
  }
}

/** What of two records an edit makes one, or two again. */
export const mergingOf = (name: string): Pick<Merging, 'kind' | 'act'> | undefined => {
  const [kind = '', act] = name.split(/[.@]/u);
  return act === 'merge' || act === 'unmerge' ? { kind, act } : undefined;
};
