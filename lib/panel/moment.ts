/** What stands before the user, put together from what the page shows and what the cache holds. */
import type { Page } from '#lib/browser/pages.ts';
import { lookupLimit } from '#lib/contract/version.ts';
import type { Detection, SeenAccount, SeenPerson } from '#lib/model/detection.ts';
import { accountKeys, companyNameKey, contactKeys } from '#lib/model/keys.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { accountDetail } from './account.ts';
import { Accounts } from './accounts.ts';
import { isClosedAccount } from './closed.ts';
import { companySeen } from './company.ts';
import { decisionsOfPeople, openDecisionsAt } from './decisions.ts';
import { isExcludedAccount } from './excluded.ts';
import { accountOf, personView } from './people.ts';
import { threadOf } from './thread.ts';
import type { Moment, Withheld } from './view.ts';

/**
 * `chosenAccount`: the user's answer where the page's company fits several accounts · `closed`: which of the page's keys
 * are on record at accounts that are not open to the user.
 */
export async function momentOf(
  db: QuorumDatabase,
  page: Page,
  now: number,
  chosenAccount?: string,
  closed: readonly string[] = [],
): Promise<Moment> {
  const { detection, unread, site } = page;
  if (!detection) return { at: 'nothing', site };
  const accounts = new Accounts(db, now, closed);
  const { url } = detection;
  const view = async <P extends SeenPerson>(
    seen: P,
    said?: { beside?: SeenAccount; chosen?: string; whole?: boolean },
  ) => ({
    ...(await personView(accounts, seen, said)),
    site: detection.site,
  });
  switch (detection.kind) {
    case 'person': {
      const { person: seen, account: beside } = detection;
      const person = await view(seen, { beside, chosen: chosenAccount, whole: true });
      return { at: 'person', url, unread, person };
    }
    case 'account': {
      const account = await accountOf(db, detection.account, chosenAccount);
      const known = account.is === 'known' ? account.account : undefined;
      // First, as it reads all that the others need.
      const detail = known && (await accountDetail(accounts, known));
      const people = (detection.people ?? []).map((seen) =>
        view(seen, { beside: detection.account, chosen: chosenAccount }),
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
        ...(account.is !== 'known' && (await withheldAt(accounts, detection.account))),
      };
    }
    case 'people': {
      const people = await Promise.all(detection.people.map((seen) => view(seen)));
      return {
        at: 'people',
        url,
        unread,
        people,
        decisions: await decisionsOfPeople(accounts, people),
      };
    }
    case 'thread': {
      const { composing } = detection;
      const mail = await threadOf(accounts, detection.people, (seen) => view(seen));
      return { at: 'thread', url, unread, composing, ...mail };
    }
  }
}

async function withheldAt(accounts: Accounts, seen: SeenAccount): Promise<{ withheld?: Withheld }> {
  if (await isExcludedAccount(accounts.db, seen)) return { withheld: 'excluded' };
  return isClosedAccount(accounts.closed, seen) ? { withheld: 'closed' } : {};
}

/** The exact keys on a page, and its companies' names: all that is ever asked of the server before the user does something. */
export async function keysOn(detection: Detection): Promise<string[]> {
  const { kind } = detection;
  const people = kind === 'person' ? [detection.person] : (detection.people ?? []);
  const beside = kind === 'person' ? detection.account : undefined;
  const theirs = await Promise.all(people.map((seen) => companySeen(seen, beside)));
  const accounts = [
    ...(kind === 'account' ? [detection.account] : []),
    ...theirs.flatMap((seen) => seen ?? []),
  ];
  const keys = [...people.flatMap(contactKeys), ...accounts.flatMap(lookedUpBy)];
  return [...new Set(keys)].sort().slice(0, lookupLimit);
}

const lookedUpBy = (seen: SeenAccount): string[] => [
  ...accountKeys(seen),
  ...(seen.name ? [companyNameKey(seen.name)] : []),
];
