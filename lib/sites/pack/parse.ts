/** A pack from outside, before it reaches a page. For the background only: readers stay free of zod. */
import { Pack as PackSchema } from '#lib/model/records/pack.ts';
import type { Pack } from '../look.ts';

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
