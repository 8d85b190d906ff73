import { sql } from 'kysely';
import type { AccountsAnswer } from '#lib/contract/read.ts';
import { closestTo, hostIn, registrableDomain } from '#lib/model/domains.ts';
import { domainKey } from '#lib/model/keys.ts';
import type { Sight } from '../access/sight.ts';
import { belowKey } from '../index-keys.ts';
import { type Db, many } from './query.ts';

/** The account that a domain, a host or an address belongs to; where only accounts below it are on record, these. */
export async function accountsAt(db: Db, sight: Sight, domain: string): Promise<AccountsAnswer> {
  const registrable = registrableDomain(domain) ?? domain;
  const host = hostIn(domain) ?? registrable;
  const { rows } = await sql<{ id: string }>`
    select id from record_keys
     where ws = ${sight.ws} and kind = 'account' and key = any(${[registrable, host].map(domainKey)}::text[])
    union
    select id from record_index where ws = ${sight.ws} and kind = 'account' and key = ${belowKey(registrable)}`.execute(
    db,
  );
  const found = await many(
    db,
    sight,
    'account',
    rows.map(({ id }) => id),
  );
  return { accounts: [...closestTo(host, found)] };
}
