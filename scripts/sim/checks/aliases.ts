/** [8] What is said of a record that became another one reaches that one, in the cache and on the server. */

import type { Alias } from '../../../lib/contract/sync.ts';
import { namedRefs } from '../../../lib/model/replay.ts';
import { address } from '../replay.ts';
import { Violation } from '../violation.ts';
import type { Rest } from './rest.ts';

/** An edit of a record that lives under another id was not refused because it was not found. */
export function checkReached({ ended, served, now }: Rest): void {
  for (const { name, args, called, result, restored } of ended) {
    if (restored || result.code !== 'gone') continue;
    const named = namedRefs({ name, args });
    const others = named.filter(([kind, id]) => now(kind, id) !== id);
    if (others.length === 0 || others.length < named.length) continue;
    if (named.every(([kind, id]) => served.has(address(kind, now(kind, id)))))
      throw new Violation(
        8,
        `${called} did not reach ${others.map(([, id]) => id)}: ${result.because}`,
      );
  }
}

/** Who made a record that became another knows as which one it goes on. */
export function checkTold(who: string, mine: Rest['ended'], aliases: readonly Alias[]): void {
  const known = new Set(aliases.map(({ kind, from }) => address(kind, from)));
  for (const { called, result, restored } of mine)
    for (const { kind, from, to } of restored ? [] : (result.aliases ?? []))
      if (!known.has(address(kind, from)))
        throw new Violation(8, `${who} was not told that ${from} of ${called} became ${to}`);
}
