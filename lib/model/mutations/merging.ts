/** What merging accounts and merging people share. */
import { z } from 'zod';
import { Id } from '../fields.ts';
import { type Outcome, rejected } from '../mutation.ts';
import type { Merge } from '../records/merge.ts';

/** `mergedId` becomes another name of `keptId`; `mergeId` is what takes it back. */
export const pair = z.object({ keptId: Id, mergedId: Id, mergeId: Id });
export type Pair = z.infer<typeof pair>;

/** Why a merge cannot be taken back; `apart`: the merged one is a record of its own. */
export function whyNot(
  merge: Merge | undefined,
  keptId: string,
  apart: boolean,
): Outcome | undefined {
  if (!merge)
    return apart
      ? rejected('gone', 'This merge was taken back already.')
      : rejected('gone', 'Somebody else had merged these two before: take that merge back.');
  return merge.keptId === keptId
    ? undefined
    : rejected('inUse', 'What came of it was merged again since: take that back first.');
}
