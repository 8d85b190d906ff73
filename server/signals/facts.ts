/** What the database knows of a signal's keys, its account and its person. */
import { sql } from 'kysely';
import { assetKey } from '#lib/model/catalogue.ts';
import { companyNameKey, contactKeys, domainKey } from '#lib/model/keys.ts';
import { allOf, type Kind, ref, visitorKey } from '#lib/model/kinds.ts';
import type { Asset } from '#lib/model/records/asset.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import { domainsOf, type Known, keysOf } from '#lib/model/routing/who.ts';
import type { Signal } from '#lib/model/signal.ts';
import { under } from '../read/query.ts';
import type { LockedRecords, Tx } from '../records.ts';

/** What belongs to the workspace and holds for a whole batch. */
export interface Ground {
  stages: Stage[];
  solutions: Solution[];
}

export async function ground(tx: Tx, ws: string): Promise<Ground> {
  return {
    stages: await under(tx, ws, 'stage', allOf('stage')),
    solutions: await under(tx, ws, 'solution', allOf('solution')),
  };
}

export const assetsOf = async (tx: Tx, ws: string, { asset }: Signal): Promise<Asset[]> =>
  asset ? under(tx, ws, 'asset', assetKey(asset)) : [];

/** Who has the signal's keys. The accounts are locked, so that of two signals only one makes a decision. */
export async function known(
  tx: Tx,
  ws: string,
  signal: Signal,
  records: LockedRecords,
): Promise<Pick<Known, 'contact' | 'home' | 'at' | 'placeholders'>> {
  const { domains } = domainsOf(signal);
  const keys = contactKeys(keysOf(signal));
  const name = signal.account?.name ?? signal.person?.name;
  const { rows } = await sql<{ key: string; kind: Kind; id: string }>`
    select key, kind, id from record_keys where ws = ${ws} and key = any(${keys}::text[])
    union all
    select key, kind, id from record_keys where ws = ${ws} and kind = 'account'
      and (key = any(${domains.map(domainKey)}::text[]) or key like any(${domains.map((domain) => `domain:%.${domain}`)}::text[]))
    union all
    select key, kind, id from record_index where ws = ${ws} and kind = 'account' and key = ${name ? companyNameKey(name) : ''}`.execute(
    tx,
  );
  const [contactId] = keys.flatMap((key) => rows.find((row) => row.key === key)?.id ?? []);
  const person = contactId ?? (await personOfVisitor(tx, ws, signal));
  if (person) await records.lock(tx, ws, [['contact', person]]);
  const contact = person ? records.get('contact', person) : undefined;
  const accountIds = rows.flatMap(({ kind, id }) => (kind === 'account' ? [id] : []));
  const wanted = new Set([...accountIds, ...(contact ? [contact.accountId] : [])]);
  await records.lock(
    tx,
    ws,
    [...wanted].map((id) => ['account', id]),
  );
  const accounts = accountIds.flatMap((id) => records.get('account', id) ?? []);
  return {
    contact,
    home: contact && records.get('account', contact.accountId),
    at: (domain) =>
      [...new Set(accounts)].filter((account) =>
        account.domains.some((its) => its === domain || its.endsWith(`.${domain}`)),
      ),
    placeholders: accounts.filter(({ placeholder }) => placeholder),
  };
}

/** The one person that a visitor turned out to be; of two nobody can say. */
async function personOfVisitor(
  tx: Tx,
  ws: string,
  { visitor, person }: Signal,
): Promise<string | undefined> {
  if (!visitor || person?.email || person?.linkedin) return undefined;
  const touches = await under(tx, ws, 'touch', visitorKey(visitor));
  const people = new Set(touches.flatMap(({ contactIds }) => contactIds));
  return people.size === 1 ? [...people][0] : undefined;
}

/** What hangs on the account and on the person. What may be written is locked. */
export async function around(
  tx: Tx,
  ws: string,
  accountId: string,
  contactId: string | undefined,
  visitor: string | undefined,
  records: LockedRecords,
) {
  const ofContact = contactId ? ref('contact', contactId) : '';
  await records.find(tx, ws, [
    ...(contactId ? [['interest', ofContact] as const] : []),
    ...(contactId && visitor ? [['touch', visitorKey(visitor)] as const] : []),
  ]);
  return {
    opportunities: await under(tx, ws, 'opportunity', ref('account', accountId)),
    members: await under(tx, ws, 'member', ref('account', accountId)),
    touches: contactId ? await under(tx, ws, 'touch', ofContact) : [],
    interests: contactId ? records.all('interest', ofContact) : [],
    anonymous:
      contactId && visitor
        ? records
            .all('touch', visitorKey(visitor))
            .filter(({ contactIds }) => contactIds.length === 0)
        : [],
  };
}
