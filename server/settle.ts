/** From what a mutation would change to what is written: twins joined, shapes checked, unseen changes of guarded fields told. */
import { isDeepStrictEqual } from 'node:util';
import type { Alias, GuardConflict } from '#lib/contract/sync.ts';
import { adopt } from '#lib/model/adopt.ts';
import { excludedBecause } from '#lib/model/exclusions.ts';
import { type AnyRecord, type Kind, rulesOf, workspaceScope } from '#lib/model/kinds.ts';
import type { Change, Expected, Key, RejectionCode, Renaming } from '#lib/model/mutation.ts';
import { type IsClosed, notOpenBecause } from './access/sight.ts';
import { excludedIn } from './exclusions.ts';
import { isInUse, ownersOf } from './record-keys.ts';
import type { LockedRecords } from './records.ts';
import type { StoredRecord, Tx, Write } from './stored.ts';

/** Refuses who is on the do-not-record list, checks each change's shape and turns creations under a taken identity key into the record that has it. */
export async function settle(
  tx: Tx,
  ws: string,
  records: LockedRecords,
  changes: Change[],
  isClosed: IsClosed,
  renamed: readonly Renaming[] = [],
): Promise<{ writes: Write[]; aliases: Alias[] } | { rejected: RejectionCode; because: string }> {
  if (await excludedIn(tx, ws, changes, records))
    return { rejected: 'excluded', because: excludedBecause };
  const writes: Write[] = [];
  const aliases: Alias[] = [];
  await records.lockRest(
    tx,
    ws,
    changes.map(({ kind, id }): Key => [kind, id]),
  );
  // A record that becomes itself again is nobody's twin.
  const itself = (kind: Kind, id: string) =>
    renamed.some((one) => one.kind === kind && one.from === id && one.to === null);
  for (const { kind, id, data } of changes) {
    const before = records.row(kind, id);
    if (data === null) {
      if (await isInUse(tx, ws, kind, id, changes))
        return { rejected: 'inUse', because: `Others still use this ${kind}.` };
      writes.push({ kind, id, before, after: null });
      continue;
    }
    const parsed = rulesOf(kind).schema.safeParse(data);
    if (!parsed.success)
      return { rejected: 'invalid', because: parsed.error.issues[0]?.message ?? 'Wrong shape.' };
    const after = parsed.data;
    const owners = await ownersOf(tx, ws, kind, freshKeys(kind, before, after), changes);
    const owner = owners.find((one) => one !== id);
    if (owner === undefined) {
      writes.push({ kind, id, before, after });
      continue;
    }
    await records.lock(tx, ws, [[kind, owner]]);
    const earlier = records.row(kind, owner);
    if (earlier && (await isClosed([earlier.scope])))
      return { rejected: 'notOpen', because: twinNotOpen };
    if (!earlier || (before && (!before.deleted || itself(kind, id)))) {
      return { rejected: 'identityTaken', because: `Another ${kind} has this address already.` };
    } else {
      const joined = adopt(earlier.data, { ...after, id: owner });
      const free = await withFreeKeys(tx, ws, kind, earlier.data, joined);
      aliases.push({ kind, from: id, to: owner, scope: earlier.scope });
      writes.push({ kind, id: owner, before: earlier, after: free });
    }
  }
  // What goes to another account goes where its writer sees it arrive.
  const scopes = writes.map(({ kind, after, before }) =>
    after ? rulesOf(kind).scope(after) : (before?.scope ?? workspaceScope),
  );
  if (await isClosed([...new Set([...scopes, ...records.scopes()])]))
    return { rejected: 'notOpen', because: notOpenBecause };
  return { writes, aliases };
}

const twinNotOpen =
  'This address is on record already, at an account that is not open to you. An admin says who may see it.';

/** The identity keys that it does not own already. */
function freshKeys(kind: Kind, before: StoredRecord | undefined, after: AnyRecord): string[] {
  const had = before && !before.deleted ? rulesOf(kind).identity(before.data) : [];
  return rulesOf(kind)
    .identity(after)
    .filter((key) => !had.includes(key));
}

/** A joined record clients could not read, or with a key that a third record has: then the earlier one stays as it was. */
async function withFreeKeys(
  tx: Tx,
  ws: string,
  kind: Kind,
  earlier: AnyRecord,
  joined: AnyRecord,
): Promise<AnyRecord> {
  if (!rulesOf(kind).schema.safeParse(joined).success) return earlier;
  const owners = await ownersOf(tx, ws, kind, rulesOf(kind).identity(joined));
  return owners.every((owner) => owner === earlier.id) ? joined : earlier;
}

/** Guarded fields this write would change although somebody else changed them since the writer's base. */
export function guardConflicts(
  { kind, id, before, after }: Write,
  base: number,
  client: string,
): GuardConflict[] {
  if (!before || before.deleted || after === null) return [];
  return rulesOf(kind).guarded.flatMap((field) => {
    const guard = before.guards[field];
    const changes = !isDeepStrictEqual(before.data[field], after[field]);
    if (!guard || !changes || guard.version <= base || guard.client === client) return [];
    return [
      { kind, id, field, value: before.data[field] ?? null, version: guard.version, by: guard.by },
    ];
  });
}

/** Guarded fields that hold something else than the writer said they do, although nobody changed them unseen. */
export function unexpected(
  { kind, id, before }: Write,
  expects: readonly Expected[],
): GuardConflict[] {
  if (!before || before.deleted) return [];
  return expects.flatMap((expected) => {
    if (expected.kind !== kind || expected.id !== id) return [];
    const { field } = expected;
    const value = (before.data as Record<string, unknown>)[field] ?? null;
    if (isDeepStrictEqual(value, expected.value)) return [];
    const { version = before.version, ...guard } = before.guards[field] ?? {};
    return [{ kind, id, field, value, version, ...('by' in guard && { by: guard.by }) }];
  });
}
