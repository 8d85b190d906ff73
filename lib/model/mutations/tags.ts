/** Tags of one record or of many at once: each is added or removed by itself, so two writers' tags meet. */
import { z } from 'zod';
import { Id, Tag } from '../fields.ts';
import { defineMutation, type Outcome, put, type Reader, rejected } from '../mutation.ts';
import { saidBy } from '../sources.ts';
import { withoutTags, withTags } from '../tags.ts';

/** Most records that one edit tags. */
export const tagLimit = 500;

const ids = z.array(Id).min(1).max(tagLimit);
const tags = z.array(Tag).min(1).max(20);

type Change = (had: readonly string[], tags: readonly string[]) => string[];

/** Over those of the records that are still there; refused only where none is. */
function retagged(
  kind: 'contact' | 'account',
  ids: readonly string[],
  reader: Reader,
  change: (had: readonly string[]) => string[],
  context: { by: string; at: string },
): Outcome {
  const there = ids.flatMap((id) => reader.get(kind, id) ?? []);
  if (there.length === 0) return rejected('gone', `The ${kind} was deleted.`);
  return {
    changes: there.flatMap((record) => {
      const had = record.tags ?? [];
      const tags = change(had);
      if (tags.join('\n') === had.join('\n')) return [];
      const { tags: _, ...rest } = record;
      const sources = saidBy(record.sources, ['tags'], context);
      return [put(kind, { ...rest, ...(tags.length > 0 && { tags }), sources } as typeof record)];
    }),
  };
}

const ofContacts = <Name extends string>(name: Name, change: Change) =>
  defineMutation(name, z.object({ contactIds: ids, tags }), {
    refs: { contactIds: 'contact' },
    reads: ({ contactIds }) => contactIds.map((id) => ['contact', id] as const),
    run: ({ contactIds, tags }, reader, context) =>
      retagged('contact', contactIds, reader, (had) => change(had, tags), context),
  });

const ofAccounts = <Name extends string>(name: Name, change: Change) =>
  defineMutation(name, z.object({ accountIds: ids, tags }), {
    refs: { accountIds: 'account' },
    reads: ({ accountIds }) => accountIds.map((id) => ['account', id] as const),
    run: ({ accountIds, tags }, reader, context) =>
      retagged('account', accountIds, reader, (had) => change(had, tags), context),
  });

export const tagContacts = ofContacts('contact.tag@1', withTags);
export const untagContacts = ofContacts('contact.untag@1', withoutTags);
export const tagAccounts = ofAccounts('account.tag@1', withTags);
export const untagAccounts = ofAccounts('account.untag@1', withoutTags);
