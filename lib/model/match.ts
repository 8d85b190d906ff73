/** Who on the page is whom in the records. Exact keys decide; a name alone is only ever a question. */

import type { SeenAccount, SeenPerson } from './detection.ts';
import { accountKeys, contactKeys } from './keys.ts';
import { bareCompany, sameName } from './names.ts';
import type { Account } from './records/account.ts';
import type { Contact } from './records/contact.ts';

export type AccountMatch =
  | { is: 'known'; account: Account; by: string }
  | { is: 'ambiguous'; accounts: Account[]; by: string }
  | { is: 'maybe'; accounts: Account[]; because: 'name' }
  | { is: 'new' };

export type PersonMatch =
  | { is: 'known'; contact: Contact; by: string; elsewhere: boolean }
  | { is: 'maybe'; contacts: Contact[]; because: 'name' }
  | { is: 'new' };

/** Exact key first (slug, then domain), then the name as a question. Two accounts under one key: a question. */
export function matchAccount(seen: SeenAccount, candidates: readonly Account[]): AccountMatch {
  for (const key of accountKeys({ linkedin: seen.linkedin, domains: seen.domains })) {
    const found = candidates.filter((account) => accountKeys(account).includes(key));
    if (found.length > 1) return { is: 'ambiguous', accounts: found, by: key };
    if (found[0]) return { is: 'known', account: found[0], by: key };
  }
  const name = bareCompany(seen.name ?? '');
  const named = name ? candidates.filter((account) => bareCompany(account.name) === name) : [];
  return named.length > 0 ? { is: 'maybe', accounts: named, because: 'name' } : { is: 'new' };
}

/**
 * Exact key first (LinkedIn slug, Sales Navigator id, e-mail), then the name within the account as a question.
 * `elsewhere` tells that a known person was seen with another employer than the one on record.
 */
export function matchPerson(
  seen: SeenPerson,
  account: Account | undefined,
  candidates: readonly Contact[],
): PersonMatch {
  for (const key of contactKeys(seen)) {
    const contact = candidates.find((candidate) => contactKeys(candidate).includes(key));
    if (contact) {
      const elsewhere = account !== undefined && contact.accountId !== account.id;
      return { is: 'known', contact, by: key, elsewhere };
    }
  }
  if (!account || !seen.name) return { is: 'new' };
  const name = seen.name;
  const named = candidates.filter((c) => c.accountId === account.id && sameName(c.name, name));
  return named.length > 0 ? { is: 'maybe', contacts: named, because: 'name' } : { is: 'new' };
}

/**
 * Whether a page's company is surely another one than this account, though neither slug nor domain says which: it has
 * a name of its own and shares no word of it. A placeholder's name proves nothing.
 */
export function isAnotherCompany(seen: SeenAccount, account: Account): boolean {
  if (account.placeholder || !seen.name) return false;
  const known = accountKeys(account);
  if (accountKeys(seen).some((key) => known.includes(key))) return false;
  const words = bareCompany(account.name).split(' ');
  return !bareCompany(seen.name)
    .split(' ')
    .some((word) => words.includes(word));
}
