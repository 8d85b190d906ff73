/** One signal within its transaction: who and what it is of, the plan, and the plan written. */
import { createHash, randomUUID } from 'node:crypto';
import type { SignalResult } from '#lib/contract/signals.ts';
import { companyListKeys, excludedBecause } from '#lib/model/exclusions.ts';
import { type AnyRecord, rulesOf } from '#lib/model/kinds.ts';
import type { Change } from '#lib/model/mutation.ts';
import { route } from '#lib/model/routing/route.ts';
import { what } from '#lib/model/routing/what.ts';
import { who } from '#lib/model/routing/who.ts';
import type { Signal } from '#lib/model/signal.ts';
import { isNoop, LockedRecords, writeRecords } from '../records.ts';
import type { Tx, Write } from '../stored.ts';
import { takeVersion } from '../version.ts';
import { allowed } from './allowed.ts';
import { around, assetsOf, type Ground, ground, known } from './facts.ts';

/** `version` is null where nothing was written. */
export interface Done {
  result: SignalResult;
  version: number | null;
}

export interface Edges {
  now?: () => Date;
  newId?: () => string;
}

/** Routes the signal and writes what follows. */
export async function routed(
  tx: Tx,
  { now = () => new Date(), newId = randomUUID }: Edges,
  ws: string,
  source: string,
  sent: Signal,
  land: Ground,
): Promise<Done> {
  const records = new LockedRecords();
  const at = now().toISOString();
  const by = `signal.${source}`;
  const asked = await allowed(tx, ws, sent, await known(tx, ws, sent, records));
  if (asked.is === 'excluded') return excluded(sent);
  const { signal, is, listed } = asked;
  const found = is === 'anonymous' ? await known(tx, ws, signal, records) : asked.known;
  const person = who(signal, { ...found, newId, now: at, by });
  if (is === 'anonymous' && person.is !== 'known') return excluded(sent);
  if (person.is === 'rejected')
    return {
      result: {
        id: signal.id,
        status: 'rejected',
        code: person.code,
        because: person.because,
      },
      version: null,
    };
  if (person.is === 'waiting') {
    const because = 'Nobody knows yet who this visitor is; it is kept until a signal tells.';
    return {
      result: { id: signal.id, status: 'unrouted', code: 'waiting', because },
      version: null,
    };
  }
  // The company may be on the list under another of its keys than the signal has.
  if (companyListKeys(person.account).some((key) => listed.has(key))) return excluded(sent);
  const contactId = person.newContact ? undefined : person.contact?.id;
  const assets = await assetsOf(tx, ws, signal);
  const beside = await around(tx, ws, person.account.id, contactId, signal.visitor, records);
  const ids = { touchId: touchId(ws, source, signal.id), newId, now: at, by };
  const planOn = (land: Ground) =>
    route(signal, person, what(signal, land.solutions, assets), { ...land, ...beside, ...ids });
  let plan = planOn(land);
  // A decision begins only at a stage that is still there: it is locked until the decision is written.
  if (!(await lockStages(tx, ws, plan.changes, records))) {
    plan = planOn(await ground(tx, ws));
    await lockStages(tx, ws, plan.changes, records);
  }
  const writes = plan.changes.map(({ kind, id, data }): Write => {
    const after: AnyRecord | null = data && rulesOf(kind).schema.parse(data);
    return { kind, id, before: records.row(kind, id), after };
  });
  const real = writes.filter((write) => !isNoop(write));
  const version = await takeVersion(tx, ws);
  const writer = { ws, version, client: by, by, mutation: 'signal' };
  await writeRecords(tx, real, writer);
  const [first, ...more] = plan.opportunities.map((opportunity) => opportunity.id);
  const result: SignalResult = {
    id: signal.id,
    status: plan.status,
    code: is === 'anonymous' ? 'anonymous' : plan.code,
    because: is === 'anonymous' ? `${nobody} ${plan.because}` : plan.because,
    account: plan.account.id,
    ...(plan.contact && { contact: plan.contact.id }),
    ...(first && { opportunity: first }),
    ...(first && more.length > 0 && { opportunities: [first, ...more] }),
  };
  return { result, version };
}

const nobody = 'Its person is on the do-not-record list, so it names nobody.';

const excluded = ({ id }: Signal): Done => ({
  result: { id, status: 'rejected', code: 'excluded', because: excludedBecause },
  version: null,
});

async function lockStages(
  tx: Tx,
  ws: string,
  changes: readonly Change[],
  records: LockedRecords,
): Promise<boolean> {
  const ids = changes.flatMap(({ kind, data }) =>
    kind === 'opportunity' && data ? [data.stageId] : [],
  );
  await records.lock(
    tx,
    ws,
    ids.map((id) => ['stage', id]),
  );
  return ids.every((id) => records.get('stage', id));
}

/** Follows from the signal, so that even without the list of signals it could not come twice. */
const touchId = (ws: string, source: string, id: string): string =>
  `s-${createHash('sha256')
    .update(JSON.stringify([ws, source, id]))
    .digest('hex')
    .slice(0, 32)}`;
