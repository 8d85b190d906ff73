/** Merging two accounts, and taking it back. Only the server holds all of both, so it alone makes the change. */
import { type AnyRecord, beside, type Kind, kindNames, ref } from '../kinds.ts';
import { joinedAccount } from '../merging/joined.ts';
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
import type { Merge } from '../records/merge.ts';
import { madeOne, madeTwo, type Pair, pair, standing } from './merging.ts';

const reads = ({ keptId, mergedId, mergeId }: Pair): Key[] => [
  ['account', keptId],
  ['account', mergedId],
  ['merge', mergeId],
  ['signpost', mergedId],
];

const under = (accountId: string): Find[] =>
  kindNames.flatMap((kind): Find[] => [
    [kind, ref('account', accountId)],
    [kind, beside('account', accountId)],
  ]);

type Hanging = { kind: Kind; record: AnyRecord & { accountId: string } };

/** Every record that hangs on the account or tells of it, of whatever kind. */
function hangingOn(reader: Reader, accountId: string): Hanging[] {
  const found = new Map<string, Hanging>();
  for (const [kind, key] of under(accountId))
    for (const record of reader.all(kind, key))
      if ('accountId' in record && record.accountId === accountId)
        found.set(`${kind}\n${record.id}`, { kind, record });
  return [...found.values()];
}

const movedTo = (accountId: string, { kind, record }: Hanging): Change =>
  ({ kind, id: record.id, data: { ...record, accountId } }) as Change;

/** `mergedId` becomes another name of `keptId`; all that hangs on it moves. Merged already, nothing happens. */
export const mergeAccounts = defineMutation('account.merge@1', pair, {
  serverOnly: true,
  refs: { keptId: 'account', mergedId: 'account' },
  reads,
  finds: ({ keptId, mergedId }) => [...under(mergedId), ['touch', ref('account', keptId)]],
  run: ({ keptId, mergedId, mergeId }, reader, { by, at }) => {
    if (keptId === mergedId) return { changes: [] };
    const [kept, merged] = [reader.get('account', keptId), reader.get('account', mergedId)];
    if (!kept || !merged) return rejected('gone', 'The account is gone.');
    if (reader.get('merge', mergeId)) return rejected('invalid', 'This id is in use.');
    const hanging = hangingOn(reader, mergedId);
    const moved: Record<string, string[]> = {};
    for (const { kind, record } of hanging) {
      moved[kind] ??= [];
      moved[kind].push(record.id);
    }
    const people = new Set(moved.contact);
    const stayed = reader.all('touch', ref('account', keptId)).flatMap(({ id, contactIds }) => {
      const theirs = contactIds.length > 0 && contactIds.every((one) => people.has(one));
      return theirs ? [id] : [];
    });
    const joined = joinedAccount(kept, merged);
    const merge: Merge = {
      ...{ id: mergeId, kind: 'account', accountId: keptId, keptId, mergedId, moved, by, at },
      parts: [{ kind: 'account', from: merged, to: joined, was: kept }],
      shared: [],
      ...(stayed.length > 0 && { stayed }),
    };
    return madeOne(merge, mergedId, [
      remove('account', mergedId),
      put('account', joined),
      ...hanging.map((one) => movedTo(keptId, one)),
    ]);
  },
});

/**
 * Makes two accounts again: what moved goes back, with what came to its decisions and people since; all else that is
 * new stays. Refused where people and decisions of both are mixed by now.
 */
export const unmergeAccounts = defineMutation('account.unmerge@1', pair, {
  serverOnly: true,
  // Not `mergedId`: it is an alias now, and its own account again afterwards.
  refs: { keptId: 'account' },
  reads,
  finds: ({ keptId }) => under(keptId),
  run: (args, reader) => {
    const { keptId, mergeId } = args;
    const found = standing(reader, 'account', args);
    if ('refused' in found) return found.refused;
    const { merge } = found;
    const { mergedId } = merge; // its writer may know it by another id
    if (!reader.get('account', keptId)) return rejected('gone', 'The account is gone.');
    const hanging = hangingOn(reader, keptId).filter(({ record }) => record.id !== mergeId);
    const mixed = hanging.filter((one) => isMixed(one, merge));
    if (mixed.length > 0)
      return rejected(
        'inUse',
        `People and decisions of both are mixed since: ${namesOf(mixed, reader)}. Part these first.`,
      );
    return madeTwo(merge, [
      ...partsBack(merge, reader),
      ...hanging.filter((one) => goesBack(one, merge)).map((one) => movedTo(mergedId, one)),
    ]);
  },
});

const came = ({ moved }: Merge, kind: Kind, id: string) => moved[kind]?.includes(id) ?? false;

/** Whose it is, the decision's or the person's: `undefined` where it is of neither. */
function owners({ record }: Hanging, merge: Merge): boolean[] {
  return [
    ...('opportunityId' in record ? [came(merge, 'opportunity', record.opportunityId)] : []),
    ...('contactId' in record && record.contactId
      ? [came(merge, 'contact', record.contactId)]
      : []),
    ...('contactIds' in record ? record.contactIds.map((id) => came(merge, 'contact', id)) : []),
    ...('toId' in record ? [came(merge, 'contact', record.toId)] : []),
  ];
}

/** It came with the merged account, or since then to what did. */
function goesBack(one: Hanging, merge: Merge): boolean {
  if (came(merge, one.kind, one.record.id)) return true;
  if (one.kind === 'touch' && merge.stayed?.includes(one.record.id)) return false;
  const theirs = owners(one, merge);
  return theirs.length > 0 && theirs.every(Boolean);
}

/** New since, and between what would be two accounts: a member of another account's decision, a merge of both's people. */
function isMixed(one: Hanging, merge: Merge): boolean {
  if (came(merge, one.kind, one.record.id)) return false;
  const both = 'mergedId' in one.record ? peopleOf(one.record, merge) : owners(one, merge);
  return (one.kind === 'member' || one.kind === 'merge') && new Set(both).size > 1;
}

const peopleOf = ({ keptId, mergedId }: Merge, merge: Merge): boolean[] =>
  [keptId, mergedId].map((id) => came(merge, 'contact', id));

function namesOf(mixed: readonly Hanging[], reader: Reader): string {
  const names = mixed.flatMap(({ record }) => {
    const id = 'contactId' in record ? record.contactId : undefined;
    return (id && reader.get('contact', id)?.name) ?? [];
  });
  return [...new Set(names)].slice(0, 5).join(', ');
}
