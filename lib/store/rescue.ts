/** What can be saved from a damaged cache: the edits that wait, what was refused, and what was followed. Pure. */
import type { z } from 'zod';
import { Alias } from '#lib/contract/sync.ts';
import type { Meta, PendingMutation, ScopeRow, UnresolvedMutation } from './database.ts';
import { MetaRow, Pending, Scope, shapes, Unresolved } from './shapes.ts';

/** Rows by table, as they were found. */
export type Found = Record<string, readonly unknown[]>;

export interface Rescued {
  meta: Meta;
  outbox: PendingMutation[];
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

/** Waiting edits keep their nonce, so that one the server had already has no second effect, and are numbered from 1 for a new client. */
export function rescue(found: Found, { newId, at }: { newId: () => string; at: string }): Rescued {
  const byNonce = new Map(
    whole(Pending, found.outbox)
      .sort((a, b) => a.id - b.id)
      .map((mutation) => [mutation.nonce, mutation]),
  );
  const outbox = [...byNonce.values()].map((mutation, index) => ({ ...mutation, id: index + 1 }));
  return {
    outbox,
    unresolved: whole(Unresolved, found.unresolved),
    scopes: whole(Scope, found.scopes).map((row) => ({ ...row, cursor: 0, complete: false })),
    aliases: whole(Alias, found.aliases),
    meta: {
      id: 'meta',
      client: newId(),
      epoch: null,
      nextMutationId: outbox.length + 1,
      lastMutationId: 0,
      mended: { at, rescued: outbox.length, lost: (found.outbox ?? []).length - outbox.length },
    },
  };
}

const whole = <T>(shape: z.ZodType<T>, rows: readonly unknown[] = []): T[] =>
  rows.flatMap((row) => shape.safeParse(row).data ?? []);
