/** Questions that the parts of the panel ask of the cache when they are opened. */
import { accountKeys, contactKeys } from '#lib/model/keys.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Merge, MergedKind } from '#lib/model/records/merge.ts';
import type { User } from '#lib/model/records/user.ts';
import { bareTag } from '#lib/model/tags.ts';
import { all, under } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import type { Effect } from './effect.ts';
import type { MergeBeyond } from './merge-beyond.ts';
import { apartEffects, type MergePreview, mergePreview } from './merge-preview.ts';
import { type Merged, mergeable } from './merges.ts';

export interface Questions {
  /** The tags in use at the accounts of the cache, the most used first. */
  tagsInUse: () => Promise<string[]>;
  /** Who works here, by name. */
  users: () => Promise<User[]>;
  /** Who else has one of this person's or company's keys, as they would be. */
  contactWith: (keys: Pick<Contact, 'id' | 'emails' | 'linkedin'>) => Promise<Contact | undefined>;
  accountWith: (keys: Pick<Account, 'id' | 'domains' | 'linkedin'>) => Promise<Account | undefined>;
  /** With whom somebody or a company can be merged; without a query those of a like name. */
  mergeable: (kind: MergedKind, id: string, query?: string) => Promise<Merged[]>;
  /** With which companies of the server besides; absent while there is no server to ask. */
  beyond?: MergeBeyond;
  /** What would become of both; `null` where they cannot be merged. */
  mergePreview: (
    kind: MergedKind,
    keptId: string,
    mergedId: string,
  ) => Promise<MergePreview | null>;
  /** What taking a merge back would do to coverage. */
  apartEffects: (merge: Merge) => Promise<Effect[]>;
}

export function createQuestions(store: Store, beyond?: MergeBeyond): Questions {
  const { db } = store;
  return {
    ...(beyond && { beyond }),
    mergeable: (kind, id, query) => mergeable(db, kind, id, query),
    mergePreview: (kind, keptId, mergedId) => mergePreview(store, kind, keptId, mergedId),
    apartEffects: (merge) => apartEffects(store, merge),
    async tagsInUse() {
      const tagged = [...(await all(db, 'contact')), ...(await all(db, 'account'))];
      const used = new Map<string, { tag: string; times: number }>();
      for (const tag of tagged.flatMap(({ tags = [] }) => tags)) {
        const { tag: first, times } = used.get(bareTag(tag)) ?? { tag, times: 0 };
        used.set(bareTag(tag), { tag: first, times: times + 1 });
      }
      return [...used.values()].sort((a, b) => b.times - a.times).map(({ tag }) => tag);
    },
    async users() {
      return (await all(db, 'user')).sort((a, b) => a.name.localeCompare(b.name));
    },
    async contactWith({ id, ...keys }) {
      return (await under(db, 'contact', contactKeys(keys))).find((other) => other.id !== id);
    },
    async accountWith({ id, ...keys }) {
      return (await under(db, 'account', accountKeys(keys))).find((other) => other.id !== id);
    },
  };
}
