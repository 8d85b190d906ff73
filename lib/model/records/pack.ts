/**
 * The selectors by which pages are read, as the workspace's server may send them newer than the bundled ones: flat
 * strings and nothing that runs. The page's own browser tries every selector besides (`serves` in `lib/sites`), and
 * a pack that fails either is refused whole.
 */
import { z } from 'zod';
import { Id } from '../fields.ts';

/** Attributes that hold names and addresses; no pack reads what was typed into a field. */
const readable = [
  'title',
  'name',
  'content',
  'email',
  'aria-label',
  'data-name',
  'data-email',
  'data-hovercard-id',
] as const;

const Way = z.strictObject({
  css: z
    .string()
    .min(1)
    .max(400)
    // Braces and at-signs outside strings belong to style sheets, not to selectors.
    .regex(/^[^{}<\\]*$/),
  attr: z.enum(readable).optional(),
  seen: z.string().regex(/^\d{4}(-\d{2})?$/),
});

const shape = {
  /** Year, month, day, counter: `2026112201`. Only a newer one than the bundled serves. */
  version: z.number().int().min(2026010100).max(9999123199),
  /** Ids of sites switched off. */
  off: z.array(z.string().regex(/^[a-z0-9-]{1,60}$/)).max(100),
  /** Ways by `site.field`, tried in order. */
  ways: z.record(
    z.string().regex(/^[a-z0-9-]{1,60}(\.[a-z-]{1,40}){1,4}$/),
    z.array(Way).min(1).max(20),
  ),
};

/** What a pack may be: anything beside these fields, or a field of another shape, refuses the whole. */
export const Pack = z.strictObject(shape);
export type Pack = z.infer<typeof Pack>;

/** A workspace has one. */
export const packId = 'sites';
export const PackRecord = z.strictObject({ id: Id, ...shape });
export type PackRecord = z.infer<typeof PackRecord>;
