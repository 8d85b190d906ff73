/** Who works where now, from a profile's experience: by dates alone, so in any language. */
import { fold, lines } from '../text.ts';

const year = /(?<!\d)(?:19|20|25)\d\d(?!\d)|[٠-٩۰-۹]{4}/g;

/** `open` for "Jan 2023 - Present", `closed` for two years; nothing when the line is no range of dates. */
export function range(line: string): 'open' | 'closed' | undefined {
  const dates = line.split(/[·•]/)[0]?.trim() ?? '';
  if (dates.length > 45) return undefined;
  const years = dates.match(year)?.length ?? 0;
  if (years === 2) return 'closed';
  return years === 1 && /\d[^\d]*[-–—―~～〜][^\d]+$/.test(dates) ? 'open' : undefined;
}

/** One job, or all jobs at one company, as the lines the page shows: names and dates come first, so a long text below is cut. */
export type Entry = readonly string[];
export const entryOf = (element: Element): Entry => lines(element, 40);

/** A line names an organisation when it is the name, alone or before "· Full-time". */
const names = (line: string, organisation: string): boolean =>
  fold(line.split(' · ')[0] ?? '') === fold(organisation) || fold(line) === fold(organisation);

/** Whether an organisation in the top card is where the person works: `unknown` when the experience says nothing of it. */
export function tenure(
  entries: readonly Entry[],
  organisation: string,
): 'now' | 'past' | 'unknown' {
  let answer: 'now' | 'past' | 'unknown' = 'unknown';
  for (const said of entries) {
    if (!said.slice(0, 4).some((line) => names(line, organisation))) continue;
    const ranges = said.map(range);
    if (ranges.includes('open')) return 'now';
    if (ranges.includes('closed')) answer = 'past';
  }
  return answer;
}

/** The same from a whole section whose entries can not be told apart: the first dates after each mention are its own. */
export function tenureIn(section: Element, organisation: string): 'now' | 'past' | 'unknown' {
  const said = lines(section);
  let answer: 'now' | 'past' | 'unknown' = 'unknown';
  for (const [at, line] of said.entries()) {
    if (!names(line, organisation)) continue;
    const dates = said
      .slice(at + 1, at + 6)
      .map(range)
      .find((found) => found !== undefined);
    if (dates === 'open') return 'now';
    if (dates === 'closed') answer = 'past';
  }
  return answer;
}

/** The title of the one open position at an organisation; nothing when there are several or none. */
export function titleAt(entries: readonly Entry[], organisation: string): string | undefined {
  const titles = new Set<string>();
  for (const said of entries) {
    const at = said.slice(0, 4).findIndex((line) => names(line, organisation));
    if (at < 0) continue;
    const open = said.filter((line) => range(line) === 'open').length;
    if (open > 1) return undefined;
    if (open === 0) continue;
    // "Title", "Company · Full-time", "2021 - Present": below a company with one title the order is title, company, dates.
    const title = at === 1 && range(said[2] ?? '') === 'open' ? said[0] : undefined;
    if (!title) return undefined;
    titles.add(title);
  }
  return titles.size === 1 ? [...titles][0] : undefined;
}

/** The single employer of now, for a top card that names none: only entries of the plain shape count. */
export function onlyEmployer(entries: readonly Entry[]): string | undefined {
  const employers = new Set<string>();
  for (const said of entries) {
    if (!said.some((line) => range(line) === 'open')) continue;
    if (range(said[2] ?? '') !== 'open' || !said[1]) return undefined;
    employers.add(said[1].split(' · ')[0] ?? '');
  }
  return employers.size === 1 ? [...employers][0] : undefined;
}
