/** Exact keys: the only things by which a person or a company is recognised without asking. */
import { bareCompany } from './names.ts';
import type { Account } from './records/account.ts';
import type { Contact } from './records/contact.ts';

export const emailKey = (email: string): string => `email:${email.trim().toLowerCase()}`;
export const personSlugKey = (slug: string): string => `linkedin:in:${slug.toLowerCase()}`;
export const companySlugKey = (slug: string): string => `linkedin:company:${slug.toLowerCase()}`;
export const salesNavigatorKey = (id: string): string => `salesnavigator:${id}`;
/** Under what an entry of the do-not-record list is found in cache and database. */
export const exclusionKey = (hash: string): string => `excluded:${hash}`;
export const domainKey = (domain: string): string => `domain:${domain.toLowerCase()}`;

type PersonKeys = Pick<Contact, 'emails' | 'linkedin' | 'salesNavigator'> &
  Pick<Partial<Contact>, 'otherKeys'>;
type CompanyKeys = Pick<Account, 'domains' | 'linkedin'> & Pick<Partial<Account>, 'otherKeys'>;

/** Strongest first: LinkedIn slug, Sales Navigator id, e-mails, and what they are known by besides. */
export function contactKeys(person: PersonKeys): string[] {
  return once([
    ...(person.linkedin ? [personSlugKey(person.linkedin)] : []),
    ...(person.salesNavigator ? [salesNavigatorKey(person.salesNavigator)] : []),
    ...person.emails.map(emailKey),
    ...(person.otherKeys ?? []),
  ]);
}

/** Strongest first: LinkedIn company slug, registrable domains, and what it is known by besides. */
export function accountKeys(company: CompanyKeys): string[] {
  return once([
    ...(company.linkedin ? [companySlugKey(company.linkedin)] : []),
    ...company.domains.map(domainKey),
    ...(company.otherKeys ?? []),
  ]);
}

const once = (keys: readonly string[]): string[] => [...new Set(keys)];

/** Under what an account is looked for by its name; one of signs alone is itself. Not an identity: it only ever raises a question. */
export const companyNameKey = (name: string): string =>
  `name:${bareCompany(name) || name.trim().toLowerCase()}`;
