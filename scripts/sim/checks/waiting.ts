/** [1, 4] What a user made waits until the server told what became of it, and they see it. */
import { isDeepStrictEqual } from 'node:util';
import type { PullAnswer } from '../../../lib/contract/sync.ts';
import { address } from '../naming.ts';
import type { Profile } from '../profile.ts';
import { expectedViews } from '../replay.ts';
import { rowsOf } from '../storage.ts';
import type { Story } from '../story.ts';
import type { Logged } from '../tables.ts';
import { Violation } from '../violation.ts';

/** Nothing a user made is missing from the outbox, and they see it. */
export async function checkWaiting(story: Story, profile: Profile): Promise<void> {
  const { db } = profile.store;
  const looked = await rowsOf(db, 'outbox', 'records', 'meta', 'aliases');
  const { outbox: pending, records: rows, aliases } = looked;
  const [meta] = looked.meta;
  // After a restore, what the server had told as done may wait once more, before the rest.
  const told = new Set(profile.unconfirmed.map(({ nonce }) => nonce));
  const resent = story.restores.length > 0 || profile.updated;
  const again = resent ? pending.findIndex(({ nonce }) => told.has(nonce)) : 0;
  const waiting = pending.slice(again < 0 ? pending.length : again).map(({ nonce }) => nonce);
  const expected = profile.unconfirmed.map(({ nonce }) => nonce);
  if (!isDeepStrictEqual(waiting, expected))
    throw new Violation(
      1,
      `${profile.name} keeps ${story.list(waiting)} of its unconfirmed ${story.list(expected)}`,
    );
  for (const [index, { id }] of pending.entries())
    if (meta && id !== meta.nextMutationId - pending.length + index)
      throw new Violation(1, `${profile.name} numbers its edits ${pending.map(({ id }) => id)}`);
  const views = expectedViews(rows, aliases, pending, profile);
  const shown = new Map(
    rows.flatMap(({ kind, id, view }) => (view ? [[address(kind, id), view] as const] : [])),
  );
  for (const key of new Set([...views.keys(), ...shown.keys()]))
    if (!isDeepStrictEqual(views.get(key), shown.get(key)))
      throw new Violation(
        4,
        `${profile.name} shows ${key} as ${JSON.stringify(shown.get(key))}, not as ${JSON.stringify(views.get(key))}`,
      );
}

/** A page that confirms edits carries their effects: else these vanish until the next pull. */
export function checkConfirmed(
  story: Story,
  { cursors }: PullAnswer,
  confirmed: readonly Logged[],
): void {
  const upTo = Math.max(0, ...Object.values(cursors));
  for (const { nonce, version } of confirmed)
    if (version !== null && version > upTo)
      throw new Violation(
        4,
        `${story.called(nonce)} was told as done at version ${version} by a pull up to ${upTo}`,
      );
}
