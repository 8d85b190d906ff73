/** Merges as the panel shows them: with whom, and what there is to take back. */
import { changedSince } from '#lib/model/merging/taken-back.ts';
import { likeCompany, sameName } from '#lib/model/names.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import { type Merge, type MergedKind, mergedName } from '#lib/model/records/merge.ts';
import { hasAll, ownWords, searchTerms } from '#lib/model/search.ts';
import type { PendingMutation, QuorumDatabase } from '#lib/store/database.ts';
import { all, atAccountOf, one } from '#lib/store/queries.ts';

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

/** The account it is at, or is. */
export const placeOf = (kind: MergedKind, record: Merged): string =>
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
