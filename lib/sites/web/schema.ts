/** People and companies a page declares itself: JSON-LD and microdata by schema.org. */
import type { Detection, SeenAccount, SeenPerson } from '#lib/model/detection.ts';
import { emailIn, isMachine } from '../mail/address.ts';
import { personName } from '../names.ts';
import { present } from '../present.ts';
import { defineSite } from '../site.ts';
import { clean, fold } from '../text.ts';
import { companySlug, link, ownHost, profileSlug } from '../url.ts';
import { jsonLd, one, type Thing, texts, things } from './jsonld.ts';
import { microdata } from './microdata.ts';

export const schemaOrg = defineSite({
  id: 'schema-org',
  reads: ['name', 'company', 'linkedin'],
  matches: (url) => /^https?:$/.test(url.protocol),
  detect(document, url, look) {
    const ld = jsonLd(document);
    const declared = [...ld, ...microdata(document)];
    if (ld.length) look.took('declared', 'JSON-LD', undefined);
    else if (declared.length) look.took('declared', 'microdata', undefined);
    return fromThings(declared, url);
  },
});

const is = (thing: Thing, pattern: RegExp): boolean =>
  thing.types.some((type) => pattern.test(type));
const person = /^Person$/;
const page = /^(?:ProfilePage|AboutPage|ContactPage|WebPage)$/;
/** Works have authors; whoever stands beside one is a byline until the page says it is about them. */
const work =
  /(?:Article|Posting|Review|Recipe|Video|VideoObject|Book|Movie|Product|Event|Course|Podcast\w*|Question|QAPage|Report|CreativeWork)$/;
/** Organization, its kinds, and the commoner LocalBusinesses; schools and governments are organisations too. */
const organisation =
  /(?:Organization|Corporation|Business|NGO|Company|Store|Agency|Service|Restaurant|Hotel|Attorney|Dentist|Physician|Clinic|Hospital|Consortium|Airline|Project)$/;

/** What the declared things make together: one person, a company with its people, a list, or nothing certain. */
export function fromThings(declared: readonly Thing[], url: URL): Detection | null {
  const about = declared
    .filter((thing) => is(thing, page))
    .flatMap((thing) => things(thing.mainEntity));
  const all = [...declared, ...about.filter((thing) => !declared.includes(thing))];
  const companies = unique(all.filter((thing) => is(thing, organisation) && !is(thing, person)));
  const company = companies.length === 1 ? companies[0] : undefined;
  const staff = company ? staffOf(company) : [];
  const subject = about.filter((thing) => is(thing, person));
  const bylines = declared.some((thing) => is(thing, work));
  const people = unique(
    subject.length
      ? subject
      : bylines
        ? []
        : [...declared.filter((thing) => is(thing, person)), ...staff],
  );
  const seen = people.map((thing) => personOf(thing, url)).filter((found) => found !== undefined);
  const at = { site: 'schema-org', url: url.href };
  const [only] = people;
  const [single] = seen;
  if (seen.length === 1 && only && single && !staff.includes(only)) {
    const employers = [...things(only.worksFor), ...things(only.affiliation)];
    const account = accountOf(
      employers.length ? (employers.length === 1 ? employers[0] : undefined) : company,
      url,
    );
    return { kind: 'person', ...at, person: single, ...(account ? { account } : {}) };
  }
  const account = bylines && !seen.length ? undefined : accountOf(company, url);
  if (account)
    return {
      kind: 'account',
      ...at,
      account,
      ...(seen.length ? { people: seen } : {}),
    };
  return seen.length ? { kind: 'people', ...at, people: seen } : null;
}

const staffOf = (company: Thing): Thing[] =>
  [
    company.employee,
    company.employees,
    company.member,
    company.members,
    company.founder,
    company.founders,
  ]
    .flatMap(things)
    .filter((thing) => is(thing, person));

/** The same thing declared twice (JSON-LD and microdata, or by reference) counts once. */
function unique(found: readonly Thing[]): Thing[] {
  const byName = new Map<string, Thing>();
  for (const thing of found) {
    const name = fold(one(thing.name) ?? '');
    if (name && !byName.has(name)) byName.set(name, thing);
  }
  return [...byName.values()];
}

/** One value, or none: of several jobs none is the job. */
function sole(value: unknown): string | undefined {
  const values = new Set(texts(value).map((text) => clean(text)));
  return values.size === 1 ? [...values][0] : undefined;
}

function personOf(thing: Thing, url: URL): SeenPerson | undefined {
  const parts = [one(thing.givenName), one(thing.familyName)].filter(Boolean).join(' ');
  const name = personName(one(thing.name)) ?? personName(parts);
  if (!name) return undefined;
  const address = things(thing.address)[0];
  const emails = texts(thing.email)
    .map(emailIn)
    .filter((email) => email !== undefined && !isMachine(email));
  const profiles = [...texts(thing.sameAs), ...texts(thing.url)].map((href) =>
    profileSlug(link(href, url)),
  );
  return present({
    name,
    title: sole(thing.jobTitle),
    company: sole(thing.worksFor) ?? sole(thing.affiliation),
    location: clean(one(address?.addressLocality) ?? one(thing.workLocation)),
    linkedin: profiles.find((slug) => slug !== undefined),
    emails: [...new Set(emails.filter((email) => email !== undefined))],
  });
}

/** A company's website is its own only at the root of a host: directories describe companies on deep pages of theirs. */
function accountOf(thing: Thing | undefined, url: URL): SeenAccount | undefined {
  const name = clean(one(thing?.name));
  if (!thing || !name) return undefined;
  const stated = link(one(thing.url), url);
  const website = stated && stated.pathname === '/' ? stated : undefined;
  const host = ownHost(website);
  const slugs = [...texts(thing.sameAs), ...texts(thing.url)].map((href) =>
    companySlug(link(href, url)),
  );
  return present({
    name,
    linkedin: slugs.find((slug) => slug !== undefined),
    website: host ? website?.href : undefined,
    domains: host ? [host] : [],
  });
}
