/** The shapes that records share: ids, names, times, keys. Every text is bounded, so no record can grow without end. */
import { z } from 'zod';

/** A text as every database can keep it: without NUL and without half a surrogate pair, as cutting a text leaves it. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** Whether all texts in this, keys included, can be kept as they are. */
export const isStorable = (value: unknown): boolean =>
  typeof value === 'string'
    ? value === storable(value)
    : typeof value !== 'object' ||
      value === null ||
      Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));

/** Made by whoever creates the record (UUIDv7 in the client), never reused. */
export const Id = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[A-Za-z0-9._-]+$/, 'is no id: letters, digits, dots, dashes and underscores alone');
export const Name = z.string().trim().min(1).max(300);
export const ShortText = z.string().trim().max(1000);
/** Most signs of a long text. */
export const longTextLimit = 20_000;
export const LongText = z.string().max(longTextLimit);
/** ISO 8601 in UTC, e.g. `2026-11-22T09:00:00.000Z`. */
export const Instant = z.iso.datetime();

/** As others write a time: ISO 8601 with a time zone, or a day, which is its midnight in UTC. Kept in UTC. */
export const AnyInstant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: 'is no time: write 2026-11-20T09:00:00Z, or the day alone',
  })
  .transform((at) => new Date(at).toISOString());
/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date();
/** The calendar day of a time in milliseconds since 1970: everywhere that of UTC, so that all sides name the same. */
export const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** ISO 4217, e.g. `EUR`. */
export const Currency = z.string().regex(/^[A-Z]{3}$/);
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(320)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'is no e-mail address');
/** A LinkedIn slug, decoded and lower case: `jane-doe-123`. */
export const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(200)
  .regex(/^[^\s/?#]+$/, 'is no name or address of a LinkedIn page of this kind');
/** A registrable domain, lower case: `acme.co.uk`. */
export const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[^\s/@:]+\.[^\s/@:.]+$/, 'is no domain');

export const otherKeysLimit = 50;
/** Exact keys (`keys.ts`) of one who was merged into the record, for which it has no field of its own: a second slug. */
export const OtherKeys = z.array(z.string().min(1).max(330)).max(otherKeysLimit);

/** A short name by which people or companies are gathered, e.g. `webinar 2026`. */
export const Tag = z.string().trim().min(1).max(60);
export const Tags = z.array(Tag).max(50);

/** Where a field's value came from, and when. `page` names the kind of page, e.g. `linkedin-person`. */
export const Provenance = z.object({
  from: z.enum(['page', 'import', 'user', 'signal']),
  site: z.string().max(60).optional(),
  by: Id.optional(),
  at: Instant,
});
export type Provenance = z.infer<typeof Provenance>;
export const Provenances = z.record(z.string().max(60), Provenance);
