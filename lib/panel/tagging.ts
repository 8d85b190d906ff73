/** Tagging many records as one gesture, and what brings back just what it changed. */
import type { Call } from '#lib/model/mutation.ts';
import { tagLimit } from '#lib/model/mutations/tags.ts';
import type { ListChange } from '#lib/model/sources.ts';
import { bareTag } from '#lib/model/tags.ts';

interface Tagged {
  id: string;
  tags?: string[] | undefined;
}

type Tagging = (ids: string[], tags: string[]) => Call;

/** `tag` and `untag` make the calls over some of the records; a record that has a tag already is left out. */
export function tagging(
  records: readonly Tagged[],
  { add, remove }: ListChange<string>,
  tag: Tagging,
  untag: Tagging,
): { calls: Call[]; back: Call[] } {
  const fresh = add.map((name) => ({ name, of: records.filter((one) => !asIn(one, name)) }));
  // A tag comes back as it was spelt, which may differ from record to record.
  const gone = remove.flatMap((name) =>
    [...new Set(records.flatMap((one) => asIn(one, name) ?? []))].map((spelt) => ({
      name: spelt,
      of: records.filter(({ tags }) => tags?.includes(spelt)),
    })),
  );
  const over = (how: Tagging, list: { name: string; of: Tagged[] }[]) =>
    list.flatMap(({ name, of }) => parts(of.map(({ id }) => id)).map((ids) => how(ids, [name])));
  return {
    calls: [...over(tag, fresh), ...over(untag, gone)],
    back: [...over(tag, gone), ...over(untag, fresh)],
  };
}

/** The tag as the record has it. */
const asIn = ({ tags }: Tagged, name: string): string | undefined =>
  tags?.find((own) => bareTag(own) === bareTag(name));

/** In parts that one edit takes. */
const parts = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / tagLimit) }, (_, at) =>
    ids.slice(at * tagLimit, (at + 1) * tagLimit),
  );
