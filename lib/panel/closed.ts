/** What of a page is on record at an account that is not open to the user: the server tells by the page's exact keys. */
import type { LookupAnswer } from '#lib/contract/sync.ts';
import type { SeenAccount, SeenPerson } from '#lib/model/detection.ts';
import { accountKeys, contactKeys } from '#lib/model/keys.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';

/** Keys of the page that a lookup found closed, or that belong to what has been closed since. */
export async function closedKeys(
  db: QuorumDatabase,
  { matches, closed }: LookupAnswer,
): Promise<string[]> {
  const rows = await db.scopes.bulkGet(matches.map(({ scope }) => scope));
  const since = matches.filter(({ key }, at) => rows[at]?.closed && !key.startsWith('name:'));
  return [...closed, ...since.map(({ key }) => key)];
}

type Keys = ReadonlySet<string>;

export const isClosedAccount = (closed: Keys, seen: SeenAccount): boolean =>
  accountKeys(seen).some((key) => closed.has(key));

/** By a key of theirs, or of the company that the page shows them at. */
export const isClosedPerson = (closed: Keys, seen: SeenPerson, company?: SeenAccount): boolean =>
  contactKeys(seen).some((key) => closed.has(key)) ||
  (company !== undefined && isClosedAccount(closed, company));
