/** People's names as pages show them. */
import { clean, fold } from './text.ts';

/** "(She/Her)", "(sie/ihr)", "(il/lui)": two or more short words with strokes, in any language. */
const pronouns = /\s*[(（]\s*\p{L}{1,12}(?:\s*[/／]\s*\p{L}{1,12})+\s*[)）]\s*$/u;
/** "· 2nd", "• 3rd+", "• 2e et +": what LinkedIn writes after a name. Dots inside a word ("Gal·la") belong to it. */
const degree = /(?:^|\s)[·•∙].*$/u;

/** A name without pronouns and degree of connection; nothing when it can not be a name (no letter, an address). */
export function personName(text: string | null | undefined): string | undefined {
  const name = clean(text)?.replace(degree, '').replace(pronouns, '').trim();
  if (!name || name.length > 150 || !/\p{L}/u.test(name)) return undefined;
  if (/[^\s@]+@[^\s@]+\.[^\s@]+/.test(name) || /^https?:/i.test(name)) return undefined;
  return name;
}

/** Whether two spellings on one page mean one person: the words of one are all among the words of the other. */
export function sameName(one: string, other: string): boolean {
  const a = fold(one);
  const b = fold(other);
  if (!a || !b) return false;
  if (a === b) return true;
  const [few, many] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length);
  return few?.every((word) => many?.includes(word)) ?? false;
}

/** The parts of a page title: without the counter of unread things and without the site's own name at the end. */
export function titleParts(title: string): string[] {
  const parts = title
    .replace(/^\s*\(\d+\+?\)\s*/, '')
    .split(/\s+\|\s+/)
    .map((part) => clean(part))
    .filter((part) => part !== undefined);
  return parts.slice(0, -1);
}
