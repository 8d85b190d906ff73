/** One page of a journey, filtered and ordered by the database as `lib/model/journey.ts` says. */
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { JourneyAnswer, JourneyEntryView, JourneyQuery } from '#lib/contract/read.ts';
import { stageAt } from '#lib/model/journey.ts';
import { beside, ref } from '#lib/model/kinds.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import type { Sight } from '../access/sight.ts';
import { jsonb } from '../db/json.ts';
import { ProblemError } from '../problem.ts';
import { type Db, existing, many, under } from './query.ts';

type Row =
  | { kind: 'touch'; id: string; at: string; data: Touch }
  | { kind: 'transition'; id: string; at: string; data: Transition };

/** @throws ProblemError `notFound` for an account or decision that is not there, `badRequest` for a strange cursor */
export async function journeyOf(
  db: Db,
  sight: Sight,
  accountId: string,
  query: JourneyQuery,
): Promise<JourneyAnswer> {
  const account = await existing(db, sight, 'account', accountId);
  const decision = query.opportunity
    ? await existing(db, sight, 'opportunity', query.opportunity)
    : undefined;
  if (decision && decision.accountId !== account.id)
    throw new ProblemError('notFound', `This account has no decision “${decision.id}”.`);
  const members = decision ? await under(db, sight, 'member', ref('opportunity', decision.id)) : [];
  const conditions = [
    ...filters(
      query,
      decision,
      members.map(({ contactId }) => contactId),
    ),
    ...after(query),
  ];
  const descending = query.order === 'desc' ? sql`desc` : sql``;
  const { rows } = await sql<Row>`
    select kind, id, data->>'at' as at, data from records
     where ws = ${sight.ws} and scope = ${account.id} and kind in ('touch', 'transition') and deleted_at is null
       ${sql.join(
         conditions.map((condition) => sql`and ${condition}`),
         sql` `,
       )}
     order by (data->>'at') collate "C" ${descending}, kind collate "C" ${descending}, id collate "C" ${descending}
     limit ${query.limit + 1}::int`.execute(db);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return { entries: await views(db, sight, page, decision), next: last ? cursorOf(last) : null };
}

const has = (field: string, value: string) =>
  sql<boolean>`data->${sql.lit(field)} @> ${jsonb([value])}`;
const empty = (field: string) => sql<boolean>`data->${sql.lit(field)} = '[]'::jsonb`;

function filters(
  { team, channel, solution, before }: JourneyQuery,
  decision: Opportunity | undefined,
  contactIds: string[],
): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [];
  const touches = (condition: RawBuilder<boolean>) =>
    conditions.push(sql`(kind = 'transition' or (${condition}))`);
  const transitions = (condition: RawBuilder<boolean>) =>
    conditions.push(sql`(kind = 'touch' or (${condition}))`);
  if (before) conditions.push(sql`data->>'at' collate "C" < ${before}::text`);
  if (team) touches(sql`data->>'team' = ${team}`);
  if (channel) touches(sql`data->>'channel' = ${channel}`);
  if (solution) {
    touches(has('solutionIds', solution));
    transitions(sql`data->>'solutionId' = ${solution}`);
  }
  if (decision) {
    touches(sql`${empty('solutionIds')} or ${has('solutionIds', decision.solutionId)}`);
    touches(sql`${empty('contactIds')} or exists (
      select 1 from jsonb_array_elements_text(data->'contactIds') as c(id) where c.id = any(${contactIds}::text[]))`);
    transitions(sql`data->>'opportunityId' = ${decision.id}`);
  }
  return conditions;
}

const Cursor = z.tuple([z.string(), z.enum(['touch', 'transition']), z.string()]);

const cursorOf = ({ at, kind, id }: Row): string =>
  Buffer.from(JSON.stringify([at, kind, id])).toString('base64url');

/** What stands behind the cursor, in the order asked for. */
function after({ cursor, order }: JourneyQuery): RawBuilder<boolean>[] {
  if (cursor === undefined) return [];
  const [at, kind, id] = readCursor(cursor);
  const side = order === 'desc' ? sql`<` : sql`>`;
  return [
    sql`((data->>'at') collate "C", kind collate "C", id collate "C") ${side} (${at}::text, ${kind}::text, ${id}::text)`,
  ];
}

function readCursor(cursor: string) {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new ProblemError('badRequest', 'cursor: not one that this address gave.');
  }
}

async function views(
  db: Db,
  sight: Sight,
  rows: readonly Row[],
  decision: Opportunity | undefined,
): Promise<JourneyEntryView[]> {
  const ids = rows.flatMap((row) => (row.kind === 'touch' ? row.data.contactIds : []));
  const contacts = new Map((await many(db, sight, 'contact', ids)).map((one) => [one.id, one]));
  const told = decision
    ? await under(db, sight, 'transition', beside('opportunity', decision.id))
    : [];
  return rows.map((row): JourneyEntryView => {
    if (row.kind === 'transition') {
      const { accountId: _, ...transition } = row.data;
      return { kind: 'transition', ...transition };
    }
    const { accountId: _, contactIds, visitor: __, ...touch } = row.data;
    const stage = decision && stageAt(told, decision.id, touch.at);
    return {
      kind: 'touch',
      ...touch,
      contacts: contactIds.map((id) => named(id, contacts.get(id))),
      ...(stage && { stage }),
    };
  });
}

const named = (id: string, contact: Contact | undefined) => ({ id, name: contact?.name ?? id });
