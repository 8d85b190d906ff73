/** Search of a workspace by the beginnings of words. Each request reads a bounded number of index rows, whatever is asked. */

import { sql } from 'kysely';
import type { SearchAnswer, SearchQuery } from '#lib/contract/search.ts';
import { allOf, type Kind, ref } from '#lib/model/kinds.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import { hasAll, ownWords, searchTerms, searchWords } from '#lib/model/search.ts';
import { openIn, type Sight } from './access/sight.ts';
import { wordKeys } from './index-keys.ts';
import { type Db, many, under } from './read/query.ts';
import { beginning, type Place, parsed, written } from './search/place.ts';
import { accountsUnder, firstKey, portion, type Row, rarest, rowsFrom } from './search/rows.ts';

type Hit = SearchAnswer['hits'][number];

/** How often index rows are read for one request. */
const portions = 5;

/** People and accounts page by page, in the order of their words; the first page brings decisions too. @throws ProblemError `badRequest` for a strange cursor */
export async function search(
  db: Db,
  sight: Sight,
  { q, limit, cursor }: SearchQuery,
): Promise<SearchAnswer> {
  const terms = searchTerms(q);
  if (terms.length === 0) return { hits: [], next: null };
  // Whoever has all of the terms has this one, of their own or by their company.
  let place = cursor ? parsed(cursor, terms) : beginning(await rarest(db, sight.ws, terms));
  const hits: Hit[] = cursor ? [] : await decisions(db, sight, terms, limit);
  const enough = hits.length + limit;
  const answer = (next: Place | undefined): SearchAnswer => ({
    hits: hits.sort(peopleFirst),
    next: next ? written(next) : null,
  });
  for (let turn = 0; turn < portions; turn++) {
    const { rows, after } = await rowsFrom(db, sight, place);
    const views = await viewsOf(db, sight, rows);
    for (const row of rows) {
      const view = views(row);
      if (view && hasAll(view.words, terms) && isFirst(row, view.own)) hits.push(view.hit);
      if (hits.length >= enough) return answer(row.place);
    }
    if (!after) return answer(undefined);
    place = after;
  }
  return answer(place);
}

/** A record stands under each of its words that begin so, and with its company's people besides: it counts once. */
const isFirst = ({ place: { term, key, people } }: Row, own: readonly string[]): boolean => {
  const first = firstKey(own, term);
  return people ? first === undefined : first === key;
};

const order: Hit['kind'][] = ['contact', 'account', 'opportunity'];
const peopleFirst = (a: Hit, b: Hit) => order.indexOf(a.kind) - order.indexOf(b.kind);

/** The records of these rows, each with its words and those of its account. */
async function viewsOf(db: Db, sight: Sight, rows: readonly Row[]) {
  const ids = (of: Kind) => [...new Set(rows.flatMap(({ kind, id }) => (kind === of ? [id] : [])))];
  const contacts = await many(db, sight, 'contact', ids('contact'));
  const accountIds = [...ids('account'), ...contacts.map(({ accountId }) => accountId)];
  const accounts = byId(await many(db, sight, 'account', [...new Set(accountIds)]));
  const people = byId(contacts);
  return ({ kind, id }: Row): { own: string[]; words: string[]; hit: Hit } | undefined => {
    const record = kind === 'contact' ? people.get(id) : accounts.get(id);
    if (!record) return;
    const words = ownWords(kind, record);
    const own = wordKeys(kind, record);
    if (!('accountId' in record))
      return {
        own,
        words,
        hit: { kind, id, scope: id, name: record.name, line: domainOf(record) },
      };
    const company = accounts.get(record.accountId)?.name ?? '';
    const line = [record.title, company].filter(Boolean).join(' · ');
    const hit = { kind, id, scope: record.accountId, name: record.name, line };
    return { own, words: [...words, ...searchWords(company)], hit };
  };
}

const domainOf = ({ domains }: Account) => domains[0] ?? '';

const byId = <R extends { id: string }>(records: readonly R[]) =>
  new Map(records.map((record) => [record.id, record]));

/** Decisions whose account and solution have all the words between them. */
async function decisions(db: Db, sight: Sight, terms: string[], limit: number): Promise<Hit[]> {
  const solutions = await under(db, sight, 'solution', allOf('solution'));
  const named = solutions.filter(({ name }) =>
    terms.some((term) => hasAll(searchWords(name), [term])),
  );
  const rest = terms.filter((term) => !named.some(({ name }) => hasAll(searchWords(name), [term])));
  const [term] = [...rest].sort((a, b) => b.length - a.length);
  const rows = term ? await accountsUnder(db, sight, term) : [];
  const keys = term
    ? rows.map(({ id }) => ref('account', id))
    : named.map(({ id }) => ref('solution', id));
  const opportunities = await decisionsUnder(db, sight, [...new Set(keys)], portion);
  const accounts = byId(
    await many(
      db,
      sight,
      'account',
      opportunities.map((one) => one.accountId),
    ),
  );
  const all: ReadonlyMap<string, Solution> = byId(solutions);
  return opportunities
    .flatMap(({ id, accountId, solutionId }): Hit[] => {
      const [account, solution] = [accounts.get(accountId), all.get(solutionId)];
      if (!account || !solution) return [];
      const words = [...searchWords(solution.name), ...ownWords('account', account)];
      if (!hasAll(words, terms)) return [];
      return [
        { kind: 'opportunity', id, scope: accountId, name: solution.name, line: account.name },
      ];
    })
    .slice(0, limit);
}

/** Decisions under any of these index keys that the asker may see, at most so many. */
async function decisionsUnder(
  db: Db,
  sight: Sight,
  keys: readonly string[],
  limit: number,
): Promise<Opportunity[]> {
  if (keys.length === 0) return [];
  // `offset 0`: one look-up by key for each, which the planner would not choose without statistics.
  const { rows } = await sql<{ data: Opportunity }>`
    select r.data from record_index i cross join lateral (
      select data, scope from records
       where ws = ${sight.ws} and kind = 'opportunity' and id = i.id and deleted_at is null offset 0) r
     where i.ws = ${sight.ws} and i.key = any(${[...keys]}::text[]) and i.kind = 'opportunity'
       and ${openIn(sight, 'r.scope')}
     limit ${limit}`.execute(db);
  return rows.map(({ data }) => data);
}
