/** What stands before the user, put together from what the page shows and what the cache holds. */
import type { Page } from '#lib/browser/pages.ts';
import { lookupLimit } from '#lib/contract/version.ts';
import type { Detection, SeenAccount, SeenPerson } from '#lib/model/detection.ts';
import { companyDomain } from '#lib/model/domains.ts';
import { accountKeys, companyNameKey, contactKeys } from '#lib/model/keys.ts';
import { seenAccountOf } from '#lib/model/normalise.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { accountDetail } from './account.ts';
import { Accounts } from './accounts.ts';
import { openDecisionsAt } from './decisions.ts';
import { isExcludedAccount } from './excluded.ts';
import { accountOf, personView, withMerges } from './people.ts';
import type {
  ListDecisionView,
  Moment,
  PersonView,
  ThreadDecisionView,
  ThreadPersonView,
} from './view.ts';

/** `chosenAccount`: the user's answer where the page's company fits several accounts. */
export async function momentOf(
  db: QuorumDatabase,
  page: Page,
  now: number,
  chosenAccount?: string,
): Promise<Moment> {
  const { detection, unread, site } = page;
  if (!detection) return { at: 'nothing', site };
  const accounts = new Accounts(db, now);
  const { url } = detection;
  const view = async <P extends SeenPerson>(seen: P, beside?: SeenAccount, chosen?: string) => ({
    ...(await personView(accounts, seen, beside, chosen)),
    site: detection.site,
  });
  switch (detection.kind) {
    case 'person': {
      const seen = await view(detection.person, detection.account, chosenAccount);
      const person = await withMerges(db, seen);
      return { at: 'person', url, unread, person };
    }
    case 'account': {
      const account = await accountOf(db, detection.account, chosenAccount);
      const known = account.is === 'known' ? account.account : undefined;
      // First, as it reads all that the others need.
      const detail = known && (await accountDetail(accounts, known));
      const people = (detection.people ?? []).map((seen) =>
        view(seen, detection.account, chosenAccount),
      );
      return {
        at: 'account',
        url,
        unread,
        seen: detection.account,
        account,
        decisions: known ? await openDecisionsAt(accounts, known.id) : [],
        people: await Promise.all(people),
        ...(detail && { detail }),
        ...(account.is !== 'known' &&
          (await isExcludedAccount(db, detection.account)) && { excluded: true }),
      };
    }
    case 'people': {
      const people = await Promise.all(detection.people.map((seen) => view(seen)));
      return { at: 'people', url, unread, people, decisions: await ofPeople(accounts, people) };
    }
    case 'thread': {
      const ours = await colleagues(accounts);
      const others = detection.people.filter((seen) => !seen.emails.some(ours));
      const people = await Promise.all(others.map((seen) => view(seen)));
      const { composing } = detection;
      return {
        at: 'thread',
        url,
        unread,
        composing,
        people,
        decisions: await onThread(accounts, people),
      };
    }
  }
}

/** The open decisions of every account these people are at, or may be at by its name. */
async function ofPeople(
  accounts: Accounts,
  people: readonly PersonView[],
): Promise<ListDecisionView[]> {
  const at = people.flatMap(({ account, match }) => {
    if (account.is === 'known') return [account.account];
    return account.is === 'maybe' && match.is !== 'known' ? account.accounts : [];
  });
  const views: ListDecisionView[] = [];
  for (const account of new Map(at.map((one) => [one.id, one])).values())
    for (const decision of await openDecisionsAt(accounts, account.id))
      views.push({ account, decision });
  return views;
}

/** The decisions of the accounts on a mail, each with the seats that nobody on the mail holds. */
async function onThread(
  accounts: Accounts,
  people: ThreadPersonView[],
): Promise<ThreadDecisionView[]> {
  const present = new Set(
    people.flatMap(({ match }) => (match.is === 'known' ? [match.contact.id] : [])),
  );
  const sure = people.filter(({ account }) => account.is === 'known');
  return (await ofPeople(accounts, sure)).map(({ account, decision }) => ({
    account,
    decision,
    notOnThread: decision.seats.filter(
      ({ members }) => !members.some(({ contactId }) => present.has(contactId)),
    ),
  }));
}

/** Whether an address is one of ours: a user's, or anybody's at a user's company. On a mail these are no contacts. */
async function colleagues(accounts: Accounts): Promise<(email: string) => boolean> {
  const addresses = (await accounts.all('user')).map(({ email }) => email);
  const domains = new Set(addresses.flatMap((email) => companyDomain(email) ?? []));
  return (email) => addresses.includes(email) || domains.has(companyDomain(email) ?? '');
}

/** The exact keys on a page, and its companies' names: all that is ever asked of the server before the user does something. */
export function keysOn(detection: Detection): string[] {
  const { kind } = detection;
  const people = kind === 'person' ? [detection.person] : (detection.people ?? []);
  const beside = kind === 'person' ? detection.account : undefined;
  const accounts = [
    ...(kind === 'account' ? [detection.account] : []),
    ...people.flatMap((seen) => seenAccountOf(seen, beside) ?? []),
  ];
  const keys = [...people.flatMap(contactKeys), ...accounts.flatMap(lookedUpBy)];
  return [...new Set(keys)].sort().slice(0, lookupLimit);
}

const lookedUpBy = (seen: SeenAccount): string[] => [
  ...accountKeys(seen),
  ...(seen.name ? [companyNameKey(seen.name)] : []),
];
