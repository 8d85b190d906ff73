/** Which other accounts may be the same company: by the domains of its people's addresses, then by name. */
import { sql } from 'kysely';
import type { AlikeAnswer, AlikeBecause } from '#lib/contract/alike.ts';
import { companyDomain } from '#lib/model/domains.ts';
import { companyNameKey, domainKey } from '#lib/model/keys.ts';
import { ref } from '#lib/model/kinds.ts';
import { bareCompany, likeCompany } from '#lib/model/names.ts';
import type { Sight } from '../access/sight.ts';
import { accountsUnder } from '../search/rows.ts';
import { type Db, existing, many } from './query.ts';

const mostTold = 20;
/** People of the account whose addresses are looked at. */
const mostPeople = 500;

/** Those that the asker may see, those with a domain in common first. @throws ProblemError `notFound` */
export async function alikeOf(db: Db, sight: Sight, accountId: string): Promise<AlikeAnswer> {
  const account = await existing(db, sight, 'account', accountId);
  const domains = await domainsOfPeople(db, sight, account.id);
  const [word = ''] = bareCompany(account.name).split(' ');
  const named = word ? await accountsUnder(db, sight, word) : [];
  const { rows } = await sql<{ id: string }>`
    select id from record_keys where ws = ${sight.ws} and kind = 'account' and key = any(${domains.map(domainKey)}::text[])
    union
    select id from record_index
     where ws = ${sight.ws} and kind = 'account' and key = ${companyNameKey(account.name)}`.execute(
    db,
  );
  const ids = new Set([...rows, ...named].map(({ id }) => id));
  ids.delete(account.id);
  const accounts = (await many(db, sight, 'account', [...ids])).flatMap(
    ({ sources: _, ...other }) => {
      const like = likeCompany(account.name, other.name);
      const because: AlikeBecause[] = [
        ...other.domains.flatMap((domain): AlikeBecause[] =>
          domains.includes(domain) ? [{ fact: 'peopleDomain', domain }] : [],
        ),
        ...(like ? [{ fact: like } as const] : []),
      ];
      return because.length > 0 ? [{ ...other, because }] : [];
    },
  );
  const weight = ({ because }: (typeof accounts)[number]) =>
    Math.min(...because.map(({ fact }) => ['peopleDomain', 'sameName', 'namePart'].indexOf(fact)));
  accounts.sort((a, b) => weight(a) - weight(b) || a.name.localeCompare(b.name));
  return { accounts: accounts.slice(0, mostTold) };
}

async function domainsOfPeople(db: Db, { ws }: Sight, accountId: string): Promise<string[]> {
  const { rows } = await sql<{ emails: string[] }>`
    select r.emails from record_index i cross join lateral (
      select data->'emails' as emails from records
       where ws = ${ws} and kind = 'contact' and id = i.id and deleted_at is null offset 0) r
     where i.ws = ${ws} and i.key = ${ref('account', accountId)} and i.kind = 'contact'
     limit ${mostPeople}`.execute(db);
  return [
    ...new Set(rows.flatMap(({ emails }) => emails.flatMap((one) => companyDomain(one) ?? []))),
  ];
}
