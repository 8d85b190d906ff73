/** What is measured inside a page of Chromium, where IndexedDB is the real one on a disk. */
import { liveQuery } from 'dexie';
import type { PullAnswer } from '../../lib/contract/sync.ts';
import { pullLimit } from '../../lib/contract/version.ts';
import type { AnyRecord, Kind } from '../../lib/model/kinds.ts';
import { Account } from '../../lib/model/records/account.ts';
import { Contact } from '../../lib/model/records/contact.ts';
import { QuorumDatabase, type RecordRow } from '../../lib/store/database.ts';
import { rowKeys } from '../../lib/store/keys.ts';
import { Store } from '../../lib/store/store.ts';

const account = Account.parse({ id: 'acme', name: 'ACME', domains: ['acme.example'] });

const person = (at: number): Contact =>
  Contact.parse({
    id: `person-${at}`,
    accountId: account.id,
    name: `Person Number ${at}`,
    title: 'Head of Talent Acquisition',
    emails: [`person.${at}@acme.example`],
    linkedin: `person-number-${at}`,
  });

const storeNamed = (name: string) => new Store({ name, userId: 'ana', team: 'sales' }).open();

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** A first pull of so many records, page by page, as the server cuts them. */
export async function fill(name: string, count: number): Promise<number> {
  const store = await storeNamed(name);
  await store.follow([account.id]);
  const records: [Kind, AnyRecord][] = [
    ['account', account],
    ...Array.from({ length: count - 1 }, (_, at): [Kind, AnyRecord] => ['contact', person(at)]),
  ];
  const pages: PullAnswer[] = [];
  for (let from = 0; from < count; from += pullLimit) {
    const puts = records.slice(from, from + pullLimit).map(([kind, data], at) => ({
      ...{ kind, id: data.id, scope: account.id, version: from + at + 1 },
      data: { ...data },
    }));
    pages.push({
      ...{ epoch: 'one', puts, deletes: [], exits: [], reset: [], revoked: [] },
      ...{ cursors: { [account.id]: from + puts.length }, more: from + pullLimit < count },
      ...{ partial: {}, lastMutationId: 0, results: [] },
    });
  }
  const time = await timed(async () => {
    for (const page of pages) await store.apply(page);
  });
  if ((await store.db.records.count()) !== count) throw new Error('The cache was not filled.');
  await store.delete();
  return time;
}

/** Dexie's own `bulkPut` of the same rows into the same tables. */
export async function bulkPut(name: string, count: number): Promise<number> {
  const db = new QuorumDatabase(name);
  await db.open();
  const row = (kind: Kind, data: AnyRecord, version: number): RecordRow => {
    const keys = rowKeys(kind, data);
    return { kind, id: data.id, scope: account.id, version, base: data, view: data, keys };
  };
  const rows = [
    row('account', account, 1),
    ...Array.from({ length: count - 1 }, (_, at) => row('contact', person(at), at + 2)),
  ];
  const time = await timed(() => db.records.bulkPut(rows));
  await db.delete();
  return time;
}

const channel = new BroadcastChannel('bench');

/** The other panel: answers each event at once, and each edit as soon as its own query has it. */
export async function watch(name: string): Promise<void> {
  const store = await storeNamed(name);
  channel.addEventListener('message', ({ data }: MessageEvent<string>) => {
    if (data.startsWith('event ')) channel.postMessage(`seen ${data.slice(6)}`);
  });
  liveQuery(() => store.db.records.get(['contact', 'person-0'])).subscribe((row) => {
    if (row?.view && 'title' in row.view) channel.postMessage(`seen ${row.view.title}`);
  });
}

function answered(token: string): Promise<void> {
  return new Promise((resolve) => {
    const listen = ({ data }: MessageEvent<string>) => {
      if (data !== `seen ${token}`) return;
      channel.removeEventListener('message', listen);
      resolve();
    };
    channel.addEventListener('message', listen);
  });
}

let open: Store | undefined;

/** Half the way there and back of a bare event. */
export async function event(token: string): Promise<number> {
  const back = answered(token);
  const time = await timed(() => {
    channel.postMessage(`event ${token}`);
    return back;
  });
  return time / 2;
}

/** From the edit to the other panel's query: all the time until its answer, less the answer's own way (`event`). */
export async function edit(name: string, token: string, event: number): Promise<number> {
  open ??= await storeNamed(name);
  if (!(await open.db.records.get(['contact', 'person-0'])))
    await open.edit([
      { name: 'account.create@1', args: { account } },
      { name: 'contact.create@1', args: { contact: person(0), accountId: account.id } },
    ]);
  const store = open;
  const back = answered(token);
  const time = await timed(async () => {
    const args = { contactId: 'person-0', fields: { title: token } };
    await Promise.all([store.edit([{ name: 'contact.edit@1', args }]), back]);
  });
  return time - event;
}
