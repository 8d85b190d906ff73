/** What the plans of all kinds of rows share. */

import type { z } from 'zod';
import type { Provenance, Provenances } from '../../fields.ts';
import type { Change } from '../../mutation.ts';

export interface Edges {
  newId: () => string;
  /** The server's time, ISO 8601. */
  at: string;
  /** Who imports, as it stands in provenance, transitions and history. */
  by: string;
}

/** What one row does: the records it writes, and what it says of the one it is about. */
export interface Planned {
  id: string;
  name: string;
  isNew: boolean;
  changed: string[];
  puts: Change[];
}

export const source = ({ at, by }: Edges): Provenance => ({ from: 'import', by, at });

interface Sourced {
  sources: z.infer<typeof Provenances>;
}

/** A new record's fields that the row says, each with where it came from; absent ones stay absent. */
export function said<F extends object>(fields: F, edges: Edges): F & Sourced {
  const given = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  const sources = Object.fromEntries(given.map(([field]) => [field, source(edges)]));
  return { ...present(fields), sources };
}

export const present = <F extends object>(fields: F): F =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as F;

/** The record with what the row adds: only what is empty is filled, lists grow, nothing is replaced. */
export function filled<R extends object>(
  before: R,
  fields: Partial<R>,
  edges: Edges,
): { after: R; changed: string[] } {
  const after: Record<string, unknown> = Object.fromEntries(Object.entries(before));
  const changed: string[] = [];
  for (const [field, value] of Object.entries(fields)) {
    const was = after[field];
    if (value === undefined) continue;
    if (Array.isArray(value)) {
      const all = [...new Set([...(Array.isArray(was) ? was : []), ...value])];
      if (Array.isArray(was) && all.length === was.length) continue;
      after[field] = all;
    } else if (was === undefined) after[field] = value;
    else continue;
    changed.push(field);
  }
  if ('sources' in before && changed.length > 0)
    after.sources = {
      ...Object.fromEntries(changed.map((field) => [field, source(edges)])),
      ...(before.sources as object),
    };
  return { after: after as R, changed };
}
