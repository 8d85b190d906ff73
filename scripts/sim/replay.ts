/** What a user must see: the server's word with their own unconfirmed edits run over it, worked out from the beginning. */
import type { Alias } from '../../lib/contract/sync.ts';
import { type AnyRecord, type Kind, rulesOf } from '../../lib/model/kinds.ts';
import type { Reader } from '../../lib/model/mutation.ts';
import { prepare, run } from '../../lib/model/replay.ts';
import type { PendingMutation, RecordRow } from '../../lib/store/database.ts';
import { address, followed } from './naming.ts';
import type { Profile } from './profile.ts';

/** The views by address; what is not there is absent or deleted. */
export function expectedViews(
  rows: readonly RecordRow[],
  renamed: readonly Alias[],
  unconfirmed: readonly PendingMutation[],
  { user: by, team }: Pick<Profile, 'user' | 'team'>,
): Map<string, AnyRecord> {
  const views = new Map<string, { kind: Kind; data: AnyRecord }>();
  for (const { kind, id, base } of rows)
    if (base) views.set(address(kind, id), { kind, data: base });
  const aliases = new Map(renamed.map(({ kind, from, to }) => [address(kind, from), to]));
  const present = followed(aliases);
  const reader: Reader = {
    get: (kind, id) => views.get(address(kind, id))?.data as never,
    all: (kind, key) =>
      [...views.values()].flatMap((view) =>
        view.kind === kind && rulesOf(kind).index(view.data).includes(key) ? [view.data] : [],
      ) as never,
  };
  for (const mutation of unconfirmed) {
    const what = prepare(mutation, present);
    // What only the server has all of is seen with the next pull.
    if ('mutation' in what && what.mutation.serverOnly) continue;
    const outcome = run(what, reader, { by, team, at: mutation.at });
    if ('rejected' in outcome) continue;
    for (const { kind, id, data } of outcome.changes)
      if (data) views.set(address(kind, id), { kind, data });
      else views.delete(address(kind, id));
  }
  return new Map([...views].map(([key, { data }]) => [key, data]));
}
