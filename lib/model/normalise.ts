/** Brings what a page showed into the form that records have, so that keys compare. Nothing is added, doubtful things go. */
import type { Detection, SeenAccount, SeenPerson } from './detection.ts';
import { isFreeMail, registrableDomain } from './domains.ts';
import { Email, Slug } from './fields.ts';
import { readingOrder } from './names.ts';

export function normalise(detection: Detection): Detection {
  switch (detection.kind) {
    case 'person':
      return {
        ...detection,
        person: person(detection.person),
        account: detection.account && account(detection.account),
      };
    case 'account':
      return {
        ...detection,
        account: account(detection.account),
        people: detection.people?.map(person),
      };
    case 'people':
      return { ...detection, people: detection.people.map(person) };
    case 'thread':
      return {
        ...detection,
        people: detection.people.map((one) => ({ ...person(one), part: one.part })),
      };
  }
}

function person<P extends SeenPerson>(seen: P): P {
  return {
    ...seen,
    ...(seen.name && { name: readingOrder(seen.name) }),
    linkedin: slug(seen.linkedin),
    emails: [...new Set(seen.emails.flatMap((email) => Email.safeParse(email).data ?? []))],
  };
}

function account(seen: SeenAccount): SeenAccount {
  const hosts = [...seen.domains, ...(seen.website ? [seen.website] : [])];
  const domains = hosts.flatMap((host) => registrableDomain(host) ?? []);
  return {
    ...seen,
    linkedin: slug(seen.linkedin),
    domains: [...new Set(domains)].filter((domain) => !isFreeMail(domain) && !isSharedHost(domain)),
  };
}

/** Hosts where companies have pages without owning the domain: a link there says nothing of an account's domain. */
const sharedHosts = new Set([
  'linkedin.com',
  'facebook.com',
  'instagram.com',
  'x.com',
  'twitter.com',
  'youtube.com',
  'github.com',
  'medium.com',
  'linktr.ee',
  'bit.ly',
  'lnkd.in',
  'google.com',
]);
export const isSharedHost = (domain: string): boolean => sharedHosts.has(domain);

const slug = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : Slug.safeParse(text).data;
