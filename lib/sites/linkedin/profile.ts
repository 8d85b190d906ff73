/** A person's own page, /in/<slug>: the newest layout (SDUI), the one before (Ember), mobile-lite, and what guests see. */
import type { Detection } from '#lib/model/detection.ts';
import type { Look } from '../look.ts';
import { sameName, titleParts } from '../names.ts';
import { defineSite } from '../site.ts';
import { isHost, profileSlug } from '../url.ts';
import { readEmber } from './profile-ember.ts';
import { readGuest } from './profile-guest.ts';
import { readLite } from './profile-lite.ts';
import { readSdui } from './profile-sdui.ts';

/** The profile itself, in another language, or under an overlay; not its details, posts or settings. */
const path =
  /^\/(?:mwlite\/(?:profile\/)?)?in\/[^/]+(?:\/|\/[a-z]{2}(?:[-_][a-zA-Z]{2,4})?\/?|\/(?:overlay|detail)\/.*)?$/;

/** What a layout's reader gives: `account` only when the page links the company. */
export type Profile = Pick<Extract<Detection, { kind: 'person' }>, 'person' | 'account'>;
export type ProfileReader = (
  document: Document,
  url: URL,
  look: Look,
  slug: string | undefined,
) => Profile | undefined;

const layouts: readonly ProfileReader[] = [readSdui, readGuest, readLite, readEmber];

export const linkedinProfile = defineSite({
  id: 'linkedin-profile',
  reads: ['name', 'headline', 'company', 'location', 'linkedin'],
  matches: (url) => isHost(url, 'linkedin.com') && path.test(url.pathname),
  detect(document, url, look) {
    const slug = profileSlug(url);
    for (const layout of layouts) {
      const profile = layout(document, url, look, slug);
      if (!profile?.person.name) continue;
      // While one profile gives way to the next, title and card disagree: wait for them to meet.
      if (!titleAgrees(document.title, profile.person.name)) return null;
      return { kind: 'person', site: 'linkedin-profile', url: url.href, ...profile };
    }
    return null;
  },
});

/** True when the title names this person, or nobody ("LinkedIn" alone, or none saved). */
export function titleAgrees(title: string, name: string): boolean {
  const parts = titleParts(title);
  if (parts.length === 0) return true;
  // Guests see "Name - Title - Company | LinkedIn".
  return parts.some(
    (part) => sameName(part, name) || part.split(' - ').some((bit) => sameName(bit, name)),
  );
}
