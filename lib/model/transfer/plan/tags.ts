/** The tags that a row gives to its person or company: added to those on record, none of which is taken away. */
import { Tag } from '../../fields.ts';
import { withTags } from '../../tags.ts';
import type { Cells } from '../cells.ts';
import { splitWords } from '../lists.ts';

/** As many as a record may have. */
const most = 50;

/** Absent where the row has none, or too many. */
export function tagsIn(cells: Cells): string[] | undefined {
  const read = (text: string) => Tag.safeParse(text).data;
  const tags = withTags([], cells.list('tags', most, read, 'tooLong', splitWords));
  return tags.length > 0 && tags.length <= most ? tags : undefined;
}

/** With those on record; one that is there in another spelling stays as it is. */
export function tagsWith(
  cells: Cells,
  had: readonly string[] = [],
  fresh?: readonly string[],
): string[] | undefined {
  if (!fresh) return undefined;
  const all = withTags(had, fresh);
  return all.length > most ? cells.problem('tags', 'tooMany') : all;
}
