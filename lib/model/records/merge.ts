import { z } from 'zod';
import { Id, Instant } from '../fields.ts';
import { Account } from './account.ts';
import { Contact } from './contact.ts';
import { Interest } from './interest.ts';
import { Member } from './member.ts';

export const MergedKind = z.enum(['account', 'contact']);
export type MergedKind = z.infer<typeof MergedKind>;

const part = <K extends string, R extends z.ZodType>(kind: K, record: R) =>
  z.object({ kind: z.literal(kind), from: record, to: record, was: record.optional() });

/** A record of the merged one (`from`) as the merge left it (`to`); `was` is what the kept one had in its place before. */
export const MergedPart = z.discriminatedUnion('kind', [
  part('account', Account),
  part('contact', Contact),
  part('member', Member),
  part('interest', Interest),
]);
export type MergedPart = z.infer<typeof MergedPart>;

/** Two accounts or two people made one: all that takes it back. It lives with the account that stayed. */
export const Merge = z.object({
  id: Id,
  accountId: Id,
  /** Of people: whose it is now, where the kept one was merged again. */
  contactId: Id.optional(),
  kind: MergedKind,
  keptId: Id,
  mergedId: Id,
  /** The two themselves first. */
  parts: z.array(MergedPart).min(1),
  /** The records that only name the kept one now where they named the merged one, by kind. */
  moved: z.record(z.string().max(60), z.array(Id)),
  /** Touches that both were on. */
  shared: z.array(Id).default([]),
  /** Touches that the kept account had before, with the merged one's people alone: these are its own. */
  stayed: z.array(Id).optional(),
  by: Id,
  at: Instant,
});
export type Merge = z.infer<typeof Merge>;

/** What the merged one was called. */
export function mergedName({ parts }: Merge): string {
  const from = parts[0]?.from;
  return from && 'name' in from ? from.name : '';
}
