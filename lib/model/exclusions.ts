/** The do-not-record list: how a key is hashed, and what an entry holds. Which keys are looked for: `exclusion-keys.ts`. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { accountKeys } from './keys.ts';
import type { Exclusion } from './records/exclusion.ts';

/** A key as the list has it: only who knows the key can tell that it is there. `salt` is the workspace's. */
export const exclusionHash = (salt: string, key: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${salt}\n${key}`)));

/** Every key by which a company can be on the list. */
export const companyListKeys = (company: Parameters<typeof accountKeys>[0]): string[] =>
  accountKeys(company);

/** Why a change is refused, in a sentence: code `excluded`. */
export const excludedBecause = 'This person or company is on the do-not-record list.';

/** An entry as somebody makes it: what the list is to know of these keys. */
export const entryOf = (
  salt: string,
  what: Exclusion['what'],
  keys: readonly string[],
  reason?: string,
): Pick<Exclusion, 'what' | 'hashes' | 'reason'> => ({
  what,
  hashes: [...new Set(keys.map((key) => exclusionHash(salt, key)))],
  ...(reason && { reason }),
});
