/** What of a signal may be kept, before it is routed: the do-not-record list is asked first. */
import { personListKeys } from '#lib/model/exclusion-keys.ts';
import { companyListKeys } from '#lib/model/exclusions.ts';
import { domainKey } from '#lib/model/keys.ts';
import { domainsOf, type Known, keysOf } from '#lib/model/routing/who.ts';
import type { Signal } from '#lib/model/signal.ts';
import { listedKeys } from '../exclusions.ts';
import type { Tx } from '../stored.ts';

type Facts = Pick<Known, 'contact' | 'home' | 'at' | 'placeholders'>;

export type Allowed =
  | { is: 'whole'; signal: Signal; known: Facts }
  /** Its person is on the list, their company is not. */
  | { is: 'anonymous'; signal: Signal }
  | { is: 'excluded' };

/** `known`: who has its keys; somebody recognised by their browser alone counts as well. */
export async function allowed(tx: Tx, ws: string, signal: Signal, known: Facts): Promise<Allowed> {
  const { domains } = domainsOf(signal);
  const companies = [...domains.map(domainKey), ...(known.home ? companyListKeys(known.home) : [])];
  const people = [
    ...personListKeys(keysOf(signal)),
    ...(known.contact ? personListKeys(known.contact) : []),
  ];
  const listed = await listedKeys(tx, ws, [...new Set([...companies, ...people])]);
  if (companies.some((key) => listed.has(key))) return { is: 'excluded' };
  if (listed.size === 0) return { is: 'whole', signal, known };
  const { person: _, visitor: __, ...rest } = signal;
  const domain = domains[0] ?? known.home?.domains[0];
  const account = { ...signal.account, ...(domain && { domain }) };
  return { is: 'anonymous', signal: { ...rest, account } };
}
