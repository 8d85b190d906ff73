/** Tags are compared by their bare name: `Webinar` and ` webinár ` are one tag, kept as it was first written. */
import { bare } from './names.ts';

export const bareTag = (tag: string): string => bare(tag).trim().replace(/\s+/g, ' ');

/** These tags with the fresh ones; one that is there in another spelling stays as it is. */
export function withTags(tags: readonly string[], fresh: readonly string[]): string[] {
  const all = new Map(tags.map((tag) => [bareTag(tag), tag]));
  for (const tag of fresh) if (!all.has(bareTag(tag))) all.set(bareTag(tag), tag.trim());
  return [...all.values()];
}

/** These tags without those, however they are spelt. */
export function withoutTags(tags: readonly string[], gone: readonly string[]): string[] {
  const bareGone = new Set(gone.map(bareTag));
  return tags.filter((tag) => !bareGone.has(bareTag(tag)));
}

/** The tags that each of these has, as the first of them spells them. */
export function tagsOfAll([first = [], ...others]: readonly (readonly string[])[]): string[] {
  const bares = others.map((tags) => new Set(tags.map(bareTag)));
  return first.filter((tag) => bares.every((tags) => tags.has(bareTag(tag))));
}
