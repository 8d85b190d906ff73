/** The rows of the index that a search looks at, a portion at a time: bounded, whatever is asked. */
import { type RawBuilder, sql } from 'kysely';
import { type Kind, ref } from '#lib/model/kinds.ts';
import type { Sight } from '../access/sight.ts';
import { wordKey, wordKeys } from '../index-keys.ts';
import { type Db, many } from '../read/query.ts';
import { beginning, type Place } from './place.ts';

/** Index rows read at a time. */
export const portion = 200;
/** Accounts whose people are read at a time. */
const few = 50;
/** Rows of a term beyond so many are not counted. */
const counted = 1000;

/** `place` is where the next page goes on behind it. */
export interface Row {
  kind: 'account' | 'contact';
  id: string;
  place: Place;
}
interface Portion {
  rows: Row[];
  /** Where the next portion begins; absent behind the last. */
  after: Place | undefined;
}
type Found = Pick<Place, 'key' | 'kind' | 'id'>;

/** First whoever has the term among their own words, then the people of the accounts that have it. */
export const rowsFrom = (db: Db, sight: Sight, place: Place): Promise<Portion> =>
  place.people ? peopleFrom(db, sight, place, place.people) : ownFrom(db, sight, place);

async function ownFrom(db: Db, sight: Sight, place: Place): Promise<Portion> {
  const { term } = place;
  const found = await under(db, sight, term, place, portion);
  const rows = found.map(({ key, kind, id }) => ({ kind, id, place: { term, key, kind, id } }));
  const people = { ...beginning(term), people: { of: '', id: '' } };
  return { rows, after: found.length < portion ? people : rows.at(-1)?.place };
}

async function peopleFrom(
  db: Db,
  sight: Sight,
  place: Place,
  { of, id }: { of: string; id: string },
): Promise<Portion> {
  const { term } = place;
  const accounts = await under(db, sight, term, place, few, 'account');
  const records = await many(
    db,
    sight,
    'account',
    accounts.map((one) => one.id),
  );
  const first = new Map(records.map((one) => [one.id, firstKey(wordKeys('account', one), term)]));
  const homes = accounts.flatMap(({ key, id }) =>
    first.get(id) === key ? [ref('account', id)] : [],
  );
  const { rows: found } = await sql<{ key: string; id: string }>`
    select key, id from record_index
     where ws = ${sight.ws} and key = any(${homes}::text[]) and kind = 'contact'
       and (key collate "C", id collate "C") > (${of}, ${id})
     order by key collate "C", id collate "C"
     limit ${portion}`.execute(db);
  const rows = found.map(
    ({ key, id }): Row => ({
      ...{ kind: 'contact', id },
      place: { ...place, people: { of: key, id } },
    }),
  );
  const last = accounts.at(-1);
  if (found.length === portion) return { rows, after: rows.at(-1)?.place };
  if (!last || accounts.length < few) return { rows, after: undefined };
  return { rows, after: { term, ...last, people: { of: '', id: '' } } };
}

/** Accounts with a word that begins so, the first of them. */
export const accountsUnder = (db: Db, sight: Sight, term: string): Promise<Found[]> =>
  under(db, sight, term, beginning(term), portion, 'account');

/** The first of the keys that begin with the term. */
export const firstKey = (keys: readonly string[], term: string): string | undefined =>
  keys.filter((key) => key.startsWith(wordKey(term))).sort()[0];

/** The term that fewest have among their own words. */
export async function rarest(db: Db, ws: string, terms: readonly string[]): Promise<string> {
  const sized = await Promise.all(
    terms.map(async (term) => ({ term, size: terms.length > 1 ? await size(db, ws, term) : 0 })),
  );
  return sized.sort((a, b) => a.size - b.size || b.term.length - a.term.length)[0]?.term ?? '';
}

async function size(db: Db, ws: string, term: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from record_index where ${begins(ws, term)} limit ${counted}`.execute(db);
  return rows.length;
}

async function under(
  db: Db,
  sight: Sight,
  term: string,
  after: Found,
  limit: number,
  kind?: Kind,
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select key, kind, id from record_index
     where ${begins(sight.ws, term)} and ${isOpen(sight)}
       and (${kind ?? null}::text is null or kind = ${kind ?? null}::text)
       and (key collate "C", kind collate "C", id collate "C") > (${after.key}, ${after.kind}, ${after.id})
     order by key collate "C", kind collate "C", id collate "C"
     limit ${limit}`.execute(db);
  return rows;
}

/** What is closed has no rows: not even the place where a search goes on tells of it. */
const isOpen = ({ ws, closed }: Sight): RawBuilder<boolean> =>
  closed.size === 0
    ? sql`true`
    : sql`not exists (select 1 from records r where r.ws = ${ws} and r.kind = record_index.kind
        and r.id = record_index.id and r.scope = any(${[...closed]}::text[]))`;

const begins = (ws: string, term: string): RawBuilder<boolean> => {
  const from = wordKey(term);
  return sql`ws = ${ws} and key like 'word:%'
       and key collate "C" >= ${from} and key collate "C" < ${`${from}\u{10ffff}`}`;
};
