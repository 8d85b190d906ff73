/** Everything of one kind, page by page in the order of its ids, so that no more than a page is ever held. */
import { coverage, gaps, quorum } from '#lib/model/coverage.ts';
import { engagement } from '#lib/model/engagement.ts';
import type { Records } from '#lib/model/kinds.ts';
import type { Account } from '#lib/model/records/account.ts';
import { amountText } from '#lib/model/transfer/cells.ts';
import type { ExportRow, RowKind } from '#lib/model/transfer/columns.ts';
import { kindOfRow } from '#lib/model/transfer/plan.ts';
import { openIn, type Sight } from '../access/sight.ts';
import { groupsOf } from '../read/opportunities.ts';
import { type Db, many } from '../read/query.ts';

/** Records of one page: each brings others with it, decisions all touches of their accounts. */
const pageSize = 200;

interface Asked {
  db: Db;
  sight: Sight;
  now: () => Date;
}

/** The exported rows in pages; a row is as its record is when its page is read. */
export async function* exportPages(asked: Asked, kind: RowKind): AsyncGenerator<ExportRow[]> {
  const toRows = pages[kind];
  const owners = await ownersOf(asked);
  for (let after = ''; ; ) {
    const rows = await asked.db
      .selectFrom('records')
      .select(['id', 'data'])
      .where('ws', '=', asked.sight.ws)
      .where(openIn(asked.sight, 'scope'))
      .where('kind', '=', kindOfRow[kind])
      .where('id', '>', after)
      .where('deleted_at', 'is', null)
      .orderBy('id')
      .limit(pageSize)
      .execute();
    if (rows.length === 0) return;
    after = rows.at(-1)?.id ?? '';
    yield await toRows(
      asked,
      rows.map(({ data }) => data as never),
      owners,
    );
  }
}

/** Users by id, named as an import finds them again. */
async function ownersOf({ db, sight }: Asked): Promise<Map<string, string>> {
  const users = await db
    .selectFrom('users')
    .select(['id', 'email'])
    .where('ws', '=', sight.ws)
    .execute();
  return new Map(users.map(({ id, email }) => [id, email]));
}

type Page<K extends keyof Records> = (
  asked: Asked,
  records: Records[K][],
  owners: ReadonlyMap<string, string>,
) => Promise<ExportRow[]>;

const accounts: Page<'account'> = async (_, records, owners) =>
  records.map(({ id, name, domains, linkedin, target, ownerId, tags, placeholder }) => ({
    ...{ id, name, domains, linkedin: linkedin ?? null, target },
    owner: (ownerId && owners.get(ownerId)) ?? null,
    tags: tags ?? [],
    placeholder,
  }));

const contacts: Page<'contact'> = async (asked, records) => {
  const at = await accountsOf(asked, records);
  return records.map(({ accountId, left, emails, ...contact }) => ({
    id: contact.id,
    name: contact.name,
    emails,
    linkedin: contact.linkedin ?? null,
    title: contact.title ?? null,
    ...at(accountId),
    headline: contact.headline ?? null,
    location: contact.location ?? null,
    salesNavigator: contact.salesNavigator ?? null,
    tags: contact.tags ?? [],
    left: left?.slice(0, 10) ?? null,
  }));
};

/** With the three coverage figures, quorum and gaps by the functions that panel and read API use. */
const opportunities: Page<'opportunity'> = async (asked, records, owners) => {
  const at = await accountsOf(asked, records);
  const groups = await groupsOf(asked.db, asked.sight, records, asked.now());
  return groups.map(({ group, solution }) => {
    const { opportunity, stages } = group;
    const share = coverage(group);
    return {
      id: opportunity.id,
      ...at(opportunity.accountId),
      solution: solution?.name ?? opportunity.solutionId,
      stage: stages.find(({ id }) => id === opportunity.stageId)?.label ?? opportunity.stageId,
      stageSince: opportunity.stageSince ?? null,
      type: opportunity.type,
      amount: opportunity.amount ?? null,
      currency: opportunity.currency ?? null,
      closeDate: opportunity.closeDate ?? null,
      owner: (opportunity.ownerId && owners.get(opportunity.ownerId)) ?? null,
      team: opportunity.team ?? null,
      nextSteps: opportunity.nextSteps ?? null,
      notes: opportunity.notes ?? null,
      known: share?.known ?? null,
      engaged: share?.engaged ?? null,
      twoWay: share?.twoWay ?? null,
      quorum: quorum(group),
      gaps: gaps(group).map(({ seat, missing }) => `${seat.role}:${missing}`),
    };
  });
};

const members: Page<'member'> = async (asked, records) => {
  const { db, sight } = asked;
  const at = await accountsOf(asked, records);
  const ids = [...new Set(records.map(({ opportunityId }) => opportunityId))];
  const opened = await groupsOf(db, sight, await many(db, sight, 'opportunity', ids), asked.now());
  const groups = new Map(opened.map((one) => [one.group.opportunity.id, one]));
  const contactIds = [...new Set(records.map(({ contactId }) => contactId))];
  const people = new Map(
    (await many(db, sight, 'contact', contactIds)).map((one) => [one.id, one]),
  );
  return records.map((member) => {
    const { group, solution } = groups.get(member.opportunityId) ?? {};
    const contact = people.get(member.contactId);
    return {
      opportunityId: member.opportunityId,
      ...at(member.accountId),
      solution: solution?.name ?? group?.opportunity.solutionId ?? null,
      contactId: member.contactId,
      contact: contact?.name ?? null,
      email: contact?.emails[0] ?? null,
      linkedin: contact?.linkedin ?? null,
      status: member.status,
      roles: member.roles,
      stance: member.stance ?? null,
      external: member.external,
      engagement:
        group && engagement(group.touches, member.contactId, group.opportunity, group.now),
    };
  });
};

const pages = { accounts, contacts, opportunities, members } as unknown as Record<
  RowKind,
  Page<keyof Records>
>;

/** The columns that name a record's account. */
async function accountsOf(
  { db, sight }: Asked,
  records: readonly { accountId: string }[],
): Promise<(id: string) => ExportRow> {
  const ids = [...new Set(records.map(({ accountId }) => accountId))];
  const all = new Map<string, Account>(
    (await many(db, sight, 'account', ids)).map((account) => [account.id, account]),
  );
  return (id) => ({
    account: all.get(id)?.name ?? null,
    domain: all.get(id)?.domains[0] ?? null,
    accountId: id,
  });
}

/** As CSV text amounts are written so that they are read back alike. */
export const forCsv = (row: ExportRow): ExportRow =>
  typeof row.amount === 'number' ? { ...row, amount: amountText(row.amount) } : row;
