/** What somebody typed or pasted as a LinkedIn address, as its slug. */
import { Slug } from '#lib/model/fields.ts';
import { companySlug, profileSlug } from '#lib/sites/url.ts';

/** The slug of `https://www.linkedin.com/in/jo-park`, or of `jo-park` alone; `undefined` for what is neither, `''` for nothing. */
export function slugTyped(text: string, of: 'person' | 'company'): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  if (!trimmed.includes('/')) return Slug.safeParse(trimmed).data;
  const address = /^https?:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  const url = URL.parse(address) ?? undefined;
  return of === 'person' ? profileSlug(url) : companySlug(url);
}
