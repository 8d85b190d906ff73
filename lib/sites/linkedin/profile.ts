/** A person's own page, /in/<slug>: the newest layout (SDUI), the one before (Ember), mobile-lite, and what guests see. */
import type { Look } from '../look.ts';
import { emailIn } from '../mail/address.ts';
import { sameName, titleParts } from '../names.ts';
import { defineSite } from '../site.ts';
import { fold } from '../text.ts';
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
      const name = nameByTitle(document.title, profile.person.name);
      if (!name) return null;
      const emails = contactEmails(document, url, look);
      const person = { ...profile.person, name, emails };
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

/**
 * The name once the title has had its say: as it stands when the title agrees or names nobody ("LinkedIn" alone, none
 * saved), without what the card adds to it ("Ana Gil Premium"), and nothing when the title names somebody else.
 */
export function nameByTitle(title: string, name: string): string | undefined {
  const parts = titleParts(title);
  if (parts.length === 0 || fold(parts.join(' ')) === fold(name)) return name;
  // Guests see "Name - Title - Company | LinkedIn".
  const bits = parts.flatMap((part) => [part, ...part.split(' - ')]);
  if (bits.some((bit) => fold(bit) === fold(name))) return name;
  const near = bits.find((bit) => sameName(bit, name));
  // A bracketed part stands in the card and not in the title: it belongs to the name.
  const bare = fold(name.replace(/[(（][^)）]*[)）]/gu, ' '));
  return near && bare.startsWith(`${fold(near)} `) ? near : near && name;
}
