/** Sales Navigator: a lead, an account, and lists of leads. Its pages say in attributes what is personal, and so what is what. */
import type { SeenPerson } from '#lib/model/detection.ts';
import type { Look } from '../look.ts';
import { personName } from '../names.ts';
import { present } from '../present.ts';
import { defineSite } from '../site.ts';
import { clean } from '../text.ts';
import { companySlug, isHost, link, ownHost, profileSlug, straight } from '../url.ts';

/** `/sales/lead/<id>,<how found>,<token>`: only the id lasts. */
export const leadId = (url: URL | undefined): string | undefined =>
  url && /^\/sales\/(?:lead|people)\/([\w-]+)/.exec(url.pathname)?.[1];

const isSales = (url: URL, path: RegExp): boolean =>
  isHost(url, 'linkedin.com') && path.test(url.pathname);

export const salesLead = defineSite({
  id: 'sales-lead',
  reads: ['name', 'title', 'company', 'salesNavigator'],
  matches: (url) => isSales(url, /^\/sales\/(?:lead|people)\/[\w-]{10,}/),
  detect(document, url, look) {
    const card = look.one(document, 'card');
    const name = card && look.text(card, 'name', personName);
    if (!card || !name) return null;
    const roles = look.all(document, 'role');
    // Several roles of now: none of them is the one.
    const role = roles.length === 1 ? roles[0] : undefined;
    const public_ = look.one(document, 'public');
    return {
      kind: 'person',
      site: 'sales-lead',
      url: url.href,
      person: present({
        name,
        headline: look.text(card, 'headline'),
        title: role && look.text(role, 'role.title'),
        company: role && look.text(role, 'role.company'),
        location: look.text(card, 'location'),
        linkedin: profileSlug(link(public_?.getAttribute('href'), url)),
        salesNavigator: leadId(url),
        emails: [],
      }),
    };
  },
});

export const salesAccount = defineSite({
  id: 'sales-account',
  reads: ['name', 'website'],
  matches: (url) => isSales(url, /^\/sales\/company\/\d+/),
  detect(document, url, look) {
    const name = look.text(document, 'name', clean);
    if (!name) return null;
    const target = link(look.one(document, 'website')?.getAttribute('href'), url);
    const website = target && straight(target);
    const host = ownHost(website);
    const public_ = look.one(document, 'public');
    const slug = companySlug(link(public_?.getAttribute('href'), url));
    return {
      kind: 'account',
      site: 'sales-account',
      url: url.href,
      account: present({
        name,
        // A number there is the company's id, not the name its page is known by.
        linkedin: slug && !/^\d+$/.test(slug) ? slug : undefined,
        website: host ? website?.href : undefined,
        domains: host ? [host] : [],
      }),
    };
  },
});

export const salesList = defineSite({
  id: 'sales-list',
  reads: [],
  matches: (url) => isSales(url, /^\/sales\/(?:search\/people|lists\/people)(?:\/|$)/),
  detect(document, url, look) {
    const people = look
      .all(document, 'row')
      .map((row) => leadIn(row, url, look))
      .filter((person) => person !== undefined);
    return people.length ? { kind: 'people', site: 'sales-list', url: url.href, people } : null;
  },
});

function leadIn(row: Element, url: URL, look: Look): SeenPerson | undefined {
  const name = look.text(row, 'name', personName);
  const target = link(look.one(row, 'link')?.getAttribute('href'), url);
  const id = leadId(target);
  if (!name || !id) return undefined;
  return present({
    name,
    title: look.text(row, 'title'),
    company: look.text(row, 'company'),
    location: look.text(row, 'location'),
    salesNavigator: id,
    emails: [],
  });
}
