import type { AccountsAnswer } from '#lib/contract/read.ts';
import { registrableDomain } from '#lib/model/domains.ts';
import { domainKey } from '#lib/model/keys.ts';
import type { Sight } from '../access/sight.ts';
import { type Db, many } from './query.ts';

/** The accounts that a domain, a host or an address belongs to. */
export async function accountsAt(db: Db, sight: Sight, domain: string): Promise<AccountsAnswer> {
  const registrable = registrableDomain(domain) ?? domain;
  const host = domain
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/:?#].*$/, '');
  const rows = await db
    .selectFrom('record_keys')
    .select('id')
    .where('ws', '=', sight.ws)
    .where('kind', '=', 'account')
    .where('key', 'in', [domainKey(registrable), domainKey(host)])
    .execute();
  const accounts = await many(
    db,
    sight,
    'account',
    rows.map(({ id }) => id),
  );
  return { accounts };
}
