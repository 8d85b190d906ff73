/** What merging accounts and merging people share. */
import { z } from 'zod';
import { Id } from '../fields.ts';
import { type Change, type Outcome, put, type Reader, rejected, remove } from '../mutation.ts';
import type { Merge, MergedKind } from '../records/merge.ts';

/** `mergedId` becomes another name of `keptId`; `mergeId` is what takes it back. */
export const pair = z.object({ keptId: Id, mergedId: Id, mergeId: Id });
export type Pair = z.infer<typeof pair>;

/** Why a merge cannot be taken back; `apart`: the merged one is a record of its own. */
function whyNot(merge: Merge | undefined, keptId: string, apart: boolean): Outcome | undefined {
  if (!merge)
    return apart
      ? rejected('gone', 'This merge was taken back already.')
      : rejected('gone', 'Somebody else had merged these two before: take that merge back.');
  return merge.keptId === keptId
    ? undefined
    : rejected('inUse', 'What came of it was merged again since: take that back first.');
}

/** The merge that is to be taken back, or why it cannot be. */
export function standing(
  reader: Reader,
  kind: MergedKind,
  { keptId, mergedId, mergeId }: Pair,
): { merge: Merge } | { refused: Outcome } {
  const merge = reader.get('merge', mergeId);
  const refused = whyNot(merge, keptId, reader.get(kind, mergedId) !== undefined);
  if (refused || !merge)
    return { refused: refused ?? rejected('gone', 'There was no such merge.') };
  return { merge };
}

/** Made one, with the record that takes it back, and the sign for whoever follows the merged one. */
export const madeOne = (merge: Merge, accountId: string, changes: Change[]): Outcome => ({
  changes: [
    ...changes,
    put('merge', merge),
    put('signpost', { id: merge.mergedId, accountId, kind: merge.kind, toId: merge.keptId }),
  ],
  aliases: [{ kind: merge.kind, from: merge.mergedId, to: merge.keptId }],
});

/** Made two again. */
export const madeTwo = ({ id, kind, mergedId }: Merge, changes: Change[]): Outcome => ({
  changes: [...changes, remove('merge', id), remove('signpost', mergedId)],
  aliases: [{ kind, from: mergedId, to: null }],
});
