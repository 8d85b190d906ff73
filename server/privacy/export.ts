/** Everything that is kept of one person, for them to have. */
import { sql } from 'kysely';
import type { ContactExport } from '#lib/contract/privacy.ts';
import type { Kind } from '#lib/model/kinds.ts';
import type { Interest } from '#lib/model/records/interest.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { Sight } from '../access/sight.ts';
import { type Db, existing, many } from '../read/query.ts';
import { mentioned } from './mentions.ts';
import { type Kept, personOf } from './person.ts';

/** One snapshot of all tables. @throws ProblemError `notFound` */
export const exported = (
  db: Db,
  sight: Sight,
  contactId: string,
  now: Date,
): Promise<ContactExport> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => exportOf(tx, sight, contactId, now));

async function exportOf(
  db: Db,
  sight: Sight,
  contactId: string,
  now: Date,
): Promise<ContactExport> {
  const { ws } = sight;
  const { contact, ids, own, touches } = await personOf(db, sight, contactId);
  const account = await existing(db, sight, 'account', contact.accountId);
  const live = own.filter(({ deleted }) => !deleted);
  const members = live.filter(isMember).map(({ data }) => data);
  const interests = live.filter(isInterest).map(({ data }) => data);
  const opportunities = await many(
    db,
    sight,
    'opportunity',
    members.map(({ opportunityId }) => opportunityId),
  );
  const solutionOf = new Map(opportunities.map(({ id, solutionId }) => [id, solutionId]));
  const solutions = new Map(
    (
      await many(db, sight, 'solution', [
        ...new Set([...solutionOf.values(), ...interests.map(({ solutionId }) => solutionId)]),
      ])
    ).map(({ id, name }) => [id, name]),
  );
  const nameOf = (solutionId = '') => solutions.get(solutionId) ?? solutionId;
  return {
    at: now.toISOString(),
    contact,
    account: { id: account.id, name: account.name },
    aliases: ids.slice(1),
    memberships: members.map((member) => ({
      ...member,
      solution: nameOf(solutionOf.get(member.opportunityId)),
    })),
    interests: interests.map((interest) => ({
      ...interest,
      solution: nameOf(interest.solutionId),
    })),
    touches: touches.filter(({ deleted }) => !deleted).map(({ data }) => data),
    signals: await signalsOf(db, ws, ids),
    history: await historyOf(db, ws, [
      ...ids.map((id) => ({ kind: 'contact' as const, id })),
      ...own,
      ...touches,
    ]),
    mentions: await mentioned(db, sight, contact),
  };
}

const isMember = (row: Kept): row is Kept & { data: Member } => row.kind === 'member';
const isInterest = (row: Kept): row is Kept & { data: Interest } => row.kind === 'interest';

async function signalsOf(db: Db, ws: string, ids: string[]): Promise<ContactExport['signals']> {
  const rows = await db
    .selectFrom('signals')
    .select(['source', 'id', 'at', 'result'])
    .where('ws', '=', ws)
    .where(sql<boolean>`result->>'contact' = any(${ids}::text[])`)
    .orderBy('at')
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at).toISOString() }));
}

async function historyOf(
  db: Db,
  ws: string,
  records: readonly { kind: Kind; id: string }[],
): Promise<ContactExport['history']> {
  const rows = await db
    .selectFrom('history')
    .select(['at', 'by_user', 'mutation', 'kind', 'id', 'field', 'before', 'after'])
    .where('ws', '=', ws)
    .where(amongThese(records))
    .orderBy('version')
    .orderBy('seq')
    .execute();
  return rows.map(({ at, by_user: by, kind, ...row }) => ({
    ...row,
    at: new Date(at).toISOString(),
    by,
    kind: kind as Kind,
  }));
}

/** Rows of these records, chosen by their kinds and ids. */
export const amongThese = (records: readonly { kind: Kind; id: string }[]) =>
  sql<boolean>`(kind, id) in (select * from unnest(${records.map(({ kind }) => kind)}::text[], ${records.map(({ id }) => id)}::text[]))`;
