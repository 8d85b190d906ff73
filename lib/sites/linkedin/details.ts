/** One part of a profile on a page of its own (/in/<slug>/details/…): who it is, and no more. */
import { personName, titleParts } from '../names.ts';
import { defineSite } from '../site.ts';
import { textOf } from '../text.ts';
import { isHost, link, profileSlug } from '../url.ts';

export const linkedinDetails = defineSite({
  id: 'linkedin-details',
  reads: ['name', 'linkedin'],
  matches: (url) => isHost(url, 'linkedin.com') && /^\/in\/[^/]+\/details\/./.test(url.pathname),
  detect(document, url, look) {
    const linkedin = profileSlug(url);
    if (!linkedin || isAnothers(document, url, linkedin)) return null;
    // The title is "Experience | Name | LinkedIn"; which part is the name, the page itself must say.
    for (const [at, part] of titleParts(document.title).reverse().entries()) {
      const name = personName(part);
      // SDUI repeats the name nowhere: there it is the last part, if the screen is a profile's and links back to this one.
      const isLast = at === 0 && titleParts(document.title).length > 1;
      const way =
        name &&
        (shown(document, url, linkedin, name, look.all(document, 'name')) ??
          (isLast &&
            look.one(document, 'screen') &&
            linksTo(document, url, linkedin) &&
            'title, on this profile’s screen'));
      if (!way) continue;
      look.took('name', way, name);
      return {
        kind: 'person',
        site: 'linkedin-details',
        url: url.href,
        person: { name, linkedin, emails: [] },
      };
    }
    return null;
  },
});

const linksTo = (document: Document, url: URL, slug: string): boolean =>
  [...document.querySelectorAll('main a[href*="/in/"]')].some(
    (anchor) => profileSlug(link(anchor.getAttribute('href'), url)) === slug,
  );

/** Links into parts of a profile (overlays, details) are the owner's: those of somebody else alone mean the page before this one. */
function isAnothers(document: Document, url: URL, slug: string): boolean {
  const owners = new Set<string>();
  for (const anchor of document.querySelectorAll(
    'a[href*="/overlay/"], a[href*="/details/"], a[href*="/detail/"]',
  )) {
    const owner = profileSlug(link(anchor.getAttribute('href'), url));
    if (owner) owners.add(owner);
  }
  return owners.size > 0 && !owners.has(slug);
}

/** Where the page repeats a name that the title gives: the bar above the list, a link to the profile, a portrait. */
function shown(
  document: Document,
  url: URL,
  slug: string,
  name: string,
  bars: readonly Element[],
): string | undefined {
  if (bars.some((bar) => textOf(bar) === name)) return 'title and bar';
  for (const anchor of document.querySelectorAll('a[href*="/in/"]'))
    if (profileSlug(link(anchor.getAttribute('href'), url)) === slug && textOf(anchor) === name)
      return 'title and link';
  for (const image of document.querySelectorAll('main img[alt], header img[alt], section img[alt]'))
    if (personName(image.getAttribute('alt')) === name) return 'title and portrait';
  return undefined;
}
