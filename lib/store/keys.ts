/** The keys that a row of the cache is found by, made from the record as the user sees it. */
import { type AnyRecord, type Kind, rulesOf } from '#lib/model/kinds.ts';

/** Before the keys of an account's records of one kind, in the order of time where they have one. */
export const atAccount = (kind: Kind, accountId: string): string => `at:${accountId}\n${kind}\n`;

/**
 * Its identity, what it hangs on, and where it stands at its account: an account's touches may be ten thousand, and who
 * asks for its members, or for what was of late, must not read them all.
 */
export function rowKeys(kind: Kind, record: AnyRecord): string[] {
  const rules = rulesOf(kind);
  const at = 'at' in record ? record.at : '';
  return [
    ...rules.identity(record),
    ...rules.index(record),
    ...('accountId' in record ? [`${atAccount(kind, record.accountId)}${at}`] : []),
  ];
}
