/** [3] At rest, the bases are the server's rows of the followed scopes that the user may see, and there is nothing else. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Kind, kindsOf, rulesOf } from '../../../lib/model/kinds.ts';
import { address } from '../naming.ts';
import type { Profile } from '../profile.ts';
import type { Tables } from '../tables.ts';
import { Violation } from '../violation.ts';

/** Touches of before a scope's `touchesSince` may be missing; one that is held is the server's too. */
export async function checkHeld(
  profile: Profile,
  { served, closedTo }: Pick<Tables, 'served' | 'closedTo'>,
): Promise<void> {
  const closed = closedTo(profile.user);
  const scopes = new Map((await profile.store.scopes()).map((row) => [row.scope, row]));
  const knows = new Set(kindsOf(profile.schema));
  const rows = await profile.store.db.records.toArray();
  const held = new Map(rows.map((row) => [address(row.kind, row.id), row]));
  for (const { kind, id, scope, version, data } of served) {
    const followed = scopes.get(scope);
    if (!followed || closed.has(scope) || !knows.has(kind as Kind)) continue;
    const row = held.get(address(kind, id));
    held.delete(address(kind, id));
    if (!row && kind === 'touch' && Dated.parse(data).at < (followed.touchesSince ?? '')) continue;
    const base = rulesOf(kind as Kind).schema.parse(data);
    if (
      !row ||
      row.version !== version ||
      row.scope !== scope ||
      !isDeepStrictEqual(row.base, base)
    )
      throw new Violation(
        3,
        `${profile.name} has ${kind} ${id} as ${JSON.stringify(row)}, the server at ${version}: ${JSON.stringify(data)}`,
      );
  }
  for (const [key, row] of held)
    throw new Violation(3, `${profile.name} still has ${key}: ${JSON.stringify(row)}`);
}

const Dated = z.object({ at: z.string() });
