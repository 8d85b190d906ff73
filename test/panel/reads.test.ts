/** What it costs to show something, in rows read from the disk: counts that are the same on every machine. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { AnyRecord, Kind } from '#lib/model/kinds.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { Touch } from '#lib/model/records/touch.ts';
import { decisionDetail } from '#lib/panel/decision.ts';
import { momentAt } from '#lib/panel/visit.ts';
import type { RecordRow } from '#lib/store/database.ts';
import { rowKeys } from '#lib/store/keys.ts';
import { Store } from '#lib/store/store.ts';
import { acme, fill } from '#test/store/cache.ts';
import { countReads } from '#test/support/reads.ts';
import { moment, now } from './pages.ts';

const touches = 3000;
const ofLate = 60;
const people = 40;

const day = 86_400_000;
/** The newest are a day apart, so that the figures look at the first sixty. */
const touch = (at: number): Touch =>
  Touch.parse({
    ...{ id: `touch-${at}`, accountId: 'acme', team: 'sales', channel: 'email' },
    ...{
      at: new Date(now - (at + 0.5) * day).toISOString(),
      contactIds: [`person-${at % people}`],
    },
  });
const person = (at: number): Contact =>
  Contact.parse({
    ...{ id: `person-${at}`, accountId: 'acme', name: `Person ${at}` },
    emails: [`person.${at}@acme.example`],
  });

const { read, forget, stop } = countReads();

let store: Store;
beforeAll(async () => {
  store = await new Store({ name: 'reads', userId: 'ana', team: 'sales' }).open();
  await fill(store);
  const row = (kind: Kind, data: AnyRecord): RecordRow => ({
    ...{ kind, id: data.id, scope: 'acme', version: 9, base: data, view: data },
    keys: rowKeys(kind, data),
  });
  await store.db.records.bulkPut([
    ...Array.from({ length: people }, (_, at) => row('contact', person(at))),
    ...Array.from({ length: touches }, (_, at) => row('touch', touch(at))),
  ]);
  return async () => {
    stop();
    await store.delete();
  };
});
beforeEach(forget);

const onRecord = { at: 'account', detail: { account: { id: 'acme' } } };
/** Beside the touches: the people, the decision with its group, stages, solutions, and the few looked up by key. */
const others = people + 40;

test('an account shows with each of its touches read once, and few requests', async () => {
  expect(
    await momentAt(store.db, { kind: 'account', id: 'acme', scope: 'acme' }, now),
  ).toMatchObject(onRecord);
  expect(read.rows).toBeGreaterThan(touches);
  expect(read.rows).toBeLessThanOrEqual(touches + others + people);
  expect(read.requests).toBeLessThanOrEqual(15 + people);
});

test('a decision opens with each touch of its account read once', async () => {
  expect(await decisionDetail(store.db, 'deal', now)).toMatchObject({ decision: {} });
  expect(read.rows).toBeLessThanOrEqual(touches + others);
  expect(read.requests).toBeLessThanOrEqual(17);
});

test('a person shows with the touches of late alone, however long the journey is', async () => {
  const shown = await moment(store, 'person', {
    kind: 'person',
    person: { name: 'Person 7', emails: ['person.7@acme.example'] },
    account: { name: 'ACME', domains: ['acme.example'] },
  });
  expect(shown.person.match).toMatchObject({ is: 'known', contact: { id: 'person-7' } });
  expect(read.rows).toBeGreaterThanOrEqual(ofLate);
  expect(read.rows).toBeLessThanOrEqual(ofLate + others);
  expect(read.requests).toBeLessThanOrEqual(16);
});

test('each further person of a list costs no more than what they are looked up by', async () => {
  const list = (people: number) =>
    moment(store, 'people', {
      kind: 'people',
      people: Array.from({ length: people }, (_, at) => ({
        ...{ name: `Person ${at}`, emails: [`person.${at}@acme.example`], company: acme.name },
      })),
    });
  await list(1);
  const one = { ...read };
  forget();
  await list(25);
  expect(read.rows).toBeLessThanOrEqual(one.rows + 24 * 4);
});
