/** Fills the cache of a page of the extension with the store's own rows, quicker than pulls would. */
import { type AnyRecord, type Kind, rulesOf } from '../../lib/model/kinds.ts';
import { Account } from '../../lib/model/records/account.ts';
import { Contact } from '../../lib/model/records/contact.ts';
import { Opportunity } from '../../lib/model/records/opportunity.ts';
import { PlayStep } from '../../lib/model/records/play-step.ts';
import { Solution } from '../../lib/model/records/solution.ts';
import { defaultStages } from '../../lib/model/records/stage.ts';
import { Touch } from '../../lib/model/records/touch.ts';
import { rowKeys } from '../../lib/store/keys.ts';
import { databaseName } from '../../lib/store/raw.ts';
import { CacheSearch } from '../../lib/store/search.ts';
import { Store } from '../../lib/store/store.ts';

export interface Filling {
  workspace: string;
  userId: string;
  accounts: number;
  /** At each account. */
  people: number;
  touches: number;
  /** The account with a long journey. */
  long: number;
}

const day = 86_400_000;
const portion = 5000;

/** Returns how many records the cache then has. */
export async function fill(filling: Filling): Promise<number> {
  const { workspace, userId } = filling;
  const store = new Store({ name: databaseName(workspace, userId), userId, team: 'sales' });
  await store.open();
  const rows = [...records(filling)].map(([kind, data], version) => ({
    ...{ kind, id: data.id, scope: rulesOf(kind).scope(data), version: version + 1 },
    ...{ base: data, view: data, keys: rowKeys(kind, data) },
  }));
  for (let at = 0; at < rows.length; at += portion)
    await store.db.records.bulkPut(rows.slice(at, at + portion));
  await store.db.scopes.bulkPut(
    [...new Set(rows.map(({ scope }) => scope))].map((scope) => ({
      ...{ scope, cursor: rows.length, complete: true, followedAt: Date.now() },
    })),
  );
  const count = await store.db.records.count();
  store.close();
  return count;
}

/** Milliseconds for each keystroke of these queries, with the whole cache in the search. */
export async function strokes(
  { workspace, userId }: Pick<Filling, 'workspace' | 'userId'>,
  queries: readonly string[],
): Promise<number[]> {
  const store = new Store({ name: databaseName(workspace, userId), userId, team: 'sales' });
  await store.open();
  const ended = new AbortController();
  const search = new CacheSearch(store.db);
  await search.follow(ended.signal, () => {});
  const took = queries.flatMap((query) =>
    [...query].map((_, at) => {
      const before = performance.now();
      search.find(query.slice(0, at + 1), 8);
      return performance.now() - before;
    }),
  );
  ended.abort();
  store.close();
  return took;
}

function* records({ accounts, people, touches, long }: Filling): Generator<[Kind, AnyRecord]> {
  for (const stage of defaultStages) yield ['stage', stage];
  yield ['solution', Solution.parse({ id: 'talent', name: 'Talent', profile: seats })];
  for (let a = 0; a < accounts; a++) {
    const accountId = `account-${a}`;
    const domains = [`account${a}.example`];
    yield ['account', Account.parse({ id: accountId, name: `Account Number ${a}`, domains })];
    const deal = { id: `deal-${a}`, accountId, solutionId: 'talent', stageId: 'qualified' };
    yield ['opportunity', Opportunity.parse(deal)];
    for (let s = 0; s < 8; s++) {
      const step = { id: `step-${a}-${s}`, accountId, opportunityId: deal.id, order: s };
      yield ['playStep', PlayStep.parse({ ...step, title: `Step ${s}`, team: 'sales' })];
    }
    for (let p = 0; p < people; p++)
      yield ['contact', Contact.parse({ ...person(a, p), accountId, title: 'Head of Talent' })];
    for (let t = 0; t < (a === 0 ? long : touches); t++)
      yield [
        'touch',
        Touch.parse({
          ...{ id: `touch-${a}-${t}`, accountId, team: t % 2 ? 'sales' : 'marketing' },
          ...{ channel: 'email', at: new Date(Date.now() - (t / 14) * day).toISOString() },
          contactIds: [`person-${a}-${t % people}`],
        }),
      ];
  }
}

const seats = [
  { id: 's1', role: 'champion' },
  { id: 's2', role: 'ratifier' },
];

const person = (a: number, p: number) => ({
  ...{ id: `person-${a}-${p}`, name: `Person ${a}-${p}` },
  ...{ emails: [`person.${p}@account${a}.example`], linkedin: `person-${a}-${p}` },
});
