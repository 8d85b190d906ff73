/** What the profile layouts share: what they give, and whose card it is. */
import type { Detection } from '#lib/model/detection.ts';
import type { Look } from '../look.ts';
import { link, profileSlug } from '../url.ts';

/** What a layout's reader gives: `account` only when the page links the company. */
export type Profile = Pick<Extract<Detection, { kind: 'person' }>, 'person' | 'account'>;
export type ProfileReader = (
  document: Document,
  url: URL,
  look: Look,
  slug: string | undefined,
) => Profile | undefined;

/** The slugs of all profile links below an element. */
export function slugsIn(root: Element, base: URL): Set<string> {
  const found = new Set<string>();
  for (const anchor of root.querySelectorAll('a[href*="/in/"]')) {
    const slug = profileSlug(link(anchor.getAttribute('href'), base));
    if (slug) found.add(slug);
  }
  return found;
}

/** The slug the card itself links (photo, contact info); a card that links only others belongs to the page before. */
export function cardSlug(
  card: Element,
  base: URL,
  slug: string | undefined,
): { slug?: string; stale: boolean } {
  const linked = slugsIn(card, base);
  if (slug) return { slug, stale: linked.size > 0 && !linked.has(slug) };
  const [only] = linked;
  return linked.size === 1 && only ? { slug: only, stale: false } : { stale: linked.size > 1 };
}
