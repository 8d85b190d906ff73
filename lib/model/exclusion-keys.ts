/**
 * Which keys are looked for on the do-not-record list. Whoever brings in people from outside asks with these: on the
 * server through `listedKeys` in `server/exclusions.ts`.
 */
import { companyDomain, isFreeMail, registrableDomain } from './domains.ts';
import { companyListKeys } from './exclusions.ts';
import { Email, Slug } from './fields.ts';
import {
  companySlugKey,
  contactKeys,
  domainKey,
  emailKey,
  personSlugKey,
  salesNavigatorKey,
} from './keys.ts';
import { type AnyRecord, type Kind, rulesOf } from './kinds.ts';
import type { Change, Reader } from './mutation.ts';
import type { Contact } from './records/contact.ts';
import type { Exclusion } from './records/exclusion.ts';

/** Every key by which a person can be on the list: their own, and the companies of their e-mails. */
export const personListKeys = (
  person: Parameters<typeof contactKeys>[0] & Pick<Contact, 'emails'>,
): string[] => [
  ...contactKeys(person),
  ...person.emails.flatMap((email) => {
    const domain = companyDomain(email);
    return domain === null ? [] : [domainKey(domain)];
  }),
];

const isContact = (kind: Kind, _: AnyRecord): _ is Contact => kind === 'contact';

function listKeys(kind: Kind, record: AnyRecord): string[] {
  return isContact(kind, record) ? personListKeys(record) : rulesOf(kind).identity(record);
}

/**
 * The keys that these changes bring into the workspace: none of the records they change had them. With somebody new,
 * or moved, come the keys of their company. To be looked for on the list before anything is written.
 */
export function keysBrought(changes: readonly Change[], before: Pick<Reader, 'get'>): string[] {
  const had = new Set<string>();
  const has = new Set<string>();
  for (const { kind, id, data } of changes) {
    if (kind !== 'contact' && kind !== 'account') continue;
    const was = before.get(kind, id);
    if (was) for (const key of listKeys(kind, was)) had.add(key);
    if (!data) continue;
    for (const key of listKeys(kind, data)) has.add(key);
    if (kind !== 'contact' || (was && 'accountId' in was && was.accountId === data.accountId))
      continue;
    const account = before.get('account', data.accountId);
    if (account) for (const key of companyListKeys(account)) has.add(key);
  }
  return [...has].filter((key) => !had.has(key));
}

/**
 * What somebody typed who wants it on the list: an e-mail, the address of a profile, of a company's page or of a lead
 * in Sales Navigator, or a company's domain. `null` for anything else, and for the domain of a mail provider.
 */
export function listedAs(typed: string): { what: Exclusion['what']; key: string } | null {
  const text = typed.trim();
  const email = Email.safeParse(text);
  if (email.success) return { what: 'person', key: emailKey(email.data) };
  const page = /(?:^|[./])linkedin\.com\/(in|company|sales\/(?:lead|people))\/([^/?#,]+)/i.exec(
    text,
  );
  if (page) return ofLinkedin(page[1]?.toLowerCase() ?? '', decoded(page[2] ?? ''));
  const domain = /\s/.test(text) ? null : registrableDomain(text);
  return domain === null || isFreeMail(domain) || domain === 'linkedin.com'
    ? null
    : { what: 'company', key: domainKey(domain) };
}

function ofLinkedin(part: string, id: string): ReturnType<typeof listedAs> {
  if (part.startsWith('sales')) return { what: 'person', key: salesNavigatorKey(id) };
  const slug = Slug.safeParse(id);
  if (!slug.success) return null;
  return part === 'in'
    ? { what: 'person', key: personSlugKey(slug.data) }
    : { what: 'company', key: companySlugKey(slug.data) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
