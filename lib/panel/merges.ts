/** Merges as the panel shows them: with whom, what would become of both, and what there is to take back. */
import { coverage } from '#lib/model/coverage.ts';
import type { Kind, Records } from '#lib/model/kinds.ts';
import { changedSince } from '#lib/model/merging/taken-back.ts';
import type { Change } from '#lib/model/mutation.ts';
import { likeCompany, sameName } from '#lib/model/names.ts';
import { withChanges } from '#lib/model/preview.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import { type Merge, type MergedKind, mergedName } from '#lib/model/records/merge.ts';
import { hasAll, ownWords, searchTerms } from '#lib/model/search.ts';
import type { PendingMutation, QuorumDatabase } from '#lib/store/database.ts';
import { all, atAccountOf, many, one } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import { Accounts } from './accounts.ts';
import { openDecisionsAt } from './decisions.ts';
import type { Effect } from './effect.ts';
import { mergeCall, unmergeCall } from './merge-acts.ts';

export type Merged = Account | Contact;

/** What was merged into a record, newest first, and what waits for the server to do. */
export interface MergesView {
  merges: MergeView[];
  /** Who is being merged with it, or taken apart from it, at this moment. */
  waiting?: { is: 'merging' | 'parting'; name: string };
}

export interface MergeView {
  merge: Merge;
  name: string;
  /** Fields that somebody changed since, which stay as they are now. */
  changed: string[];
}

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

/** The account it is at, or is. */
const placeOf = (kind: MergedKind, record: Merged): string =>
  kind === 'contact' && 'accountId' in record ? record.accountId : record.id;

/** With whom this one can be merged: without a query those of a like name, else those found by its words. */
export async function mergeable(
  db: QuorumDatabase,
  kind: MergedKind,
  id: string,
  query = '',
): Promise<Merged[]> {
  const record = await one(db, kind, id);
  if (!record) return [];
  const others =
    kind === 'contact'
      ? await atAccountOf(db, 'contact', placeOf(kind, record))
      : await all(db, 'account');
  const terms = searchTerms(query);
  return others
    .filter((other) => other.id !== id)
    .filter((other) =>
      terms.length > 0
        ? hasAll(ownWords<MergedKind>(kind, other), terms)
        : isLike(kind, record.name, other.name),
    )
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, mostOffered);
}

const mostOffered = 20;

const isLike = (kind: MergedKind, a: string, b: string): boolean =>
  kind === 'contact' ? sameName(a, b) : likeCompany(a, b) !== undefined;

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

/** What was merged into this account or person, and what the server is yet to do about it. */
export async function mergesOf(
  db: QuorumDatabase,
  kind: MergedKind,
  record: Merged,
): Promise<MergesView> {
  const [made, edits] = await Promise.all([
    atAccountOf(db, 'merge', placeOf(kind, record)),
    db.outbox.toArray(),
  ]);
  const merges = made
    .filter((merge) => merge.kind === kind && merge.keptId === record.id)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .map((merge): MergeView => {
      const left = merge.parts[0]?.to;
      return { merge, name: mergedName(merge), changed: left ? changedSince(record, left) : [] };
    });
  const waiting = edits.flatMap((edit) => waitingOf(edit, kind, record.id));
  const last = waiting.at(-1);
  if (!last) return { merges };
  const name =
    merges.find(({ merge }) => merge.mergedId === last.otherId)?.name ??
    (await one(db, kind, last.otherId))?.name ??
    '';
  return { merges, waiting: { is: last.is, name } };
}

type Waiting = { is: 'merging' | 'parting'; otherId: string };

function waitingOf({ name, args }: PendingMutation, kind: MergedKind, id: string): Waiting[] {
  const is = { [`${kind}.merge@1`]: 'merging', [`${kind}.unmerge@1`]: 'parting' } as const;
  const what = is[name];
  const { keptId, mergedId } = (args ?? {}) as { keptId?: string; mergedId?: string };
  if (!what || !keptId || !mergedId || (keptId !== id && mergedId !== id)) return [];
  return [{ is: what, otherId: keptId === id ? mergedId : keptId }];
}
