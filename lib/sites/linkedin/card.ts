/** What the profile layouts share: whose card it is. */
import { link, profileSlug } from '../url.ts';

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
