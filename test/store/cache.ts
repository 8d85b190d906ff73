/** A cache filled as by a first pull: ACME with Dana and one decision. Pulls are made by hand, page by page. */
import { onTestFinished, vi } from 'vitest';
import type { PullAnswer, RecordPut } from '#lib/contract/sync.ts';
import {
  type AnyRecord,
  type Kind,
  type Records,
  rulesOf,
  workspaceScope,
} from '#lib/model/kinds.ts';
import type { Call } from '#lib/model/mutation.ts';
import { Account } from '#lib/model/records/account.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { Opportunity } from '#lib/model/records/opportunity.ts';
import { Solution } from '#lib/model/records/solution.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import { one } from '#lib/store/queries.ts';
import { Store } from '#lib/store/store.ts';

export const acme = Account.parse({ id: 'acme', name: 'ACME', domains: ['acme.example'] });
export const talent = Solution.parse({
  id: 'talent',
  name: 'Talent',
  profile: [
    { id: 's1', role: 'champion' },
    { id: 's2', role: 'ratifier' },
  ],
});
export const dana = Contact.parse({ id: 'dana', accountId: 'acme', name: 'Dana', title: 'VP' });
export const deal = Opportunity.parse({
  id: 'deal',
  accountId: 'acme',
  solutionId: 'talent',
  stageId: 'qualified',
});

export const page = (over: Partial<PullAnswer> = {}): PullAnswer => ({
  epoch: 'epoch-1',
  puts: [],
  deletes: [],
  exits: [],
  cursors: {},
  reset: [],
  revoked: [],
  partial: {},
  more: false,
  lastMutationId: 0,
  results: [],
  ...over,
});

export const told = (kind: Kind, data: AnyRecord, version: number): RecordPut => ({
  kind,
  id: data.id,
  scope: rulesOf(kind).scope(data),
  version,
  data: { ...data },
});

export const gone = (kind: Kind, id: string, version: number, scope = 'acme') => ({
  kind,
  id,
  scope,
  version,
});

export const rename = (name: string): Call => ({
  name: 'contact.edit@1',
  args: { contactId: 'dana', fields: { name } },
});
export const retitle = (title: string): Call => ({
  name: 'contact.edit@1',
  args: { contactId: 'dana', fields: { title } },
});
export const add = (id: string, accountId = 'acme'): Call => ({
  name: 'contact.create@1',
  args: { contact: { id, accountId, name: id, emails: [], sources: {} }, accountId },
});
export const attach = (contactId: string, ...roles: string[]): Call => ({
  name: 'opportunity.addMember@1',
  args: { opportunityId: 'deal', contactId, roles },
});

let caches = 0;

/** Another window on the same database has the same `name`. */
export async function window(name = `cache-${++caches}`): Promise<Store> {
  const store = await new Store({ name, userId: 'ana', team: 'sales' }).open();
  onTestFinished(() => store.close());
  return store;
}

export async function cache(name?: string): Promise<Store> {
  const store = await window(name);
  await fill(store);
  return store;
}

export async function fill(store: Store): Promise<void> {
  await store.follow(['acme']);
  await store.apply(
    page({
      puts: [
        ...defaultStages.map((stage) => told('stage', stage, 1)),
        told('solution', talent, 1),
        ...[told('account', acme, 2), told('contact', dana, 3), told('opportunity', deal, 4)],
      ],
      cursors: { [workspaceScope]: 4, acme: 4 },
    }),
  );
}

export const see = <K extends Kind>(
  store: Store,
  kind: K,
  id: string,
): Promise<Records[K] | undefined> => one(store.db, kind, id);

/** All that is stored, to show that nothing of it changed. */
export async function everything({ db }: Store) {
  const tables = await Promise.all(
    db.tables.map(async (t) => [t.name, await t.toArray()] as const),
  );
  return Object.fromEntries(tables);
}

/** Counts the browser's own transactions, below Dexie. */
export function transactions() {
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
  onTestFinished(() => spy.mockRestore());
  return {
    forget: () => spy.mockClear(),
    writing: () => spy.mock.calls.filter(([, mode]) => mode === 'readwrite').length,
  };
}
