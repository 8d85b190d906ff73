/** [7] A tag is there exactly when the last of the edits that name it, in the server's order, put it there. */
import { z } from 'zod';
import { bareTag } from '../../../lib/model/tags.ts';
import { address } from '../replay.ts';
import { Violation } from '../violation.ts';
import type { Rest } from './rest.ts';

const Args = z.object({
  contactIds: z.array(z.string()).optional(),
  accountIds: z.array(z.string()).optional(),
  tags: z.array(z.string()),
});
const Tagged = z.object({ tags: z.array(z.string()).default([]) });

export function checkTags({ ended, served, made, now }: Rest): void {
  const there = new Map<string, { present: boolean; by: string }>();
  const inOrder = ended.filter(({ version }) => version !== null);
  inOrder.sort((a, b) => (a.version ?? 0) - (b.version ?? 0));
  for (const { name, args, called, version } of inOrder) {
    const [kind, act] = name.split(/[.@]/u);
    if (!kind || (act !== 'tag' && act !== 'untag')) continue;
    const { contactIds, accountIds, tags } = Args.parse(args);
    for (const key of (contactIds ?? accountIds ?? []).map((id) => address(kind, now(kind, id)))) {
      // Lost by a restore, it may have come back after the edit.
      if ((made.get(key) ?? 0) > (version ?? 0)) continue;
      for (const tag of tags)
        there.set(`${key}\n${bareTag(tag)}`, { present: act === 'tag', by: called });
    }
  }
  const all = new Set(there.keys());
  for (const [key, record] of served)
    for (const tag of tagsOf(record.data)) all.add(`${key}\n${tag}`);
  for (const one of all) {
    const [key = '', tag = ''] = one.split('\n');
    const record = served.get(key);
    if (!record) continue;
    const is = tagsOf(record.data);
    const last = there.get(one);
    if (is.includes(tag) !== (last?.present ?? false))
      throw new Violation(
        7,
        `${key} has the tags ${is}; of “${tag}” ${last?.by ?? 'nobody'} spoke last`,
      );
    if (new Set(is).size < is.length) throw new Violation(7, `${key} has a tag twice: ${is}`);
  }
}

const tagsOf = (data: unknown): string[] => Tagged.parse(data).tags.map(bareTag);
