/** Signals: each in a transaction of its own, at most once by its sender's id, answered one by one. */
import type { Kysely } from 'kysely';
import type { SignalResult } from '#lib/contract/signals.ts';
import { cleaned, Signal } from '#lib/model/signal.ts';
import { jsonb } from '../db/json.ts';
import type { Database } from '../db/schema.ts';
import type { Key } from '../keys.ts';
import type { Logger } from '../log.ts';
import { retried } from '../retried.ts';
import type { Tx } from '../stored.ts';
import { type Ground, ground } from './facts.ts';
import { type Done, type Edges, routed } from './one.ts';

export interface SignalsDeps extends Edges {
  db: Kysely<Database>;
  log: Logger;
  /** Told once after a batch that moved the workspace on. */
  poke: (ws: string, version: number) => void;
}

/** How far a sender's clock may be ahead of ours. */
const clockSkew = 5 * 60_000;
/** Most waiting signals of one visitor that are taken up at once; the rest follow with the next. */
const waitingLimit = 200;

type Sender = Pick<Key, 'ws' | 'name'>;

/** Answers every signal in its place; none spoils another. */
export async function takeSignals(
  deps: SignalsDeps,
  sender: Sender,
  signals: readonly unknown[],
): Promise<SignalResult[]> {
  const results: SignalResult[] = [];
  const land = await deps.db.transaction().execute((tx) => ground(tx, sender.ws));
  let last: number | null = null;
  for (const raw of signals) {
    const parsed = parse(raw, deps.now?.() ?? new Date());
    if ('result' in parsed) {
      results.push(parsed.result);
      continue;
    }
    const { signal } = parsed;
    const done = await one(deps, sender, signal, land);
    results.push(done.result);
    last = done.version ?? last;
    const { visitor } = signal;
    if (done.result.contact && visitor)
      last = (await safely(deps, () => takeUp(deps, sender.ws, visitor, land), null)) ?? last;
  }
  if (last !== null) deps.poke(sender.ws, last);
  return results;
}

type Parsed = { signal: Signal } | { result: SignalResult };

function parse(raw: unknown, now: Date): Parsed {
  const clean = cleaned(raw);
  const given = typeof clean === 'object' && clean !== null ? (clean as { id?: unknown }).id : null;
  const id = typeof given === 'string' || typeof given === 'number' ? String(given) : null;
  const refuse = (code: SignalResult['code'], because: string): Parsed => ({
    result: { id: id?.slice(0, 200) ?? null, status: 'rejected', code, because },
  });
  const parsed = Signal.safeParse(clean);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join('.');
    return refuse('badShape', `${place ? `${place}: ` : ''}${issue?.message ?? 'Wrong shape.'}`);
  }
  if (Date.parse(parsed.data.at) > now.getTime() + clockSkew)
    return refuse('futureDate', `${parsed.data.at} is in the future.`);
  return { signal: parsed.data };
}

/** What fails for a reason of ours spoils nothing else, neither the rest of the batch nor the answers there are already. */
async function safely<T>({ log }: SignalsDeps, work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    log.error({ err: error }, 'a signal could not be taken');
    return otherwise;
  }
}

/** Failed for a reason of ours it is refused, not remembered: sent again, it may succeed. */
function one(deps: SignalsDeps, sender: Sender, signal: Signal, land: Ground): Promise<Done> {
  const because = 'Something went wrong on the server; send it again later.';
  const { id } = signal;
  return safely(
    deps,
    () =>
      retried(() => deps.db.transaction().execute((tx) => takeOne(tx, deps, sender, signal, land))),
    { result: { id, status: 'rejected', code: 'internal', because }, version: null },
  );
}

async function takeOne(
  tx: Tx,
  deps: SignalsDeps,
  { ws, name: source }: Sender,
  signal: Signal,
  land: Ground,
): Promise<Done> {
  const { id } = signal;
  // 1. At most once: whoever writes the row first has the signal.
  const [fresh] = await tx
    .insertInto('signals')
    .values({ ws, source, id })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  if (!fresh) return { result: await before(tx, ws, source, id), version: null };

  // 2. Route it, and write what follows.
  const done = await routed(tx, deps, ws, source, signal, land);
  const rejected = done.result.status === 'rejected';
  const row = tx.updateTable('signals');
  const waits = done.result.code === 'waiting';
  // 3. A refused one may come again, mended; one that waits is kept whole.
  if (rejected)
    await tx
      .deleteFrom('signals')
      .where('ws', '=', ws)
      .where('source', '=', source)
      .where('id', '=', id)
      .execute();
  else
    await row
      .set({
        result: jsonb(done.result),
        visitor: done.result.code === 'anonymous' ? null : (signal.visitor ?? null),
        payload: waits ? jsonb(signal) : null,
      })
      .where('ws', '=', ws)
      .where('source', '=', source)
      .where('id', '=', id)
      .execute();
  return done;
}

async function before(tx: Tx, ws: string, source: string, id: string): Promise<SignalResult> {
  const row = await tx
    .selectFrom('signals')
    .select('result')
    .where('ws', '=', ws)
    .where('source', '=', source)
    .where('id', '=', id)
    .executeTakeFirst();
  const {
    status: _,
    code: __,
    because: ___,
    ...rest
  } = (row?.result ?? {}) as Partial<SignalResult>;
  const because = 'It came before; nothing was done again.';
  return { ...rest, id, status: 'duplicate', code: 'duplicate', because };
}

/** What waited for a visitor who is known now. */
async function takeUp(
  deps: SignalsDeps,
  ws: string,
  visitor: string,
  land: Ground,
): Promise<number | null> {
  const waiting = await deps.db
    .selectFrom('signals')
    .select(['source', 'id', 'payload'])
    .where('ws', '=', ws)
    .where('visitor', '=', visitor)
    .where('payload', 'is not', null)
    .orderBy('at')
    .limit(waitingLimit)
    .execute();
  let last: number | null = null;
  for (const { source, id, payload } of waiting) {
    const work = () =>
      deps.db.transaction().execute(async (tx) => {
        const row = await tx
          .selectFrom('signals')
          .select('id')
          .where('ws', '=', ws)
          .where('source', '=', source)
          .where('id', '=', id)
          .where('payload', 'is not', null)
          .forUpdate()
          .executeTakeFirst();
        const outcome = row && (await routed(tx, deps, ws, source, Signal.parse(payload), land));
        if (outcome?.version)
          await tx
            .updateTable('signals')
            .set({ result: jsonb(outcome.result), payload: null })
            .where('ws', '=', ws)
            .where('source', '=', source)
            .where('id', '=', id)
            .execute();
        return outcome;
      });
    const done = await safely(deps, () => retried(work), undefined);
    last = done?.version ?? last;
  }
  return last;
}
