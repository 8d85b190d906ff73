/** [8] What is said of a record that became another one reaches that one, in the cache and on the server. */

import type { Alias } from '../../../lib/contract/sync.ts';
import { kindsOf } from '../../../lib/model/kinds.ts';
import { Signpost } from '../../../lib/model/records/signpost.ts';
import { namedRefs } from '../../../lib/model/replay.ts';
import { address } from '../naming.ts';
import type { Profile } from '../profile.ts';
import type { Served } from '../tables.ts';
import { Violation } from '../violation.ts';
import { mergingOf } from './names.ts';
import type { Rest } from './rest.ts';

/** An edit of a record that lives under another id was not refused because it was not found. */
export function checkReached({ ended, served, now, names }: Rest): void {
  for (const { name, args, called, after, result, restored } of ended) {
    if (restored || result.code !== 'gone' || mergingOf(name)) continue;
    const named = namedRefs({ name, args });
    // What a restore took is nothing until it is made again.
    const then = names.at(after);
    const others = named.filter(([kind, id]) => then(kind, id) !== id);
    if (others.length === 0 || others.length < named.length) continue;
    // At the moment of the edit one of them may have stood for itself, and have been gone.
    if (named.some(([kind, id]) => names.wasApart(kind, id))) continue;
    if (named.every(([kind, id]) => served.has(address(kind, now(kind, id)))))
      throw new Violation(
        8,
        `${called} did not reach ${others.map(([, id]) => id)}: ${result.because}`,
      );
  }
}

/** Who made a record that became another knows as which one it goes on. */
export function checkTold(
  who: string,
  mine: Rest['ended'],
  aliases: readonly Alias[],
  closed: ReadonlySet<string>,
): void {
  const known = new Set(aliases.map(({ kind, from }) => address(kind, from)));
  for (const { called, result, restored } of mine)
    for (const { kind, from, to, scope } of restored ? [] : (result.aliases ?? []))
      if (!known.has(address(kind, from)) && !closed.has(scope))
        throw new Violation(8, `${who} was not told that ${from} of ${called} became ${to}`);
}

/** Whoever follows a merged record's scope knows what it became, and nobody takes a record that is there for another one. */
export async function checkSigns(
  { name, schema, store }: Profile,
  served: ReadonlyMap<string, Served>,
  closed: ReadonlySet<string>,
): Promise<void> {
  const aliases = new Map(
    (await store.db.aliases.toArray()).map(({ kind, from, to }) => [address(kind, from), to]),
  );
  const scopes = new Set((await store.scopes()).map(({ scope }) => scope));
  const knows = kindsOf(schema).includes('signpost');
  for (const { kind, scope, data } of served.values()) {
    if (kind !== 'signpost' || !knows || !scopes.has(scope) || closed.has(scope)) continue;
    const sign = Signpost.parse(data);
    const to = aliases.get(address(sign.kind, sign.id));
    if (to !== sign.toId)
      throw new Violation(8, `${name} takes ${sign.kind} ${sign.id} for ${to}, not ${sign.toId}`);
  }
  for (const [key, to] of aliases)
    if (served.has(key) && !closed.has(served.get(key)?.scope ?? ''))
      throw new Violation(8, `${name} takes ${key}, which is there, for ${to}`);
}
