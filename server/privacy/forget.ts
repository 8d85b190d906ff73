/** The rows beside the records in which a person still stands once their records are gone. */
import { sql } from 'kysely';
import { fullNames } from '#lib/model/mentions.ts';
import type { Tx } from '../stored.ts';
import { amongThese } from './export.ts';
import { contains } from './mentions.ts';
import type { Person } from './person.ts';

/** @returns how many rows of the history and how many signals lost what they said of the person */
export async function forget(
  tx: Tx,
  ws: string,
  person: Person,
  version: number,
): Promise<{ history: number; signals: number }> {
  const { contact, ids, own, touches, visitors } = person;
  const people = ids.map((id) => ({ kind: 'contact' as const, id }));
  const wholly = [...people, ...own];
  // Of a deleted record its row keeps what it said: of these nothing is kept, which is how a pull knows (`erased`). Told
  // at this version, so to whoever heard before that one of them became another record, or went elsewhere.
  await tx
    .updateTable('records')
    .set({ data: sql`'{}'::jsonb`, version })
    .where('ws', '=', ws)
    .where('deleted_at', 'is not', null)
    .where(amongThese(wholly))
    .execute();
  await tx
    .updateTable('scope_exits')
    .set({ version })
    .where('ws', '=', ws)
    .where(amongThese(people))
    .execute();
  const merges = own.flatMap(({ kind, id }) => (kind === 'merge' ? [id] : []));
  if (merges.length > 0) await forgetMerges(tx, ws, merges);
  const deleted = touches.filter((touch) => touch.deleted);
  await tx
    .updateTable('records')
    .set({ data: without(sql`data`, ids) })
    .where('ws', '=', ws)
    .where(amongThese(deleted))
    .execute();
  const about = await tx
    .updateTable('history')
    .set({ before: null, after: null })
    .where('ws', '=', ws)
    .where((is) =>
      is.or([
        amongThese(wholly),
        sql<boolean>`(${amongThese(touches)} and field in ('contactIds', 'said', 'visitor'))`,
        sql<boolean>`(kind = 'account' and id = ${contact.accountId} and field = 'name' and lower(before #>> '{}') = any(${fullNames(contact)}::text[]))`,
      ]),
    )
    .executeTakeFirst();
  await tx
    .updateTable('history')
    .set({ before: without(sql`before`, ids), after: without(sql`after`, ids) })
    .where('ws', '=', ws)
    .where(amongThese(touches))
    .where('field', '=', '*')
    .execute();
  await tx
    .updateTable('history')
    .set({ after: sql`jsonb_set(after, '{name}', '"—"')` })
    .where('ws', '=', ws)
    .where('kind', '=', 'account')
    .where('id', '=', contact.accountId)
    .where('field', '=', '*')
    .where(sql<boolean>`lower(after->>'name') = any(${fullNames(contact)}::text[])`)
    .execute();
  const texts = [...fullNames(contact), ...ids, ...(contact.linkedin ? [contact.linkedin] : [])];
  const tells = (column: 'result' | 'payload') =>
    sql<boolean>`lower(${sql.ref(column)}::text) like any(${texts.map(contains)}::text[])`;
  await tx
    .updateTable('mutation_log')
    .set({ result: sql`result - 'because' - 'server'` })
    .where('ws', '=', ws)
    .where(tells('result'))
    .execute();
  const signals = await tx
    .updateTable('signals')
    .set({ result: sql`(result - 'contact') || ${{ because: 'The person was erased.' }}::jsonb` })
    .where('ws', '=', ws)
    .where(tells('result'))
    .executeTakeFirst();
  await tx
    .updateTable('signals')
    .set({ payload: sql`payload - 'person'` })
    .where('ws', '=', ws)
    .where(tells('payload'))
    .execute();
  if (visitors.length > 0)
    await tx
      .updateTable('signals')
      .set({ visitor: null, payload: null })
      .where('ws', '=', ws)
      .where('visitor', 'in', visitors)
      .execute();
  return { history: Number(about.numUpdatedRows), signals: Number(signals.numUpdatedRows) };
}

/** What merges that were taken back since brought to the other person, and took from them again. */
async function forgetMerges(tx: Tx, ws: string, merges: string[]): Promise<void> {
  await sql`update history set before = null, after = null
     where ws = ${ws} and (kind in ('member', 'interest') or (kind = 'contact' and field <> '*'))
       and version in (select version from history where ws = ${ws} and kind = 'merge' and id = any(${merges}::text[]))`.execute(
    tx,
  );
}

/** A touch as JSON without the person; it may be absent, or JSON's own null. */
const without = (column: ReturnType<typeof sql>, ids: readonly string[]) =>
  sql<never>`case when jsonb_typeof(${column}) = 'object'
    then jsonb_set(${column} - 'said' - 'visitor', '{contactIds}', coalesce(${column}->'contactIds', '[]') - ${[...ids]}::text[])
    else ${column} end`;
