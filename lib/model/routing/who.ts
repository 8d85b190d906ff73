/** Step 1 of routing: who a signal is of, by exact keys alone, and at which account it stands. */
import {
  closestTo,
  companyDomain,
  hostIn,
  isFreeMail,
  isWithin,
  registrableDomain,
} from '../domains.ts';
import type { Provenance } from '../fields.ts';
import { companyNameKey, contactKeys } from '../keys.ts';
import type { Account } from '../records/account.ts';
import type { Contact } from '../records/contact.ts';
import type { Unrouted } from '../records/touch.ts';
import type { Signal } from '../signal.ts';

/** What the records know of the keys of a signal. */
export interface Known {
  /** The person under the strongest key that somebody has, or the one person its visitor turned out to be. */
  contact?: Contact | undefined;
  /** That person's account. */
  home?: Account | undefined;
  /** Accounts at or below a domain of the signal. */
  at: (domain: string) => readonly Account[];
  /** Placeholders that carry the company's name. */
  placeholders: readonly Account[];
  newId: () => string;
  /** The server's time. */
  now: string;
  by: string;
}

export type Who =
  | { is: 'rejected'; code: 'nobody'; because: string }
  /** Nobody and no company yet, only a visitor: kept until one becomes known. */
  | { is: 'waiting' }
  | {
      is: 'known';
      account: Account;
      newAccount: boolean;
      contact?: Contact;
      newContact: boolean;
      /** Why a person has to look at it before anything follows from it. */
      hold?: Unrouted;
      notes: string[];
    };

/** The domains a signal speaks of, the person's own first; free mail and what is no domain only leave a note. */
export function domainsOf({ person, account }: Signal): { domains: string[]; notes: string[] } {
  const own = person?.email ? companyDomain(person.email) : null;
  const notes: string[] = [];
  const mail = person?.email?.split('@').at(-1) ?? '';
  if (person?.email && !own) notes.push(`${mail} is a free-mail domain, never an account.`);
  const named = account?.domain ? registrableDomain(account.domain) : null;
  if (account?.domain && !named) notes.push(`“${account.domain.slice(0, 60)}” is no domain.`);
  if (named && isFreeMail(named) && named !== mail)
    notes.push(`${named} is a free-mail domain, never an account.`);
  const company = named && !isFreeMail(named) ? named : null;
  return { domains: [...new Set([own, company].flatMap((domain) => domain ?? []))], notes };
}

export function who(signal: Signal, known: Known): Who {
  const { domains, notes } = domainsOf(signal);
  if (known.contact && known.home)
    return ofContact(signal, known.contact, known.home, domains, notes);
  const hasKey = contactKeys(keysOf(signal)).length > 0;
  if (domains.length === 0 && !signal.account?.name && !hasKey)
    return signal.visitor
      ? { is: 'waiting' }
      : {
          is: 'rejected',
          code: 'nobody',
          because: [...notes, 'It names no person, no company and no visitor.'].join(' '),
        };
  const { hold, ...place } = placeOf(signal, known, domains, notes);
  const contact = hasKey ? newContact(signal, place.account.id, known) : undefined;
  return {
    is: 'known',
    ...place,
    ...(hold && { hold }),
    ...(contact && { contact }),
    newContact: contact !== undefined,
    notes,
  };
}

/** A known person stays where they are, whatever the signal says of their company. Of who had left nobody knows theirs. */
function ofContact(
  { at }: Signal,
  contact: Contact,
  account: Account,
  domains: string[],
  notes: string[],
): Who {
  const other = domains.find((domain) => !account.domains.some((its) => isWithin(its, domain)));
  if (other && account.domains.length > 0)
    notes.push(`It names ${other}; on record ${contact.name} is at ${account.name}.`);
  const whole = { is: 'known', account, newAccount: false, contact, newContact: false } as const;
  if (!contact.left || Date.parse(contact.left) > Date.parse(at)) return { ...whole, notes };
  notes.push(`${contact.name} left ${account.name} on ${contact.left.slice(0, 10)}.`);
  return { ...whole, hold: 'companyUnknown', notes };
}

type Place = { account: Account; newAccount: boolean; hold?: Unrouted };

function placeOf(signal: Signal, known: Known, domains: string[], notes: string[]): Place {
  const [domain, other] = domains;
  if (domain === undefined) {
    notes.push('No domain tells the company.');
    return { ...placeholder(standIn(signal), known), hold: 'companyUnknown' };
  }
  const said = hostsOf(signal).find((host) => isWithin(host, domain)) ?? domain;
  const found = closestTo(said, known.at(domain));
  if (found.length > 1) {
    notes.push(`${domain} could be ${found.map(({ name }) => name).join(' or ')}.`);
    return { ...placeholder(standIn(signal), known), hold: 'twoAccounts' };
  }
  const [account] = found;
  const place = account
    ? { account, newAccount: false }
    : { account: newAccount(signal, domain, domains, known), newAccount: true };
  const elsewhere = other ? known.at(other) : [];
  if (!other || elsewhere.some(({ id }) => id === place.account.id)) return place;
  notes.push(`Its e-mail is of ${domain} and its company of ${other}.`);
  return { ...place, hold: 'twoAccounts' };
}

/** The hosts a signal names as they stand there, in the order of their domains. */
const hostsOf = ({ person, account }: Signal): string[] =>
  [person?.email?.split('@').at(-1), account?.domain].flatMap((text) =>
    text ? (hostIn(text) ?? []) : [],
  );

/** What the placeholder is called under which a signal waits: its domain where that could be two accounts, else who it names. */
export const standIn = (signal: Signal): string =>
  domainsOf(signal).domains[0] ??
  signal.account?.name ??
  signal.person?.name ??
  signal.person?.email ??
  signal.person?.linkedin ??
  '—';

function placeholder(name: string, { placeholders, newId, by, now }: Known): Place {
  const key = companyNameKey(name);
  const there = placeholders.find((account) => companyNameKey(account.name) === key);
  if (there) return { account: there, newAccount: false };
  const account: Account = {
    id: newId(),
    name,
    domains: [],
    target: false,
    placeholder: true,
    sources: { name: source(by, now) },
  };
  return { account, newAccount: true };
}

function newAccount(
  { account }: Signal,
  domain: string,
  domains: string[],
  { newId, by, now }: Known,
): Account {
  const from = source(by, now);
  return {
    id: newId(),
    name: (domains.length === 1 && account?.name) || domain,
    domains: [domain],
    target: false,
    placeholder: false,
    sources: { name: from, domains: from },
  };
}

/** What of a signal identifies its person. */
export const keysOf = ({ person }: Signal) => ({
  emails: person?.email ? [person.email] : [],
  linkedin: person?.linkedin,
});

function newContact(signal: Signal, accountId: string, { newId, by, now }: Known): Contact {
  const { name, email = '', linkedin, title } = signal.person ?? {};
  const fields = {
    name: name ?? (email.split('@')[0] || linkedin || '?'),
    emails: email ? [email] : [],
    ...(linkedin && { linkedin }),
    ...(title && { title }),
  };
  const from = source(by, now);
  const sources = Object.fromEntries(Object.keys(fields).map((field) => [field, from]));
  return { id: newId(), accountId, ...fields, sources };
}

const source = (by: string, at: string): Provenance => ({ from: 'signal', by, at });
