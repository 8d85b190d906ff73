/** What would become of two records that are merged, and of the coverage around them, there and back. */
import { coverage } from '#lib/model/coverage.ts';
import type { Kind, Records } from '#lib/model/kinds.ts';
import type { Change } from '#lib/model/mutation.ts';
import { withChanges } from '#lib/model/preview.ts';
import type { Merge, MergedKind } from '#lib/model/records/merge.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { atAccountOf, many, one } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import { Accounts } from './accounts.ts';
import { openDecisionsAt } from './decisions.ts';
import type { Effect } from './effect.ts';
import { mergeCall, unmergeCall } from './merge-acts.ts';
import { type Merged, placeOf } from './merges.ts';

export interface MergePreview {
  kept: Merged;
  merged: Merged;
  joined: Merged;
  /** How many records of each kind move. */
  moves: { kind: (typeof counted)[number]; count: number }[];
  /** Of people: solutions of decisions that both are in. */
  bothIn: string[];
  /** Of accounts: solutions of which there are two decisions then. */
  twoOf: string[];
  /** What it does to the decisions of the account or accounts. */
  effects: Effect[];
  /** Older touches are on the server alone, and are not counted. */
  partial: boolean;
}

/** The kinds that are counted for the user; what else moves goes along with them. */
const counted = [
  'opportunity',
  'contact',
  'member',
  'touch',
  'interest',
  'note',
  'playStep',
] as const;

/** `null`: they cannot be merged. `now` in milliseconds since 1970. */
export async function mergePreview(
  store: Store,
  kind: MergedKind,
  keptId: string,
  mergedId: string,
  now = Date.now(),
): Promise<MergePreview | null> {
  const { db } = store;
  const [kept, merged] = [await one(db, kind, keptId), await one(db, kind, mergedId)];
  if (!kept || !merged) return null;
  const accountId = placeOf(kind, kept);
  const outcome = await store.tryOut(
    mergeCall({ ...{ kind, keptId, mergedId, accountId }, id: 'preview' }),
  );
  if ('rejected' in outcome) return null;
  const merge = outcome.changes.flatMap(({ kind, data }) =>
    kind === 'merge' && data?.id === 'preview' ? [data] : [],
  )[0];
  if (!merge) return null;
  const [own, ...parts] = merge.parts;
  const touches = (merge.moved.touch?.length ?? 0) + merge.shared.length;
  const count = (of: Kind) =>
    of === 'touch'
      ? touches
      : (merge.moved[of]?.length ?? 0) + parts.filter((part) => part.kind === of).length;
  const both = parts.flatMap((part) =>
    part.kind === 'member' && part.was ? [part.to.opportunityId] : [],
  );
  const scopes = await db.scopes.bulkGet([accountId, placeOf(kind, merged)]);
  return {
    kept,
    merged,
    joined: own?.to as Merged,
    moves: counted
      .filter((of) => !(kind === 'contact' && of === 'contact'))
      .map((kind) => ({ kind, count: count(kind) }))
      .filter(({ count }) => count > 0),
    bothIn: await solutionsOf(db, both),
    twoOf: kind === 'account' ? await sold(db, keptId, mergedId) : [],
    effects: await effectsOf(db, outcome.changes, [accountId, placeOf(kind, merged)], now),
    partial: scopes.some((scope) => !scope?.complete || scope.touchesSince !== undefined),
  };
}

/** What taking a merge back does to the decisions of its account. `now` in milliseconds since 1970. */
export async function apartEffects(
  store: Store,
  merge: Merge,
  now = Date.now(),
): Promise<Effect[]> {
  const outcome = await store.tryOut(unmergeCall(merge));
  return 'changes' in outcome ? effectsOf(store.db, outcome.changes, [merge.accountId], now) : [];
}

/** On the open decisions of these accounts, whose touches may be each other's afterwards. */
async function effectsOf(
  db: QuorumDatabase,
  changes: readonly Change[],
  accountIds: readonly string[],
  now: number,
): Promise<Effect[]> {
  const accounts = new Accounts(db, now);
  const ids = [...new Set(accountIds)];
  const decisions = await Promise.all(ids.map((id) => openDecisionsAt(accounts, id)));
  const touches = (await Promise.all(ids.map((id) => accounts.recent(id)))).flat();
  return decisions.flat().map(({ solution, group, coverage: before }) => ({
    solution: solution.name,
    before,
    after: coverage(withChanges({ ...group, touches }, changes)),
  }));
}

async function solutionsOf(db: QuorumDatabase, opportunityIds: readonly string[]) {
  const decisions = await many(db, 'opportunity', opportunityIds);
  return namesOf(db, decisions);
}

/** The solutions for which both accounts have a decision. */
async function sold(db: QuorumDatabase, keptId: string, mergedId: string): Promise<string[]> {
  const theirs = await atAccountOf(db, 'opportunity', keptId);
  const others = await atAccountOf(db, 'opportunity', mergedId);
  return namesOf(
    db,
    others.filter(({ solutionId }) => theirs.some((one) => one.solutionId === solutionId)),
  );
}

const namesOf = async (db: QuorumDatabase, decisions: readonly Records['opportunity'][]) =>
  (
    await many(
      db,
      'solution',
      decisions.map(({ solutionId }) => solutionId),
    )
  ).map(({ name }) => name);
