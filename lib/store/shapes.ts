/** What rows of the cache look like, for telling whole ones from damaged ones. Records by their frame alone: their kinds change. */
import { z } from 'zod';
import { Alias, ClientId, MutationId, MutationResult, PushedMutation } from '#lib/contract/sync.ts';
import { kindNames } from '#lib/model/kinds.ts';
import type {
  JournalEntry,
  Meta,
  PendingMutation,
  ScopeRow,
  UnresolvedMutation,
} from './database.ts';

const Count = z.number().int().min(0);
const Data = z.looseObject({ id: z.string() });

const Kept = PushedMutation.extend({
  refused: z.object({ code: z.string(), because: z.string(), times: Count }).optional(),
});
export const Pending: z.ZodType<PendingMutation> = Kept;
export const Unresolved: z.ZodType<UnresolvedMutation> = Kept.extend({ result: MutationResult });
export const Scope: z.ZodType<ScopeRow> = z.object({
  scope: z.string().min(1),
  cursor: Count,
  complete: z.boolean(),
  closed: z.literal(true).optional(),
  followedAt: z.number(),
});
const BackCall = z.object({ name: z.string(), args: z.unknown() });
const LeftBehind = z.object({
  kind: z.enum(kindNames),
  id: z.string(),
  field: z.string().optional(),
  value: z.unknown(),
  gone: z.boolean().optional(),
});
export const Journal: z.ZodType<JournalEntry> = PushedMutation.omit({ id: true }).extend({
  seq: Count.optional(),
  state: z.enum(['waiting', 'sent', 'applied', 'conflict', 'rejected']),
  settledAt: z.number().optional(),
  back: z.literal(true).optional(),
  way: z
    .object({
      ...{ what: z.string(), name: z.string(), calls: z.array(BackCall) },
      left: z.array(LeftBehind),
      undone: z.literal(true).optional(),
    })
    .optional(),
});
export const MetaRow: z.ZodType<Meta> = z.looseObject({
  id: z.literal('meta'),
  client: ClientId,
  epoch: z.string().nullable(),
  nextMutationId: MutationId,
  lastMutationId: Count,
});
export const Row = z.object({
  kind: z.string().min(1),
  id: z.string().min(1),
  scope: z.string(),
  version: Count,
  base: Data.nullable(),
  view: Data.nullable(),
  keys: z.array(z.string()),
});

/** By the table's name; one that is not here is not looked into. */
export const shapes: Record<string, z.ZodType> = {
  records: Row,
  outbox: Pending,
  unresolved: Unresolved,
  scopes: Scope,
  aliases: Alias,
  meta: MetaRow,
  journal: Journal,
};
