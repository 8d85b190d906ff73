/** Applying one page of a pull, in one transaction: rows, cursors, trimmed outbox, recomputed views. */
import type { Alias, PullAnswer, RecordPut } from '#lib/contract/sync.ts';
import { type AnyRecord, type Kind, rulesOf } from '#lib/model/kinds.ts';
import type { Key } from '#lib/model/mutation.ts';
import { MergedKind } from '#lib/model/records/merge.ts';
import { Signpost } from '#lib/model/records/signpost.ts';
import { closeTexts } from './closed.ts';
import type { Meta, QuorumDatabase, ScopeRow } from './database.ts';
import type { Author } from './edit.ts';
import { eraseTexts, withoutErased } from './erased.ts';
import { AnswerNotUnderstoodError, storing } from './failure.ts';
import { followMade, noteResults, sendAgain } from './journal.ts';
import { readMeta, renumber } from './meta.ts';
import { follow } from './scopes.ts';
import { prepareAll, recompute, WorkingSet } from './view.ts';

/**
 * Only the last page (`more` false) settles edits: until then their effects stay in the view.
 * @throws AnswerNotUnderstoodError before anything is written
 */
export async function apply(db: QuorumDatabase, author: Author, answer: PullAnswer): Promise<void> {
  const puts = answer.puts.map((put) => ({ ...put, data: parsed(put) }));
  await storing(() =>
    db.transaction('rw', db.tables, async () => {
      const meta = await readMeta(db, author.newId);
      const set = new WorkingSet(db);
      const gone = [...answer.deletes, ...answer.exits];
      await doubt(db, answer.reset);
      const dropped = await keysIn(db, answer.revoked);
      await closeTexts(db, answer.revoked, dropped);
      const touched = [...dropped, ...[...gone, ...puts].map(({ kind, id }): Key => [kind, id])];
      await set.load(touched);
      for (const key of dropped) set.forget(key);
      await unname(db, signposts(dropped));
      const erased = answer.deletes.flatMap(({ kind, id, erased: is }) =>
        is ? (set.row(kind, id)?.base ?? []) : [],
      );
      for (const { kind, id, scope, version } of gone) {
        const row = set.row(kind, id);
        if (row?.scope === scope && row.version <= version)
          set.setBase(kind, id, scope, version, null);
      }
      for (const { kind, id, scope, version, data } of puts)
        if ((set.row(kind, id)?.version ?? 0) <= version)
          set.setBase(kind, id, scope, version, data);
      if (!answer.more) touched.push(...(await forgetDoubtful(db, set)));
      const settled = answer.more ? { meta, touched: [] } : await settle(db, author, meta, answer);
      // Another epoch: the server may have lost what it had taken. With the new epoch in one transaction, so once.
      const restored = meta.epoch !== null && meta.epoch !== answer.epoch;
      const again = restored ? await sendAgain(db) : [];
      const next = again.length > 0 ? await renumber(db, settled.meta, author.newId) : settled.meta;
      touched.push(...(await followSigns(db, puts, answer.deletes, author.now())));
      for (const { keys } of await prepareAll(db, again)) touched.push(...keys);
      const pending = await db.outbox.orderBy('id').toArray();
      await recompute(db, set, [...touched, ...settled.touched], pending, author);
      await set.save();
      if (again.length > 0) await followMade(db, author.now());
      await advance(db, answer);
      await eraseTexts(db, gone, erased, answer.more ? [] : answer.results);
      const { epoch, salt } = answer;
      await db.meta.put({ ...next, epoch, ...(salt && { salt }) });
    }),
  );
}

function parsed({ kind, id, data }: RecordPut): AnyRecord {
  const result = rulesOf(kind).schema.safeParse(data);
  if (result.success) return result.data;
  throw new AnswerNotUnderstoodError(`${kind} ${id}: ${result.error.issues[0]?.message ?? ''}`);
}

/** An account or person that was merged has an id that is another name from now on, and what it became is followed; taken back, no more. */
async function followSigns(
  db: QuorumDatabase,
  puts: readonly { kind: Kind; data: AnyRecord }[],
  deletes: readonly { kind: Kind; id: string }[],
  now: number,
): Promise<Key[]> {
  const signs = puts.flatMap(({ kind, data }) => {
    const sign = kind === 'signpost' ? Signpost.safeParse(data).data : undefined;
    return sign ? [sign] : [];
  });
  const gone = deletes.filter(({ kind }) => kind === 'signpost');
  if (signs.length + gone.length === 0) return [];
  // Under the old names still, so that edits made under them are viewed anew where they belong now.
  const before = await prepareAll(db, await db.outbox.toArray());
  const aliases = signs.map(({ id, kind, toId, accountId }): Alias => {
    const scope = kind === 'account' ? toId : accountId;
    return { kind, from: id, to: toId, scope };
  });
  await db.aliases.bulkPut(aliases);
  await unname(
    db,
    gone.map(({ id }) => id),
  );
  await follow(
    db,
    aliases.map(({ scope }) => scope),
    now,
  );
  return before.flatMap(({ keys }) => keys);
}

const signposts = (keys: readonly Key[]): string[] =>
  keys.flatMap(([kind, id]) => (kind === 'signpost' ? [id] : []));

/** These ids name their own records again. */
async function unname(db: QuorumDatabase, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.aliases.bulkDelete(
    MergedKind.options.flatMap((kind) => ids.map((id): [Kind, string] => [kind, id])),
  );
}

async function keysIn(db: QuorumDatabase, scopes: readonly string[]): Promise<Key[]> {
  if (scopes.length === 0) return []; // IndexedDB would be asked all the same
  const keys = await db.records
    .where('scope')
    .anyOf([...scopes])
    .primaryKeys();
  return keys.map(([kind, id]) => [kind, id]);
}

/**
 * A reset scope is told anew, on several pages perhaps. Until the last one its bases stay, as version 0, which
 * anything told replaces: what a user sees, and the edits over it, must not vanish in between.
 */
async function doubt(db: QuorumDatabase, scopes: readonly string[]): Promise<void> {
  if (scopes.length === 0) return;
  await db.records
    .where('scope')
    .anyOf([...scopes])
    .modify({ version: 0 });
  await db.scopes
    .where('scope')
    .anyOf([...scopes])
    .modify((row) => {
      row.complete = false;
      delete row.touchesSince;
    });
}

/** On the last page: what was not told again of a scope told anew is not there any more. */
async function forgetDoubtful(db: QuorumDatabase, set: WorkingSet): Promise<Key[]> {
  const filling = (await db.scopes.toArray()).filter(({ complete }) => !complete);
  const keys = await keysIn(
    db,
    filling.map(({ scope }) => scope),
  );
  await set.load(keys);
  const doubtful = keys.filter((key) => {
    const row = set.row(...key);
    return row?.base && row.version === 0;
  });
  for (const key of doubtful) set.forget(key);
  await unname(db, signposts(doubtful));
  return doubtful;
}

/**
 * Takes confirmed edits out of the outbox; what the server did not take is kept for its user. An id under
 * which the server has another edit tells of a cloned profile: what is left then gets a new client id.
 */
async function settle(
  db: QuorumDatabase,
  { newId, now }: Author,
  meta: Meta,
  { lastMutationId, results }: PullAnswer,
): Promise<{ meta: Meta; touched: Key[] }> {
  const byId = new Map(results.map((result) => [result.id, result]));
  const passed = await db.outbox.where('id').belowOrEqual(lastMutationId).toArray();
  const done = passed.flatMap((mutation) => {
    const result = byId.get(mutation.id);
    return result?.nonce === mutation.nonce ? [{ ...mutation, result }] : [];
  });
  const aliases = done.flatMap(({ result }) => result.aliases ?? []);
  // Under the old names still, so that rows made under an id that is now an alias are viewed anew, and go.
  const before = await prepareAll(db, aliases.length > 0 ? await db.outbox.toArray() : done);
  await db.aliases.bulkPut(aliases);
  await db.scopes.bulkDelete(
    aliases.flatMap(({ kind, from }) => (kind === 'account' ? [from] : [])),
  );
  await follow(
    db,
    aliases.map(({ scope }) => scope),
    now(),
  );
  await db.unresolved.bulkPut(
    done.filter(({ result }) => result.status !== 'applied').map((edit) => withoutErased(edit)),
  );
  await db.outbox.bulkDelete(done.map(({ id }) => id));
  await noteResults(
    db,
    done.map(({ result }) => result),
    now(),
  );
  const next = { ...meta, lastMutationId: Math.max(meta.lastMutationId, lastMutationId) };
  return {
    meta: done.length === passed.length ? next : await renumber(db, next, newId),
    touched: before.flatMap(({ keys }) => keys),
  };
}

/** Pages of one filling may begin at different times: what any of them left out may be missing. */
function since(
  { touchesSince }: ScopeRow,
  told: string | undefined,
): Pick<ScopeRow, 'touchesSince'> {
  if (!told || (touchesSince && touchesSince > told)) return {};
  return { touchesSince: told };
}

async function advance(
  db: QuorumDatabase,
  { cursors, more, revoked, partial }: PullAnswer,
): Promise<void> {
  const rows = await db.scopes.bulkGet(Object.keys(cursors));
  const known = rows.flatMap((row) => row ?? []);
  await db.scopes.bulkPut(
    known.map(({ closed: _, ...row }) => ({
      ...row,
      cursor: cursors[row.scope] ?? row.cursor,
      complete: row.complete || !more,
      ...since(row, partial[row.scope]),
    })),
  );
  // Asked for on, from the start: it is filled anew once it is open again.
  const lost = (await db.scopes.bulkGet(revoked)).flatMap((row) => row ?? []);
  await db.scopes.bulkPut(
    lost.map(
      ({ scope, followedAt }): ScopeRow => ({
        ...{ scope, followedAt, cursor: 0, complete: false, closed: true },
      }),
    ),
  );
}
