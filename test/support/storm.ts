/** A storm of edits and what came of it: each writer sets the title of a contact of its own to 1, 2, 3 … */
import { type Kysely, sql } from 'kysely';
import type { Call } from '#lib/model/mutation.ts';
import type { Database } from '#server/db/schema.ts';

/** One who edits. `tried` counts all titles ever given out, `acknowledged` holds those whose edit was said to be kept. */
export interface Writer {
  contactId: string;
  tried: number;
  acknowledged: number[];
}

export const writer = (contactId: string): Writer => ({ contactId, tried: 0, acknowledged: [] });

/** Creates the writer's contact at ACME. */
export const begin = ({ contactId: id }: Writer): Call => ({
  name: 'contact.create@1',
  args: {
    contact: { id, accountId: 'acme', name: id, emails: [], sources: {} },
    accountId: 'acme',
  },
});

/** The writer's next title, as an edit. */
export function next(writer: Writer): Call {
  writer.tried += 1;
  return retitle(writer.contactId, writer.tried);
}

export const retitle = (contactId: string, title: number): Call => ({
  name: 'contact.edit@1',
  args: { contactId, fields: { title: String(title) } },
});

export interface Tally {
  edits: number;
  /** Acknowledged edits that the server never got. */
  lost: string[];
  /** Edits with more than one effect. */
  twice: string[];
  /** Writers whose titles did not come in the order in which they were typed. */
  disordered: string[];
  /** Clients whose mutations are not numbered 1, 2, 3 … up to their last. */
  gaps: string[];
}

/** Reads from the history what happened, title by title, and from the log under which numbers. */
export async function tally(db: Kysely<Database>, writers: readonly Writer[]): Promise<Tally> {
  const found: Tally = { edits: 0, lost: [], twice: [], disordered: [], gaps: [] };
  for (const { contactId, acknowledged } of writers) {
    const rows = await db
      .selectFrom('history')
      .select('after')
      .where('kind', '=', 'contact')
      .where('id', '=', contactId)
      .where('field', '=', 'title')
      .orderBy('version')
      .execute();
    const titles = rows.map(({ after }) => Number(after));
    const here = new Set(titles);
    const name = (title: number) => `${contactId} ${title}`;
    found.edits += acknowledged.length;
    found.lost.push(...acknowledged.filter((title) => !here.has(title)).map(name));
    found.twice.push(...titles.filter((title, at) => titles.indexOf(title) !== at).map(name));
    if (titles.some((title, at) => title < (titles[at - 1] ?? 0))) found.disordered.push(contactId);
  }
  const { rows: clients } = await sql<{ client: string }>`
    select c.client from clients c left join mutation_log l on l.ws = c.ws and l.client = c.client
    group by c.ws, c.client, c.last_mutation_id
    having count(l.*) <> c.last_mutation_id or coalesce(min(l.mutation_id), 1) <> 1
        or coalesce(max(l.mutation_id), 0) <> c.last_mutation_id`.execute(db);
  found.gaps.push(...clients.map(({ client }) => client));
  return found;
}

export const nothingWrong = { lost: [], twice: [], disordered: [], gaps: [] };

/** The closing line of a crash test, for whoever reads its output. */
export const closingLine = ({ edits, lost, twice, gaps }: Tally, kills: string): string =>
  `${edits} edits acknowledged, ${kills}: ${lost.length} lost, ${twice.length} twice, ${gaps.length} clients with gaps`;
