/** What of a signal may be kept, before it is routed: the do-not-record list is asked first. */
import { personListKeys } from '#lib/model/exclusion-keys.ts';
import { companyListKeys } from '#lib/model/exclusions.ts';
import { domainKey } from '#lib/model/keys.ts';
import { domainsOf, keysOf } from '#lib/model/routing/who.ts';
import type { Signal } from '#lib/model/signal.ts';
import { listedKeys } from '../exclusions.ts';
import type { Tx } from '../stored.ts';
import type { Facts } from './facts.ts';

/** `listed`: of the companies it could be of, the keys that are on the list. */
export type Allowed =
  | { is: 'whole'; signal: Signal; known: Facts; listed: ReadonlySet<string> }
  /** Its person is on the list, their company is not. */
  | { is: 'anonymous'; signal: Signal; listed: ReadonlySet<string> }
  | { is: 'excluded' };

/** `known`: who has its keys; somebody recognised by their browser alone counts as well. */
export async function allowed(tx: Tx, ws: string, signal: Signal, known: Facts): Promise<Allowed> {
  const { domains } = domainsOf(signal);
  const companies = [...domains.map(domainKey), ...(known.home ? companyListKeys(known.home) : [])];
  const people = [
    ...personListKeys(keysOf(signal)),
    ...(known.contact ? personListKeys(known.contact) : []),
  ];
  const others = known.accounts.flatMap(companyListKeys);
  const listed = await listedKeys(tx, ws, [...new Set([...companies, ...people, ...others])]);
  if (companies.some((key) => listed.has(key))) return { is: 'excluded' };
  if (!people.some((key) => listed.has(key))) return { is: 'whole', signal, known, listed };
  const { person: _, visitor: __, ...rest } = signal;
  const domain = domains[0] ?? known.home?.domains[0];
  const account = { ...signal.account, ...(domain && { domain }) };
  return { is: 'anonymous', signal: { ...rest, account }, listed };
}
