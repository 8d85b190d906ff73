/** A person's own page, /in/<slug>: the newest layout (SDUI), the one before (Ember), mobile-lite, and what guests see. */
import type { Look } from '../look.ts';
import { emailIn } from '../mail/address.ts';
import { sameName, titleParts } from '../names.ts';
import { defineSite } from '../site.ts';
import { isHost, profileSlug } from '../url.ts';
import type { ProfileReader } from './card.ts';
import { readEmber } from './profile-ember.ts';
import { readGuest } from './profile-guest.ts';
import { readLite } from './profile-lite.ts';
import { readSdui } from './profile-sdui.ts';

/** The profile itself, in another language, or under an overlay; not its details, posts or settings. */
const path =
  /^\/(?:mwlite\/(?:profile\/)?)?in\/[^/]+(?:\/|\/[a-z]{2}(?:[-_][a-zA-Z]{2,4})?\/?|\/(?:overlay|detail)\/.*)?$/;

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
      const emails = contactEmails(document, url, look);
      const person = { ...profile.person, emails };
      return { kind: 'person', site: 'linkedin-profile', url: url.href, ...profile, person };
    }
    return null;
  },
});

/** Addresses the person shows in the contact window; its own address says that it is open. */
function contactEmails(document: Document, url: URL, look: Look): string[] {
  if (!/\/(?:overlay|detail)\/contact-info/.test(url.pathname)) return [];
  const emails = look.all(document, 'emails').map((anchor) => emailIn(anchor.getAttribute('href')));
  return [...new Set(emails.filter((email) => email !== undefined))];
}

/** True when the title names this person, or nobody ("LinkedIn" alone, or none saved). */
export function titleAgrees(title: string, name: string): boolean {
  const parts = titleParts(title);
  if (parts.length === 0) return true;
  // Guests see "Name - Title - Company | LinkedIn".
  return parts.some(
    (part) => sameName(part, name) || part.split(' - ').some((bit) => sameName(bit, name)),
  );
}
