/** Merging two people of one account, and taking it back. Only the server has all their touches, so it alone makes the change. */
import { Id } from '../fields.ts';
import { beside, ref } from '../kinds.ts';
import { joinedContact, joinedInterest, joinedMember } from '../merging/joined.ts';
import { partsBack } from '../merging/taken-back.ts';
import {
  type Change,
  defineMutation,
  type Find,
  type Key,
  put,
  type Reader,
  rejected,
  remove,
} from '../mutation.ts';
import { interestId } from '../records/interest.ts';
import { memberId } from '../records/member.ts';
import type { Merge, MergedPart } from '../records/merge.ts';
import type { Touch } from '../records/touch.ts';
import { madeOne, madeTwo, type Pair, pair, standing } from './merging.ts';

// The account, too: who notes something of it waits until the two are one.
const atAccount = pair.extend({ accountId: Id });

const reads = ({ keptId, mergedId, mergeId, accountId }: Pair & { accountId: string }): Key[] => [
  ['account', accountId],
  ['contact', keptId],
  ['contact', mergedId],
  ['merge', mergeId],
  ['signpost', mergedId],
];

const hanging = ['member', 'interest', 'touch', 'merge'] as const;
const under = (contactId: string): Find[] => [
  ...hanging.map((kind): Find => [kind, ref('contact', contactId)]),
  ['contact', beside('contact', contactId)],
];

/** `mergedId` becomes another name of `keptId`: memberships and interests are joined, touches and addresses move. */
export const mergeContacts = defineMutation('contact.merge@1', atAccount, {
  serverOnly: true,
  refs: { keptId: 'contact', mergedId: 'contact', accountId: 'account' },
  reads,
  finds: ({ keptId, mergedId }) => [...under(keptId), ...under(mergedId)],
  run: ({ keptId, mergedId, mergeId, accountId }, reader, { by, at }) => {
    if (keptId === mergedId) return { changes: [] };
    const [kept, merged] = [reader.get('contact', keptId), reader.get('contact', mergedId)];
    if (!kept || !merged) return rejected('gone', 'The contact was deleted.');
    if (kept.accountId !== accountId || merged.accountId !== accountId)
      return rejected('invalid', 'These two are at different accounts: merge the accounts first.');
    if (reader.get('merge', mergeId)) return rejected('invalid', 'This id is in use.');
    const parts: MergedPart[] = [
      { kind: 'contact', from: merged, to: joinedContact(kept, merged), was: kept },
      ...partsOf(reader, keptId, mergedId),
    ];
    const touches = reader.all('touch', ref('contact', mergedId));
    const shared = touches.filter(({ contactIds }) => contactIds.includes(keptId));
    const alone = touches.filter((touch) => !shared.includes(touch));
    const later = reader
      .all('contact', beside('contact', mergedId))
      .filter(({ id }) => id !== keptId);
    const merges = reader.all('merge', ref('contact', mergedId));
    const merge: Merge = {
      ...{ id: mergeId, kind: 'contact', accountId, contactId: keptId, keptId, mergedId, parts },
      moved: { touch: ids(alone), contact: ids(later), merge: ids(merges) },
      shared: ids(shared),
      ...{ by, at },
    };
    return madeOne(merge, accountId, [
      ...parts.flatMap(({ kind, from, to }): Change[] => [
        remove(kind, from.id),
        { kind, id: to.id, data: to } as Change,
      ]),
      ...touches.map((touch) => put('touch', renamed(touch, mergedId, keptId))),
      ...later.map((contact) => put('contact', { ...contact, formerId: keptId })),
      ...merges.map((earlier) => put('merge', { ...earlier, contactId: keptId })),
    ]);
  },
});

/** Makes two people again, each with what was theirs; what came since stays with the kept one. */
export const unmergeContacts = defineMutation('contact.unmerge@1', atAccount, {
  serverOnly: true,
  // Not `mergedId`: it is an alias now, and its own contact again afterwards.
  refs: { keptId: 'contact', accountId: 'account' },
  reads,
  finds: ({ keptId }) => under(keptId),
  run: (args, reader) => {
    const { keptId } = args;
    const found = standing(reader, 'contact', args);
    if ('refused' in found) return found.refused;
    const { merge } = found;
    const { mergedId } = merge; // its writer may know it by another id
    if (!reader.get('contact', keptId)) return rejected('gone', 'The contact was deleted.');
    const { moved, shared } = merge;
    const named = reader.all('touch', ref('contact', keptId));
    const later = reader.all('contact', beside('contact', keptId));
    const merges = reader.all('merge', ref('contact', keptId));
    return madeTwo(merge, [
      ...partsBack(merge, reader),
      ...of(named, moved.touch).map((touch) => put('touch', renamed(touch, keptId, mergedId))),
      ...of(named, shared).map((touch) =>
        put('touch', { ...touch, contactIds: [...touch.contactIds, mergedId] }),
      ),
      ...of(later, moved.contact).map((one) => put('contact', { ...one, formerId: mergedId })),
      ...of(merges, moved.merge).map((one) => put('merge', { ...one, contactId: mergedId })),
    ]);
  },
});

/** Memberships and interests, each in the place where the kept one has or would have theirs. */
function partsOf(reader: Reader, keptId: string, mergedId: string): MergedPart[] {
  const members = reader.all('member', ref('contact', mergedId)).map((from): MergedPart => {
    const was = reader.get('member', memberId(from.opportunityId, keptId));
    return { kind: 'member', from, to: joinedMember(keptId, was, from), ...(was && { was }) };
  });
  const interests = reader.all('interest', ref('contact', mergedId)).map((from): MergedPart => {
    const was = reader.get('interest', interestId(keptId, from.solutionId));
    return { kind: 'interest', from, to: joinedInterest(keptId, was, from), ...(was && { was }) };
  });
  return [...members, ...interests];
}

const ids = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);
const of = <R extends { id: string }>(records: readonly R[], chosen: readonly string[] = []): R[] =>
  records.filter(({ id }) => chosen.includes(id));

/** Both on one touch are one person on it. */
const renamed = (touch: Touch, from: string, to: string): Touch => ({
  ...touch,
  contactIds: [...new Set(touch.contactIds.map((id) => (id === from ? to : id)))],
});
