/** The view of records: base with the pending edits run over it, recomputed, never rolled back by hand. */
import { type AnyRecord, type Kind, type Records, rulesOf } from '#lib/model/kinds.ts';
import type { Find, Key, MutationContext, Reader } from '#lib/model/mutation.ts';
import { namedRefs, prepare, run } from '#lib/model/replay.ts';
import type { PendingMutation, QuorumDatabase, RecordRow } from './database.ts';
import { rowKeys } from './keys.ts';

const address = (kind: Kind, id: string) => `${kind}\n${id}`;

/** The signed-in user, as author of the edits. */
export type Signer = Pick<MutationContext, 'by' | 'team'>;

/** Rows read for one transaction and changed in memory until they are written at its end. */
export class WorkingSet implements Reader {
  readonly #rows = new Map<string, RecordRow | undefined>();
  readonly #changed = new Set<string>();
  readonly #db: QuorumDatabase;

  constructor(db: QuorumDatabase) {
    this.#db = db;
  }

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    return (this.#rows.get(address(kind, id))?.view ?? undefined) as Records[K] | undefined;
  }

  all<K extends Kind>(kind: K, key: string): Records[K][] {
    return [...this.#rows.values()].flatMap((row) =>
      row?.kind === kind && row.view && row.keys.includes(key) ? [row.view as Records[K]] : [],
    );
  }

  row(kind: Kind, id: string): RecordRow | undefined {
    return this.#rows.get(address(kind, id));
  }

  async load(keys: readonly Key[]): Promise<void> {
    const missing = [...new Map(keys.map((key) => [address(...key), key])).values()].filter(
      ([kind, id]) => !this.#rows.has(address(kind, id)),
    );
    if (missing.length === 0) return;
    const rows = await this.#db.records.bulkGet(
      missing.map(([kind, id]) => [kind, id] as [Kind, string]),
    );
    missing.forEach(([kind, id], index) => {
      this.#rows.set(address(kind, id), rows[index]);
    });
  }

  setBase(kind: Kind, id: string, scope: string, version: number, base: AnyRecord | null): void {
    const row = this.#rows.get(address(kind, id));
    this.#set({ kind, id, scope, version, base, view: row?.view ?? null, keys: row?.keys ?? [] });
  }

  /** The server does not have it, or not for us, any more. */
  forget([kind, id]: Key): void {
    const row = this.#rows.get(address(kind, id));
    if (row) this.setBase(kind, id, row.scope, 0, null);
  }

  setView(kind: Kind, id: string, view: AnyRecord | null): void {
    const row = this.#rows.get(address(kind, id));
    const scope = view ? rulesOf(kind).scope(view) : (row?.scope ?? '');
    const keys = view ? rowKeys(kind, view) : [];
    this.#set({
      kind,
      id,
      scope: row?.base ? row.scope : scope,
      version: row?.version ?? 0,
      base: row?.base ?? null,
      view,
      keys,
    });
  }

  /** Writes what changed; a row with neither base nor view is nothing any more. */
  async save(): Promise<void> {
    const rows = [...this.#changed].flatMap((key) => this.#rows.get(key) ?? []);
    const [gone, kept] = [
      rows.filter((row) => row.base === null && row.view === null),
      rows.filter((row) => row.base !== null || row.view !== null),
    ];
    if (kept.length > 0) await this.#db.records.bulkPut(kept);
    if (gone.length > 0)
      await this.#db.records.bulkDelete(gone.map(({ kind, id }) => [kind, id] as [Kind, string]));
  }

  #set(row: RecordRow): void {
    const key = address(row.kind, row.id);
    this.#rows.set(key, row);
    this.#changed.add(key);
  }
}

/**
 * Makes the views of the touched records anew: from their bases, with every pending edit that concerns
 * them (or what those edits touch in turn) run over it in order.
 */
export async function recompute(
  db: QuorumDatabase,
  set: WorkingSet,
  touched: readonly Key[],
  pending: readonly PendingMutation[],
  signer: Signer,
): Promise<void> {
  const prepared = await prepareAll(db, pending);
  const concerned = closure(
    touched,
    prepared.map(({ keys }) => keys),
  );
  const chosen = prepared.filter(({ keys }) => keys.some((key) => concerned.has(address(...key))));
  await set.load([...touched, ...chosen.flatMap(({ keys }) => keys)]);
  for (const key of [...touched, ...chosen.flatMap(({ keys }) => keys)]) {
    const row = set.row(...key);
    if (row) set.setView(...key, row.base);
  }
  for (const { mutation, what } of chosen) runOver(set, what, signer, mutation.at);
}

/** Makes the views of what these edits touch anew, after the outbox or the bases were changed beneath them. Within a transaction. */
export async function viewAnew(
  db: QuorumDatabase,
  edits: readonly PendingMutation[],
  signer: Signer,
): Promise<void> {
  const touched = (await prepareAll(db, edits)).flatMap(({ keys }) => keys);
  const set = new WorkingSet(db);
  await recompute(db, set, touched, await db.outbox.orderBy('id').toArray(), signer);
  await set.save();
}

/** Runs one edit over the working set; an edit that no longer applies leaves the view as it is, and the server will say why. */
export function runOver(
  set: WorkingSet,
  prepared: ReturnType<typeof prepare>,
  signer: Signer,
  at: string,
): ReturnType<typeof run> {
  const { serverOnly, teams } = 'mutation' in prepared ? prepared.mutation : {};
  if (serverOnly && (!teams || teams.includes(signer.team))) return { changes: [] };
  const outcome = run(prepared, set, { ...signer, at });
  if ('changes' in outcome)
    for (const { kind, id, data } of outcome.changes) set.setView(kind, id, data);
  return outcome;
}

/** Finds a call's mutation and the records it needs, with the ids of merged records resolved. */
export async function prepareAll(db: QuorumDatabase, calls: readonly PendingMutation[]) {
  const aliases = await aliasesOf(db, calls.flatMap(namedRefs));
  return Promise.all(
    calls.map(async (mutation) => {
      const what = prepare(mutation, aliases);
      // What the server alone makes is not run here, and may find far more than is held.
      const finds = 'keys' in what && !what.mutation.serverOnly ? what.finds : [];
      const keys = 'keys' in what ? [...what.keys, ...(await found(db, finds))] : [];
      return { mutation, what, keys };
    }),
  );
}

/** The present ids of merged records, followed to the end: what a record became may have become another one since. */
export async function aliasesOf(db: QuorumDatabase, named: readonly Key[]) {
  const next = new Map<string, string>();
  for (let asked = named; asked.length > 0; ) {
    const rows = await db.aliases.bulkGet(asked.map(([kind, id]): [Kind, string] => [kind, id]));
    const fresh = rows.flatMap((row) =>
      row && !next.has(address(row.kind, row.from)) ? [row] : [],
    );
    for (const { kind, from, to } of fresh) next.set(address(kind, from), to);
    asked = fresh.map(({ kind, to }): Key => [kind, to]);
  }
  return (kind: Kind, id: string): string => {
    let present = id;
    for (let step = 0; step <= next.size; step++)
      present = next.get(address(kind, present)) ?? present;
    return present;
  };
}

/** The records in the cache under these keys. */
export async function found(db: QuorumDatabase, finds: readonly Find[]): Promise<Key[]> {
  if (finds.length === 0) return [];
  const rows = await db.records
    .where('keys')
    .anyOf(finds.map(([, key]) => key))
    .distinct()
    .toArray();
  return rows
    .filter(({ kind, keys }) => finds.some(([of, key]) => of === kind && keys.includes(key)))
    .map(({ kind, id }) => [kind, id]);
}

/** Everything connected with the touched records through the pending edits. */
function closure(touched: readonly Key[], groups: readonly (readonly Key[])[]): Set<string> {
  const reached = new Set(touched.map((key) => address(...key)));
  for (let grew = true; grew; ) {
    grew = false;
    for (const group of groups) {
      const addresses = group.map((key) => address(...key));
      if (!addresses.some((key) => reached.has(key))) continue;
      for (const key of addresses) {
        if (reached.has(key)) continue;
        reached.add(key);
        grew = true;
      }
    }
  }
  return reached;
}
