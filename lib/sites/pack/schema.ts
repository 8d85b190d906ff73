/**
 * What a pack may be: flat strings and nothing that runs. The background parses a server's pack with this; the page's
 * own browser then tries every selector (`serves` in reader.ts), and a pack that fails either is refused whole.
 */
import { z } from 'zod';
import type { Pack } from '../look.ts';

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

const WaySchema = z.strictObject({
  css: z
    .string()
    .min(1)
    .max(400)
    // Braces and at-signs outside strings belong to style sheets, not to selectors.
    .regex(/^[^{}<\\]*$/),
  attr: z.enum(readable).optional(),
  seen: z.string().regex(/^\d{4}(-\d{2})?$/),
});

/** A pack as the server sends it. */
export const PackSchema = z.strictObject({
  version: z.number().int().min(2026010100).max(9999123199),
  off: z.array(z.string().regex(/^[a-z0-9-]{1,60}$/)).max(100),
  ways: z.record(
    z.string().regex(/^[a-z0-9-]{1,60}(\.[a-z-]{1,40}){1,4}$/),
    z.array(WaySchema).min(1).max(20),
  ),
});

/** The pack, or nothing: there is no half of one. */
export function parsePack(value: unknown): Pack | undefined {
  const parsed = PackSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { version, off, ways } = parsed.data;
  return {
    version,
    off,
    ways: Object.fromEntries(
      Object.entries(ways).map(([field, list]) => [
        field,
        list.map(({ css, seen, attr }) => (attr ? { css, seen, attr } : { css, seen })),
      ]),
    ),
  };
}
