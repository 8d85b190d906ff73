/**
 * Three-way merge of long texts: what two people made of the same text becomes one text, the same on every side.
 * By lines first; inside lines that both changed, by words. Pure and bounded, so that a push cannot be held up.
 */
import { diff3MergeRegions } from 'node-diff3';
import { longTextLimit } from './fields.ts';

/** Pairs of equal parts in two texts, up to which they are compared: beyond it, both changing the text is a conflict. */
const mostPairs = 100_000;
/** Fewer untouched words between two people's changes, and they changed the same thing. */
const between = 3;

/** The text of both, or `null` where they changed the same place: then a person has to choose. */
export function mergeText(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const lines = merged(split(base, '\n'), split(mine, '\n'), split(theirs, '\n'), 0, (o, a, b) =>
    o.length === 0 ? [...b, ...a] : mergedWords(o, a, b),
  );
  const text = lines?.join('\n');
  // Two changes that together leave nothing, or more than there is room for, were not meant so.
  return text === undefined || text.trim() === '' || text.length > longTextLimit ? null : text;
}

type Both = (base: string[], mine: string[], theirs: string[]) => string[] | null;

/** No text has no lines, so that what two people write into it is written one below the other. */
const split = (text: string, by: string): string[] => (text === '' ? [] : text.split(by));

/** A word with the space before it; scripts without spaces sign by sign. Not `Intl`, whose words differ by engine. */
const words = (lines: readonly string[]): string[] =>
  lines
    .join('\n')
    .match(
      /\s*(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}\p{M}'’_-]+|\S|$)/gu,
    )
    ?.filter((word) => word !== '') ?? [];

function mergedWords(base: string[], mine: string[], theirs: string[]): string[] | null {
  const all = merged(words(base), words(mine), words(theirs), between, () => null);
  return all && split(all.join(''), '\n');
}

/** `both` answers for a place that both changed; `apart` is how much must lie between changes of the two. */
function merged(
  base: string[],
  mine: string[],
  theirs: string[],
  apart: number,
  both: Both,
): string[] | null {
  if (pairs(base, mine) + pairs(base, theirs) > mostPairs) return null;
  const result: string[] = [];
  let last: { by: 'a' | 'b'; since: number } | undefined;
  for (const region of diff3MergeRegions(mine, base, theirs)) {
    if (region.stable) {
      const { buffer, bufferContent } = region;
      if (buffer === 'o') {
        if (last) last.since += bufferContent.length;
      } else {
        if (last && last.by !== buffer && last.since < apart) return null;
        last = { by: buffer, since: 0 };
      }
      result.push(...bufferContent);
      continue;
    }
    const { oContent, aContent, bContent } = region;
    const same = aContent.join('\n') === bContent.join('\n');
    const chosen = same ? aContent : both(oContent, aContent, bContent);
    if (!chosen) return null;
    result.push(...chosen);
  }
  return result;
}

/** How often a part of the one equals a part of the other: what comparing them costs. */
function pairs(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const part of one) counts.set(part, (counts.get(part) ?? 0) + 1);
  return other.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0);
}
