/** What of a page must not be looked up or kept: whoever is on the do-not-record list. */
import type { Detection, SeenAccount, SeenPerson } from '#lib/model/detection.ts';
import { companyListKeys } from '#lib/model/exclusions.ts';
import { contactKeys } from '#lib/model/keys.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { listedKeys } from '#lib/store/exclusions.ts';

export const isExcludedPerson = async (
  db: QuorumDatabase,
  seen: SeenPerson,
  company?: SeenAccount,
): Promise<boolean> =>
  (
    await listedKeys(db, [
      ...(await personKeys(seen)),
      ...(company ? companyListKeys(company) : []),
    ])
  ).size > 0;

/** Of somebody whose page tells no e-mail, without loading what tells its company. */
async function personKeys(seen: SeenPerson): Promise<string[]> {
  if (seen.emails.length === 0) return contactKeys(seen);
  const { personListKeys } = await import('#lib/model/exclusion-keys.ts');
  return personListKeys(seen);
}

export const isExcludedAccount = async (db: QuorumDatabase, seen: SeenAccount): Promise<boolean> =>
  (await listedKeys(db, companyListKeys(seen))).size > 0;

/** The detection without those on the list; `null` where it is about nobody else. */
export async function withoutExcluded(
  db: QuorumDatabase,
  detection: Detection,
): Promise<Detection | null> {
  if (detection.kind === 'person')
    return (await isExcludedPerson(db, detection.person, detection.account)) ? null : detection;
  if (detection.kind === 'account' && (await isExcludedAccount(db, detection.account))) return null;
  const { people = [] } = detection;
  const out = await Promise.all(people.map((seen) => isExcludedPerson(db, seen)));
  const kept = people.filter((_, index) => !out[index]);
  return kept.length === people.length ? detection : ({ ...detection, people: kept } as Detection);
}
