/** What can be saved from a damaged cache: the edits that wait and their journal, what was refused, what was followed and seen. Pure. */
import type { z } from 'zod';
import { Alias } from '#lib/contract/sync.ts';
import { allOf, kindNames, rulesOf } from '#lib/model/kinds.ts';
import type {
  JournalEntry,
  Meta,
  PendingMutation,
  RecordRow,
  ScopeRow,
  UnresolvedMutation,
} from './database.ts';
import { Journal, MetaRow, Pending, Row, Scope, shapes, Unresolved } from './shapes.ts';

/** Rows by table, as they were found. */
export type Found = Record<string, readonly unknown[]>;

export interface Rescued {
  meta: Meta;
  records: RecordRow[];
  outbox: PendingMutation[];
  journal: JournalEntry[];
  unresolved: UnresolvedMutation[];
  scopes: ScopeRow[];
  aliases: Alias[];
}

/** Why the rows cannot be worked with, in a sentence; `null` where all is well. Looks at the tables that are given. */
export function damageIn(found: Found): string | null {
  for (const [table, rows] of Object.entries(found)) {
    const wrong = rows.filter((row) => shapes[table]?.safeParse(row).success === false).length;
    if (wrong > 0) return `${wrong} of ${rows.length} rows in “${table}” are not what they were.`;
  }
  const pending = whole(Pending, found.outbox);
  const meta = whole(MetaRow, found.meta)[0];
  if (found.outbox && found.meta && pending.length > 0) {
    const highest = Math.max(...pending.map(({ id }) => id));
    if (!meta || meta.nextMutationId <= highest)
      return 'The edits that wait are numbered beyond what was counted.';
  }
  return null;
}

/**
 * Waiting edits keep their nonce, so that one the server had already has no second effect, and are numbered from 1 for
 * a new client; one whose row is spoilt is taken from the journal. Records stay in sight until they are told anew.
 * `unread`: rows of the outbox that could not even be read.
 */
export function rescue(
  found: Found,
  { newId, at, unread = 0 }: { newId: () => string; at: string; unread?: number },
): Rescued {
  const noted = byNonce(whole(Journal, found.journal).sort(bySeq));
  const waiting = byNonce(whole(Pending, found.outbox).sort((a, b) => a.id - b.id));
  const outbox = inTheirPlaces([...waiting.values()], [...noted.values()]).map(
    ({ nonce, name, args, base, at }, index): PendingMutation => ({
      ...{ id: index + 1, nonce, name, args, base, at },
    }),
  );
  const scopes = whole(Scope, found.scopes).map(
    ({ scope, followedAt }): ScopeRow => ({ scope, followedAt, cursor: 0, complete: false }),
  );
  const followed = new Set(scopes.map(({ scope }) => scope));
  return {
    outbox,
    scopes,
    records: whole(Row, found.records).flatMap((row) => doubtful(row, followed)),
    journal: [...noted.values(), ...unnoted(outbox, noted)],
    unresolved: whole(Unresolved, found.unresolved),
    aliases: whole(Alias, found.aliases),
    meta: {
      id: 'meta',
      client: newId(),
      epoch: null,
      nextMutationId: outbox.length + 1,
      lastMutationId: 0,
      mended: {
        at,
        rescued: outbox.length,
        lost: Math.max(0, (found.outbox ?? []).length + unread - outbox.length),
      },
    },
  };
}

/** The edits that wait, with those that only the journal still has: each before the next that was made after it. */
function inTheirPlaces(waiting: readonly Made[], noted: readonly JournalEntry[]): readonly Made[] {
  const place = new Map(noted.map(({ nonce }, index) => [nonce, index]));
  const all = [...waiting];
  for (const [index, entry] of noted.entries()) {
    if (!isOpen(entry.state) || waiting.some(({ nonce }) => nonce === entry.nonce)) continue;
    const next = all.findIndex(({ nonce }) => (place.get(nonce) ?? -1) > index);
    all.splice(next < 0 ? all.length : next, 0, entry);
  }
  return all;
}
type Made = Omit<PendingMutation, 'id'>;

const isOpen = (state: JournalEntry['state']) => state === 'waiting' || state === 'sent';
const bySeq = (a: JournalEntry, b: JournalEntry) => (a.seq ?? 0) - (b.seq ?? 0);
const byNonce = <T extends { nonce: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.nonce, row]));

/** A waiting edit that the journal does not have, or not as one that waits: whether it was sent is not known. */
function unnoted(
  outbox: readonly PendingMutation[],
  noted: ReadonlyMap<string, JournalEntry>,
): JournalEntry[] {
  return outbox.flatMap(({ id: _, ...edit }) =>
    noted.has(edit.nonce) ? [] : [{ ...edit, state: 'sent' as const }],
  );
}

/** What the server last said of a record, to be told anew: version 0, which anything told replaces. */
function doubtful(row: z.infer<typeof Row>, followed: ReadonlySet<string>): RecordRow[] {
  const kind = kindNames.find((name) => name === row.kind);
  if (!kind || !followed.has(row.scope)) return [];
  const rules = rulesOf(kind);
  const base = rules.schema.safeParse(row.base).data;
  if (!base || base.id !== row.id) return [];
  const keys = [...rules.identity(base), ...rules.index(base), allOf(kind)];
  return [{ kind, id: row.id, scope: row.scope, version: 0, base, view: base, keys }];
}

const whole = <T>(shape: z.ZodType<T>, rows: readonly unknown[] = []): T[] =>
  rows.flatMap((row) => shape.safeParse(row).data ?? []);
