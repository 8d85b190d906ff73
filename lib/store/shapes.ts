/** What rows of the cache look like, for telling whole ones from damaged ones. Records by their frame alone: their kinds change. */
import { z } from 'zod';
import { Alias, ClientId, MutationId, MutationResult, PushedMutation } from '#lib/contract/sync.ts';
import type { Meta, PendingMutation, ScopeRow, UnresolvedMutation } from './database.ts';

const Count = z.number().int().min(0);
const Data = z.looseObject({ id: z.string() });

export const Pending: z.ZodType<PendingMutation> = PushedMutation;
export const Unresolved: z.ZodType<UnresolvedMutation> = PushedMutation.extend({
  result: MutationResult,
});
export const Scope: z.ZodType<ScopeRow> = z.object({
  scope: z.string().min(1),
  cursor: Count,
  complete: z.boolean(),
  followedAt: z.number(),
});
export const MetaRow: z.ZodType<Meta> = z.looseObject({
  id: z.literal('meta'),
  client: ClientId,
  epoch: z.string().nullable(),
  nextMutationId: MutationId,
  lastMutationId: Count,
});
const Row = z.object({
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
};
