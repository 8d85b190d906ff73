/** Who said what a field of a person or company holds, when a user did. */
import type { Provenance } from './fields.ts';
import type { MutationContext } from './mutation.ts';

/** The sources with the user as the one who said these fields. */
export function saidBy(
  sources: Record<string, Provenance>,
  fields: readonly string[],
  { by, at }: Pick<MutationContext, 'by' | 'at'>,
): Record<string, Provenance> {
  const said: Provenance = { from: 'user', by, at };
  return { ...sources, ...Object.fromEntries(fields.map((field) => [field, said])) };
}

/** The record with these fields; `null` takes a field away. */
export function withFields<R extends object>(
  record: R,
  fields: { [F in keyof R]?: R[F] | null },
): R {
  const kept = Object.entries({ ...record, ...fields }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(kept) as R;
}

/** A list to which elements are added and from which others are taken, so that two writers' changes meet. */
export interface ListChange<T> {
  add: T[];
  remove: T[];
}

export const changed = <T>(list: readonly T[], { add, remove }: ListChange<T>): T[] => [
  ...new Set([...list.filter((one) => !remove.includes(one)), ...add]),
];
