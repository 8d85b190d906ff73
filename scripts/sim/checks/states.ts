/** What every record said at every version, put together from the history alone. */
import { z } from 'zod';
import { address } from '../naming.ts';
import type { Changed } from '../tables.ts';

export type Fields = Readonly<Record<string, unknown>>;
export interface State {
  kind: string;
  id: string;
  fields: Fields;
}

/** By address, all that was there once a version was written; where each field came from is no part of the history. */
export type States = ReadonlyMap<string, State>;

const Whole = z.record(z.string(), z.unknown());

/** Walks through the versions in their order: `see` is shown what was there before each and after it. */
export function walk(
  history: readonly Changed[],
  see: (version: number, before: States, after: States) => void,
): States {
  let before: States = new Map();
  for (let at = 0; at < history.length; ) {
    const version = history[at]?.version ?? 0;
    const after = new Map(before);
    for (; history[at]?.version === version; at++) {
      const row = history[at];
      if (row) write(after, row);
    }
    see(version, before, after);
    before = after;
  }
  return before;
}

function write(states: Map<string, State>, { kind, id, field, after }: Changed): void {
  const key = address(kind, id);
  if (field === '*') {
    if (after === null) states.delete(key);
    else {
      const { sources: _, ...fields } = Whole.parse(after);
      states.set(key, { kind, id, fields });
    }
    return;
  }
  const { [field]: _, ...fields } = states.get(key)?.fields ?? {};
  states.set(key, { kind, id, fields: after === null ? fields : { ...fields, [field]: after } });
}
