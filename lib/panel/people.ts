/** People on a page beside what is known of them. */
import type { SeenAccount, SeenPerson } from '#lib/model/detection.ts';
import {
  type AccountMatch,
  isAnotherCompany,
  matchAccount,
  matchPerson,
  type PersonMatch,
} from '#lib/model/match.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { accountsSeen, contactsSeen, one } from '#lib/store/queries.ts';
import type { Accounts } from './accounts.ts';
import { isClosedPerson } from './closed.ts';
import { companySeen } from './company.ts';
import { openDecisionsAt } from './decisions.ts';
import { isExcludedPerson } from './excluded.ts';
import { mergesOf } from './merges.ts';
import { onRecord, placeView } from './place.ts';
import type { PersonView, Withheld } from './view.ts';

/**
 * Matches one person and finds their places. The account is the one of record for a known person, else the
 * one the page speaks of (`beside`), or `chosen` where the user said which (`none`: none of those on offer). `whole`: with what
 * was merged into them.
 */
export async function personView<P extends SeenPerson>(
  accounts: Accounts,
  seen: P,
  { beside, chosen, whole }: { beside?: SeenAccount; chosen?: string; whole?: boolean } = {},
): Promise<PersonView & { seen: P }> {
  const { db } = accounts;
  const seenAccount = await companySeen(seen, beside);
  const [pageAccount, byKey] = await Promise.all([
    accountOf(db, seenAccount, chosen),
    contactsSeen(db, [seen]),
  ]);
  const at = pageAccount.is === 'known' ? pageAccount.account : undefined;
  const exactly = matchPerson(seen, at, byKey);
  // Only a name is looked for among all the people of the account, who may be thousands.
  const found =
    exactly.is === 'known' || !at
      ? exactly
      : matchPerson(seen, at, [...byKey, ...(await accounts.at('contact', at.id))]);
  const account = await accountOfRecord(db, found, pageAccount);
  const match = orElsewhere(found, account, pageAccount, seenAccount);
  if (match.is !== 'known' && (await isExcludedPerson(db, seen, seenAccount)))
    return withheld(seen, 'excluded');
  if (match.is !== 'known' && isClosedPerson(accounts.closed, seen, seenAccount))
    return { ...withheld(seen, 'closed'), ...(seenAccount && { seenAccount }) };
  const view = await viewOf(accounts, seen, match, account, { seenAccount, whole });
  return match.is === 'known' ? { ...view, pageAccount } : view;
}

const withheld = <P extends SeenPerson>(seen: P, why: Withheld): PersonView & { seen: P } => ({
  ...{ seen, match: { is: 'new' }, account: { is: 'new' }, places: [], withheld: why },
});

/** A person on record, whom no page shows: opened by hand. */
export async function recordView(
  accounts: Accounts,
  contact: Contact,
  whole = false,
): Promise<PersonView> {
  const { seen, match } = onRecord(contact);
  const account = await accountOfRecord(accounts.db, match, { is: 'new' });
  return viewOf(accounts, seen, match, account, { whole });
}

async function viewOf<P extends SeenPerson>(
  accounts: Accounts,
  seen: P,
  match: PersonMatch,
  account: AccountMatch,
  { seenAccount, whole = false }: { seenAccount?: SeenAccount; whole?: boolean },
): Promise<PersonView & { seen: P }> {
  const [places, merges] = await Promise.all([
    account.is === 'known' ? openDecisionsAt(accounts, account.account.id) : [],
    whole && match.is === 'known' ? mergesOf(accounts.db, 'contact', match.contact) : undefined,
  ]);
  return {
    seen,
    match,
    ...(seenAccount && { seenAccount }),
    account,
    places: places.map((decision) => placeView(decision, { seen, match }, places)),
    ...(merges && { merges }),
  };
}

export async function accountOf(
  db: QuorumDatabase,
  seen: SeenAccount | undefined,
  chosen?: string,
): Promise<AccountMatch> {
  if (chosen === 'none') return { is: 'new' };
  const account = chosen === undefined ? undefined : await one(db, 'account', chosen);
  if (account) return { is: 'known', account, by: 'user' };
  return seen ? matchAccount(seen, await accountsSeen(db, seen)) : { is: 'new' };
}

/** A known person stays at the account on record, whatever the page says; that they may have left is told, not done. */
async function accountOfRecord(
  db: QuorumDatabase,
  match: PersonMatch,
  pageAccount: AccountMatch,
): Promise<AccountMatch> {
  if (match.is !== 'known') return pageAccount;
  const { accountId } = match.contact;
  if (pageAccount.is === 'known' && pageAccount.account.id === accountId)
    return { ...pageAccount, by: match.by };
  const account: Account | undefined = await one(db, 'account', accountId);
  return account ? { is: 'known', account, by: match.by } : pageAccount;
}

/** A known person is elsewhere too where the page names a company that no account is yet, or one by its name alone. */
function orElsewhere(
  match: PersonMatch,
  account: AccountMatch,
  pageAccount: AccountMatch,
  seen: SeenAccount | undefined,
): PersonMatch {
  if (match.is !== 'known' || account.is !== 'known' || !seen) return match;
  const unsure = pageAccount.is === 'new' || pageAccount.is === 'maybe';
  return unsure && isAnotherCompany(seen, account.account) ? { ...match, elsewhere: true } : match;
}
