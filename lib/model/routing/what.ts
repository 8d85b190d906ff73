/** Step 2 of routing: which solutions a signal speaks of, by their names and by the catalogue. */
import { assetKey, assetKeys, bareName } from '../catalogue.ts';
import type { Asset } from '../records/asset.ts';
import type { Solution } from '../records/solution.ts';
import type { Unrouted } from '../records/touch.ts';
import type { Signal } from '../signal.ts';

export interface What {
  solutions: Solution[];
  /** Why there is none. */
  missing?: Unrouted;
  notes: string[];
}

export function what(
  { solutions: names = [], asset }: Pick<Signal, 'solutions' | 'asset'>,
  solutions: readonly Solution[],
  assets: readonly Asset[],
): What {
  const notes: string[] = [];
  const byName = (name: string) =>
    solutions.find(({ id, name: its }) => id === name || bareName(its) === bareName(name));
  const unknown = names.filter((name) => !byName(name));
  for (const name of unknown) notes.push(`No solution is called “${name}”.`);
  const entries = asset ? assets.filter((one) => assetKeys(one).includes(assetKey(asset))) : [];
  if (asset && entries.length === 0) notes.push(`“${asset}” is not in the catalogue.`);
  const ids = [
    ...names.flatMap((name) => byName(name)?.id ?? []),
    ...entries.flatMap(({ solutionIds }) => solutionIds),
  ];
  const meant = solutions.filter(({ id }) => ids.includes(id));
  if (meant.length > 0) return { solutions: meant, notes };
  if (entries.length > 0 && asset) notes.push(`“${asset}” speaks of no solution.`);
  const missing = unknown.length > 0 ? 'unknownSolution' : asset ? 'unknownAsset' : 'noSolution';
  if (missing === 'noSolution') notes.push('It speaks of no solution.');
  return { solutions: [], missing, notes };
}
