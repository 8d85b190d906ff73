/** Profile as guests see it (2016 to 2026): rendered by the server, with sections named in attributes and JSON-LD. */
import { personName, sameName } from '../names.ts';
import { present } from '../present.ts';
import { clean } from '../text.ts';
import { companySlug, link, profileSlug } from '../url.ts';
import { jsonLd, one, type Thing, things } from '../web/jsonld.ts';
import type { ProfileReader } from './card.ts';

export const readGuest: ProfileReader = (document, url, look, slug) => {
  const card = look.one(document, 'guest.card');
  const person = personThing(document, url, slug);
  if (!card && !person) return undefined;
  const canonical = link(
    document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    url,
  );
  const stated = profileSlug(canonical) ?? profileSlug(link(one(person?.url), url));
  if (slug && stated && stated !== slug) return undefined;
  const scope = card ?? document;
  const heading = look.text(scope, 'guest.name', personName);
  const said = personName(one(person?.name));
  if (heading && said && !sameName(heading, said)) return undefined;
  const name = heading ?? said;
  if (!name || !(stated ?? slug)) return undefined;
  const address = things(person?.address)[0];
  const company = look.text(scope, 'guest.company') ?? soleEmployer(person);
  const page = companySlug(
    link(look.one(scope, 'guest.company')?.closest('a')?.getAttribute('href'), url),
  );
  return {
    ...(company && page && !/^\d+$/.test(page)
      ? { account: { name: company, linkedin: page, domains: [] } }
      : {}),
    person: present({
      name,
      headline: look.text(scope, 'guest.headline'),
      company,
      location: look.text(scope, 'guest.location') ?? clean(one(address?.addressLocality)),
      linkedin: stated ?? slug,
      emails: [],
    }),
  };
};

/** The Person of this very profile in the page's JSON-LD. */
function personThing(document: Document, url: URL, slug: string | undefined): Thing | undefined {
  return jsonLd(document).find(
    (thing) =>
      thing.types.includes('Person') &&
      slug !== undefined &&
      profileSlug(link(one(thing.url), url)) === slug,
  );
}

/** A single employer in the data is the company; several are not decided here. */
function soleEmployer(person: Thing | undefined): string | undefined {
  const employers = new Set(things(person?.worksFor).map((thing) => clean(one(thing.name))));
  return employers.size === 1 ? [...employers][0] : undefined;
}
