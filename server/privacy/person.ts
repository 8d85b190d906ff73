/** Everything that is kept of one person, as the database has it: what an export tells and an erasure removes. */
import { sql } from 'kysely';
import { type AnyRecord, type Kind, ref } from '#lib/model/kinds.ts';
import { sameName } from '#lib/model/names.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import { openIn, type Sight } from '../access/sight.ts';
import { namesOf } from '../aliases.ts';
import { type Db, existing } from '../read/query.ts';

/** A record and where it stands, deleted ones included. */
export interface Kept {
  kind: Kind;
  id: string;
  scope: string;
  deleted: boolean;
  data: AnyRecord;
}

export interface Person {
  contact: Contact;
  /** Their id, and every other under which they were known. */
  ids: string[];
  /** What hangs on them: memberships, interests and whatever else names one contact. */
  own: Kept[];
  /** Touches with them, and those that say their name without knowing whose it is. */
  touches: (Kept & { data: Touch })[];
  /** Browsers and devices that turned out to be theirs. */
  visitors: string[];
}

/** @throws ProblemError `notFound` */
export async function personOf(db: Db, sight: Sight, contactId: string): Promise<Person> {
  const { ws } = sight;
  const contact = await existing(db, sight, 'contact', contactId);
  const ids = await namesOf(db, ws, 'contact', contact.id);
  const { rows } = await sql<Kept>`
    select r.kind, r.id, r.scope, r.deleted_at is not null as deleted, r.data from records r
     where r.ws = ${ws} and ${openIn(sight, 'r.scope')} and r.kind <> 'contact' and (
       (r.kind, r.id) in (select i.kind, i.id from record_index i
         where i.ws = ${ws} and i.key = any(${ids.map((id) => ref('contact', id))}::text[]))
       or r.data->>'contactId' = any(${ids}::text[])
       or r.data->'contactIds' ?| ${ids}::text[]
       or (r.kind = 'merge' and (r.data->>'keptId' = any(${ids}::text[]) or r.data->>'mergedId' = any(${ids}::text[])))
       or (r.kind = 'touch' and r.scope = ${contact.accountId} and r.data ? 'said'))
     order by r.kind, r.id`.execute(db);
  const touches = rows.filter(isTouch).filter(({ data }) => isTheirs(data, contact, ids));
  const visitors = touches.flatMap(({ data }) =>
    data.visitor && data.contactIds.length === 1 ? [data.visitor] : [],
  );
  return {
    contact,
    ids,
    own: rows.filter(({ kind }) => kind !== 'touch'),
    touches,
    visitors: [...new Set(visitors)],
  };
}

const isTouch = (row: Kept): row is Kept & { data: Touch } => row.kind === 'touch';

const isTheirs = ({ contactIds = [], said }: Touch, { name }: Contact, ids: string[]): boolean =>
  contactIds.some((id) => ids.includes(id)) || (said?.name ? sameName(said.name, name) : false);
