/** Records by name: kind and id, and which record an id stands for. */
import { Violation } from './violation.ts';

export const address = (kind: string, id: string): string => `${kind} ${id}`;

/** The present id of a record. */
export type Resolve = (kind: string, id: string) => string;

/** Through all that it became; `to` is by address, `null` for a record that is itself again. */
export function followed(to: ReadonlyMap<string, string | null>): Resolve {
  return (kind, id) => {
    let now = id;
    for (let left = to.size; ; left--) {
      const next = to.get(address(kind, now)) ?? null;
      if (next === null) return now;
      if (left < 0) throw new Violation(8, `the names of ${kind} ${id} go round in circles`);
      now = next;
    }
  };
}
