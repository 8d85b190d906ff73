/** Two accounts or two people made one, and two again. */
import type { MergedKind } from '../../../lib/model/records/merge.ts';
import { known } from '../ids.ts';
import type { Draw, Drawn } from './draw.ts';

const all = { account: 'accounts', contact: 'contacts' } as const;

/** The runner says at which account two people are, as the writer sees it. */
const merge =
  (kind: MergedKind) =>
  ({ chance, tag, names }: Draw) => {
    const [keptId, mergedId] = [known(chance, names, all[kind]), known(chance, names, all[kind])];
    const pair = { keptId, mergedId, mergeId: `m-${tag}` };
    names.merges.push({ kind, ...pair });
    return { name: `${kind}.merge@1`, args: pair };
  };

/** The last one or the one before, which is refused where others stand on it. */
const unmerge =
  (kind: MergedKind) =>
  ({ chance, names }: Draw) => {
    const its = names.merges.filter((one) => one.kind === kind);
    const { kind: _, ...pair } = its.at(-1 - chance.below(Math.min(2, its.length))) ?? {
      ...{ kind, mergeId: 'm-none' },
      ...{ keptId: known(chance, names, all[kind]), mergedId: known(chance, names, all[kind]) },
    };
    return { name: `${kind}.unmerge@1`, args: pair };
  };

export const mergeCalls: readonly Drawn[] = [
  [1.5, merge('account')],
  [2, unmerge('account')],
  [3, merge('contact')],
  [3, unmerge('contact')],
];
