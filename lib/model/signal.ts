/** A signal: a touch as it arrives from another system, before it is routed. */
import { z } from 'zod';
import { AnyInstant, Email, Name, Slug, storable } from './fields.ts';
import { slugIn } from './linkedin.ts';
import { Channel, Direction, Team } from './vocabulary.ts';

/** The longest title that is taken; a touch keeps the first `touchTitle` signs of it. */
const longestTitle = 100_000;
export const touchTitle = 1000;

/** A slug, or the address of a profile. */
const Linkedin = z
  .string()
  .trim()
  .max(400)
  .transform((text) => slugIn(text))
  .pipe(Slug);

/**
 * `id` is the sender's own; sent again it has no second effect. `asset` is a name of the catalogue, `solutions` are
 * names or ids. `visitor` is the sender's id of a browser or device: what it did before anybody knew whose it is
 * becomes that person's. `team` is whose system sent it, marketing's where nothing is said.
 */
export const Signal = z.object({
  id: z.string().trim().min(1).max(200),
  at: AnyInstant,
  channel: Channel,
  direction: Direction.optional(),
  team: Team.exclude(['admin']).default('marketing'),
  title: z.string().trim().min(1).max(longestTitle),
  asset: Name.optional(),
  solutions: z.array(Name).max(50).optional(),
  visitor: z.string().trim().min(1).max(200).optional(),
  person: z
    .object({
      email: Email.optional(),
      linkedin: Linkedin.optional(),
      name: Name.optional(),
      title: z.string().trim().max(touchTitle).optional(),
    })
    .optional(),
  account: z
    .object({ domain: z.string().trim().max(400).optional(), name: Name.optional() })
    .optional(),
});
export type Signal = z.infer<typeof Signal>;

/** Deeper than anything that is sent to us has reason to be; what lies below counts as absent. */
const deepest = 20;

/** Signs that no database keeps go, texts are composed (NFC), and what is empty or null counts as absent. */
export function cleaned(value: unknown, depth = deepest): unknown {
  if (typeof value === 'string') return storable(value).normalize('NFC');
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return null;
  if (Array.isArray(value)) return value.map((inner) => cleaned(inner, depth - 1));
  const kept = Object.entries(value).flatMap(([field, inner]) => {
    const clean = cleaned(inner, depth - 1);
    return clean === null || clean === '' ? [] : [[field, clean] as const];
  });
  return Object.fromEntries(kept);
}

/** The beginning of a text, cut between signs as people see them. */
export function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  let cut = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (cut.length + segment.length > length - 1) break;
    cut += segment;
  }
  return `${cut}…`;
}
