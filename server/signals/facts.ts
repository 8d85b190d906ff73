/** What the database knows of a signal's keys, its account and its person. */
import { sql } from 'kysely';
import { assetKey } from '#lib/model/catalogue.ts';
import { isWithin } from '#lib/model/domains.ts';
import { companyNameKey, contactKeys, domainKey } from '#lib/model/keys.ts';
import { allOf, type Kind, ref, visitorKey } from '#lib/model/kinds.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Asset } from '#lib/model/records/asset.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import { domainsOf, type Known, keysOf, standIn } from '#lib/model/routing/who.ts';
import type { Signal } from '#lib/model/signal.ts';
import { everything } from '../access/sight.ts';
import { belowKey } from '../index-keys.ts';
import { among, idsUnder, under } from '../read/query.ts';
import type { LockedRecords } from '../records.ts';
import type { Tx } from '../stored.ts';

/** What belongs to the workspace and holds for a whole batch. */
export interface Ground {
  stages: Stage[];
  solutions: Solution[];
}

export async function ground(tx: Tx, ws: string): Promise<Ground> {
  return {
    stages: await under(tx, everything(ws), 'stage', allOf('stage')),
    solutions: await under(tx, everything(ws), 'solution', allOf('solution')),
  };
}

export const assetsOf = async (tx: Tx, ws: string, { asset }: Signal): Promise<Asset[]> =>
  asset ? under(tx, everything(ws), 'asset', assetKey(asset)) : [];

/** `accounts`: those that its domains could mean. */
export type Facts = Pick<Known, 'contact' | 'home' | 'at' | 'placeholders'> & {
  accounts: readonly Account[];
};

/** Who has the signal's keys. The accounts are locked, so that of two signals only one makes a decision. */
export async function known(
  tx: Tx,
  ws: string,
  signal: Signal,
  records: LockedRecords,
): Promise<Facts> {
  const { domains } = domainsOf(signal);
  const keys = contactKeys(keysOf(signal));
  const { rows } = await sql<{ key: string; kind: Kind; id: string }>`
    select key, kind, id from record_keys where ws = ${ws} and key = any(${keys}::text[])
    union all
    select key, kind, id from record_keys where ws = ${ws} and kind = 'account'
      and key = any(${domains.map(domainKey)}::text[])
    union all
    select key, kind, id from record_index where ws = ${ws} and kind = 'account' and key = any(${[companyNameKey(standIn(signal)), ...domains.map(belowKey)]}::text[])`.execute(
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
        account.domains.some((its) => isWithin(its, domain)),
      ),
    placeholders: accounts.filter(({ placeholder }) => placeholder),
    accounts,
  };
}

/** The one person that a visitor turned out to be; of two nobody can say. */
async function personOfVisitor(
  tx: Tx,
  ws: string,
  { visitor, person }: Signal,
): Promise<string | undefined> {
  if (!visitor || person?.email || person?.linkedin) return undefined;
  const ids = await idsUnder(tx, ws, 'touch', visitorKey(visitor));
  const { rows } = await sql<{ id: string }>`
    select distinct c.id from records r cross join jsonb_array_elements_text(r.data->'contactIds') as c(id)
     where r.ws = ${ws} and r.deleted_at is null and ${among('touch', ids)} limit 2`.execute(tx);
  return rows.length === 1 ? rows[0]?.id : undefined;
}

/**
 * What hangs on the account and on the person, as far as it can matter: a thousand touches of one person must not make
 * the next one slow. What may be written is locked.
 */
export async function around(
  tx: Tx,
  ws: string,
  accountId: string,
  contactId: string | undefined,
  visitor: string | undefined,
  records: LockedRecords,
) {
  const opportunities = await under(tx, everything(ws), 'opportunity', ref('account', accountId));
  const members = await membersOf(tx, ws, accountId, contactId ?? '');
  if (!contactId) return { opportunities, members, touches: [], interests: [], anonymous: [] };
  const ofContact = ref('contact', contactId);
  await records.find(tx, ws, [['interest', ofContact]]);
  const interests = records.all('interest', ofContact);
  const touches = await tellingTouches(tx, ws, ofContact);
  const anonymous = visitor ? await anonymousTouches(tx, ws, visitor, records) : [];
  return { opportunities, members, touches, interests, anonymous };
}

/** The account's members that sit somewhere, and every membership of the person. */
async function membersOf(
  tx: Tx,
  ws: string,
  accountId: string,
  contactId: string,
): Promise<Member[]> {
  // `offset 0`: one look-up by key for each, which the planner would not choose without statistics.
  const { rows } = await sql<{ data: Member }>`
    select r.data from record_index i cross join lateral (
      select data from records where ws = ${ws} and kind = 'member' and id = i.id and deleted_at is null offset 0) r
     where i.ws = ${ws} and i.key = ${ref('account', accountId)} and i.kind = 'member'
       and (r.data->'roles' <> '[]'::jsonb or r.data->>'contactId' = ${contactId})`.execute(tx);
  return rows.map(({ data }) => data);
}

/** The person's newest touches, those first that interest follows from: conversations, then what came from them. */
async function tellingTouches(tx: Tx, ws: string, ofContact: string): Promise<Touch[]> {
  const ids = await idsUnder(tx, ws, 'touch', ofContact);
  const { rows } = await sql<{ data: Touch }>`
    select r.data from records r
     where r.ws = ${ws} and r.deleted_at is null and ${among('touch', ids)}
     order by (r.data->>'channel' in ('meeting', 'call') or (r.data->>'channel' = 'email' and r.data->>'direction' = 'inbound')) desc,
       coalesce(r.data->>'direction', 'inbound') = 'inbound' desc, r.data->>'at' desc
     limit 60`.execute(tx);
  return rows.map(({ data }) => data);
}

/** What the visitor did while nobody knew them; locked, since it becomes the person's now. */
async function anonymousTouches(
  tx: Tx,
  ws: string,
  visitor: string,
  records: LockedRecords,
): Promise<Touch[]> {
  const ids = await idsUnder(tx, ws, 'touch', visitorKey(visitor));
  const { rows } = await sql<{ id: string }>`
    select r.id from records r
     where r.ws = ${ws} and r.deleted_at is null and ${among('touch', ids)} and r.data->'contactIds' = '[]'::jsonb
     limit 1000`.execute(tx);
  await records.lock(
    tx,
    ws,
    rows.map(({ id }) => ['touch', id]),
  );
  return rows
    .flatMap(({ id }) => records.get('touch', id) ?? [])
    .filter(({ contactIds }) => contactIds.length === 0);
}
