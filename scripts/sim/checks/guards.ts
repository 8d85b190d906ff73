/** [5] No guarded value was replaced by somebody who had not seen it. */
import { type Kind, rulesOf } from '../../../lib/model/kinds.ts';
import { address } from '../naming.ts';
import type { Story } from '../story.ts';
import type { Changed } from '../tables.ts';
import { Violation } from '../violation.ts';

const guardedFields = new Set(['stageId', 'amount', 'closeDate', 'roles']);

interface Written {
  version: number;
  nonce: string | undefined;
}

/** `byVersion`: which edit wrote each version. */
export function checkGuards(
  story: Story,
  history: readonly Changed[],
  byVersion: ReadonlyMap<number, string>,
): void {
  const last = new Map<string, Written>();
  for (const { version, kind, id, field, after } of history) {
    const nonce = byVersion.get(version);
    const fields =
      field === '*'
        ? rulesOf(kind as Kind).guarded.map((name) => [name, value(after, name)] as const)
        : guardedFields.has(field)
          ? [[field, after] as const]
          : [];
    for (const [name, now] of fields) {
      const key = `${address(kind, id)} ${name}`;
      const before = last.get(key);
      if (field !== '*' && before && nonce !== undefined)
        checkSeen(story, { kind, id, field: name, nonce }, before);
      if (now === null && field === '*') last.delete(key);
      else last.set(key, { version, nonce });
    }
  }
}

function checkSeen(
  story: Story,
  { kind, id, field, nonce }: { kind: string; id: string; field: string; nonce: string },
  before: Written,
): void {
  const made = story.made.get(nonce);
  if (!made || (before.nonce !== undefined && made.own.has(before.nonce))) return;
  const writer = before.nonce === undefined ? undefined : story.made.get(before.nonce)?.profile;
  if (writer === made.profile) return;
  const absent = made.known.get(id.split('.')[0] ?? '') ?? 0;
  const had = made.seen.get(address(kind, id)) ?? absent;
  // Of an earlier epoch, only what the restore kept has been seen in this one.
  const seen = Math.min(had, ...story.restores.slice(made.epoch));
  if (before.version > seen)
    throw new Violation(
      5,
      `${story.called(nonce)} replaced ${field} of ${kind} ${id} as of version ${before.version}; its writer had seen ${seen}`,
    );
}

const value = (record: unknown, field: string): unknown =>
  typeof record === 'object' && record !== null
    ? ((record as Record<string, unknown>)[field] ?? null)
    : null;
