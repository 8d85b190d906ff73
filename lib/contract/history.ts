/** Who changed what of one record, on the wire: newest first, page by page. */
import { z } from 'zod';
import { Id } from '../model/fields.ts';
import { KindName } from './sync.ts';

export const HistoryQuery = z.object({
  kind: KindName,
  id: Id,
  /** Of a decision: with its members, planned seats, steps and notes, those removed since included. */
  around: z.enum(['true', 'false']).default('false'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** What `next` said. */
  cursor: z
    .string()
    .regex(/^\d{1,16}-\d{1,9}$/)
    .optional(),
});
export type HistoryQuery = z.infer<typeof HistoryQuery>;
/** As it is asked: what has a default may be left out. */
export type HistoryAsked = z.input<typeof HistoryQuery>;

/**
 * `field` is `*` where the whole record was made (`before` null) or deleted (`after` null), and `access` where who may see an
 * account was changed: both values are then an `Access`. Both are null where somebody was
 * erased, and what was said of them with them.
 */
export const HistoryEntry = z.object({
  kind: KindName,
  id: Id,
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  at: z.iso.datetime(),
  /** Absent where no user of the workspace did it. */
  by: z.object({ id: Id, name: z.string() }).optional(),
  /** Where no user did: which other system's signal or key. */
  sender: z.string().optional(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** `next` is the cursor of the next page; null on the last. */
export const HistoryAnswer = z.object({
  entries: z.array(HistoryEntry),
  next: z.string().nullable(),
});
export type HistoryAnswer = z.infer<typeof HistoryAnswer>;
