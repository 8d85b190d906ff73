/** A company's page, logged in (Ember 2018 to 2025, unknown layouts by title) and as guests see it. */

import type { SeenPerson } from '#lib/model/detection.ts';
import type { Look } from '../look.ts';
import { personName, titleParts } from '../names.ts';
import { present } from '../present.ts';
import { defineSite } from '../site.ts';
import { clean, fold, textOf } from '../text.ts';
import { companySlug, isHost, link, ownHost, profileSlug, straight } from '../url.ts';
import { jsonLd, one, texts } from '../web/jsonld.ts';

export const linkedinCompany = defineSite({
  id: 'linkedin-company',
  reads: ['name', 'linkedin', 'website'],
  matches: (url) => isHost(url, 'linkedin.com') && companySlug(url) !== undefined,
  detect(document, url, look) {
    const slug = companySlug(url);
    if (!slug) return null;
    const organisation = jsonLd(document).find(
      (thing) =>
        thing.types.includes('Organization') && companySlug(link(one(thing.url), url)) === slug,
    );
    const name = companyName(document, url, look, slug) ?? clean(one(organisation?.name));
    if (!name) return null;
    const href =
      look.one(document, 'website')?.getAttribute('href') ??
      texts(organisation?.sameAs).find((address) => ownHost(link(address, url)));
    const website = link(href, url);
    const site = website && straight(website);
    const host = ownHost(site);
    const people = /\/people\/?$/.test(url.pathname) ? staff(document, url, look) : [];
    return {
      kind: 'account',
      site: 'linkedin-company',
      url: url.href,
      account: present({
        name,
        linkedin: slug,
        website: host ? site?.href : undefined,
        domains: host ? [host] : [],
      }),
      ...(people.length ? { people } : {}),
    };
  },
});

/** The cards of a company's "People" page; those of strangers out of network link no profile and stay out. */
function staff(document: Document, url: URL, look: Look): SeenPerson[] {
  return look
    .all(document, 'card')
    .map((card) => {
      const name = look.text(card, 'card.name', personName);
      const linkedin = profileSlug(link(look.one(card, 'card.link')?.getAttribute('href'), url));
      const headline = look.text(card, 'card.headline');
      return name && linkedin ? present({ name, headline, linkedin, emails: [] }) : undefined;
    })
    .filter((person) => person !== undefined);
}

/** The heading, if the page's own links carry the address's slug and the title does not contradict; else the title, if a heading repeats it. */
function companyName(document: Document, url: URL, look: Look, slug: string): string | undefined {
  const title = titleParts(document.title)[0];
  // "Name: Overview | LinkedIn" when logged in, "Name | LinkedIn" for guests.
  const titled = title?.includes(': ') ? title.slice(0, title.lastIndexOf(': ')) : title;
  // A heading that says more than the title ("Acme company page") is not the name.
  const heading = look.text(document, 'name', (text) =>
    !title || fold(title) === fold(text) || `${fold(title)} `.startsWith(`${fold(text)} `)
      ? text
      : undefined,
  );
  if (heading) return ownLinks(document, url, slug) ? heading : undefined;
  if (!titled || !ownLinks(document, url, slug)) return undefined;
  for (const element of document.querySelectorAll(
    'main h1, main h2, main p, [role="main"] h2, [role="main"] p',
  ))
    if (textOf(element) === titled) return look.took('name', 'title, repeated on the page', titled);
  return undefined;
}

/** Whether the page links to its own address: the navigation of a company page does, an error page does not. */
function ownLinks(document: Document, url: URL, slug: string): boolean {
  for (const anchor of document.querySelectorAll(
    'a[href*="/company/"], a[href*="/showcase/"], link[rel="canonical"]',
  ))
    if (companySlug(link(anchor.getAttribute('href'), url)) === slug) return true;
  return false;
}
