/** [7] A tag is there exactly when the last of the edits that name it, in the server's order, put it there. */
import { z } from 'zod';
import { bareTag } from '../../../lib/model/tags.ts';
import { address } from '../naming.ts';
import { Violation } from '../violation.ts';
import type { Merging } from './names.ts';
import type { Rest } from './rest.ts';

const Args = z.object({
  contactIds: z.array(z.string()).optional(),
  accountIds: z.array(z.string()).optional(),
  tags: z.array(z.string()),
});
const Tagged = z.object({ tags: z.array(z.string()).default([]) });

type Act = { version: number; does: (tags: TagBook) => void };

export function checkTags({ ended, served, lives, names }: Rest): void {
  const acts = ended.flatMap(({ name, args, called, version }): Act[] => {
    const [kind, act] = name.split(/[.@]/u);
    if (version === null || !kind || (act !== 'tag' && act !== 'untag')) return [];
    const { contactIds, accountIds, tags } = Args.parse(args);
    const present = names.at(version - 1);
    const keys = (contactIds ?? accountIds ?? []).map((id) => address(kind, present(kind, id)));
    // Lost by a restore, it may have come back after the edit.
    const there = [...new Set(keys)].filter(
      (key) => lives.get(key)?.findLast((life) => life.version < version)?.begins,
    );
    return [{ version, does: (book) => book.spoken(there, act, tags, called) }];
  });
  const made = [...lives].flatMap(([key, all]) =>
    all.map(({ version }): Act => ({ version, does: (book) => book.begin(key) })),
  );
  const merging = (act: Merging['act']) =>
    names.mergings.flatMap((one): Act[] =>
      one.act === act ? [{ version: one.version, does: (book) => book[act](one) }] : [],
    );
  // Of one version: what is merged goes, and what comes back of a merge has come.
  const inOrder = [...merging('merge'), ...made, ...acts, ...merging('unmerge')];
  inOrder.sort((a, b) => a.version - b.version);
  const book = new TagBook();
  for (const { does } of inOrder) does(book);
  for (const [key, { data }] of served) book.check(key, Tagged.parse(data).tags);
}

/** The tags of every record, as they were spelt first, and who spoke of each last. */
class TagBook {
  readonly #tags = new Map<string, readonly string[]>();
  readonly #by = new Map<string, string>();
  readonly #merges = new Map<string, { from: readonly string[]; was: readonly string[] }>();

  begin(key: string): void {
    this.#tags.delete(key);
  }

  spoken(keys: readonly string[], act: 'tag' | 'untag', tags: readonly string[], by: string): void {
    for (const key of keys) {
      const had = this.#of(key);
      this.#tags.set(key, act === 'tag' ? joined(had, tags) : without(had, tags));
      for (const tag of tags) this.#by.set(`${key}\n${bareTag(tag)}`, by);
    }
  }

  merge({ kind, keptId, mergedId, mergeId }: Merging): void {
    const [kept, merged] = [address(kind, keptId), address(kind, mergedId)];
    const [was, from] = [this.#of(kept), this.#of(merged)];
    this.#merges.set(mergeId, { from, was });
    this.#tags.set(kept, joined(was, from));
  }

  /** Each has its own again; of the kept one's, what was said since stays. */
  unmerge({ kind, keptId, mergedId, mergeId }: Merging): void {
    const { from = [], was = [] } = this.#merges.get(mergeId) ?? {};
    const kept = address(kind, keptId);
    const brought = joined(was, from).filter((tag) => !was.includes(tag));
    this.#tags.set(address(kind, mergedId), from);
    this.#tags.set(
      kept,
      this.#of(kept).filter((tag) => !brought.includes(tag)),
    );
  }

  check(key: string, tags: readonly string[]): void {
    const is = tags.map(bareTag);
    const expected = this.#of(key).map(bareTag);
    for (const tag of new Set([...is, ...expected]))
      if (is.includes(tag) !== expected.includes(tag))
        throw new Violation(
          7,
          `${key} has the tags ${is}; of “${tag}” ${this.#by.get(`${key}\n${tag}`) ?? 'nobody'} spoke last`,
        );
    if (new Set(is).size < is.length) throw new Violation(7, `${key} has a tag twice: ${is}`);
  }

  #of = (key: string): readonly string[] => this.#tags.get(key) ?? [];
}

function joined(had: readonly string[], more: readonly string[]): string[] {
  const all = new Map(had.map((tag) => [bareTag(tag), tag]));
  for (const tag of more) if (!all.has(bareTag(tag))) all.set(bareTag(tag), tag);
  return [...all.values()];
}
const without = (had: readonly string[], less: readonly string[]): string[] =>
  had.filter((tag) => !less.map(bareTag).includes(bareTag(tag)));
