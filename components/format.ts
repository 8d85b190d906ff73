/** Figures, money, days and times as the chosen language writes them. */
import { languageTag, t } from '#lib/browser/i18n.ts';
import type { Coverage } from '#lib/model/coverage.ts';

const day = 86_400_000;
const made = new Map<string, unknown>();

/** Making an `Intl` formatter costs far more than using it, so each is made once. */
function kept<F>(kind: string, make: (tag: string) => F): F {
  const tag = languageTag();
  const key = `${kind} ${tag}`;
  const found = (made.get(key) as F | undefined) ?? make(tag);
  made.set(key, found);
  return found;
}

export const percent = (share: number): string =>
  kept(
    'percent',
    (tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }),
  ).format(share);

/** `€120K`; without a currency the bare number. */
export const money = (amount: number, currency?: string): string =>
  kept(
    `money ${currency}`,
    (tag) =>
      new Intl.NumberFormat(tag, {
        notation: 'compact',
        maximumFractionDigits: 1,
        ...(currency && { style: 'currency', currency }),
      }),
  ).format(amount);

/** A figure to its last digit. */
export const figure = (number: number): string =>
  kept('figure', (tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 20 })).format(number);

/** A calendar day `YYYY-MM-DD`; the year is named when it is not the present one. */
export function calendarDay(text: string, now: number): string {
  const sameYear = text.startsWith(new Date(now).toISOString().slice(0, 4));
  return kept(
    `day ${sameYear}`,
    (tag) =>
      new Intl.DateTimeFormat(tag, {
        timeZone: 'UTC',
        day: 'numeric',
        month: 'short',
        ...(!sameYear && { year: 'numeric' }),
      }),
  ).format(new Date(text));
}

/** Whole days from an instant until now, never below 0. */
export const daysSince = (instant: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(instant)) / day));

/** `just now`, `5 minutes ago`, `yesterday`. */
export function ago(at: number, now: number): string {
  const minutes = Math.max(0, Math.round((now - at) / 60_000));
  if (minutes < 1) return t('justNow');
  const relative = kept('ago', (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  if (minutes < 60) return relative.format(-minutes, 'minute');
  if (minutes < 1440) return relative.format(-Math.round(minutes / 60), 'hour');
  return relative.format(-Math.round(minutes / 1440), 'day');
}

/** `A, B and C`. */
export const listed = (items: readonly string[]): string =>
  kept('list', (tag) => new Intl.ListFormat(tag, { type: 'conjunction' })).format(items);

/** A name as long as a sentence can hold it: of a longer one its beginning. */
export const shortened = (name: string, most = 60): string => {
  const signs = [...name];
  return signs.length > most ? `${signs.slice(0, most).join('').trimEnd()}…` : name;
};

/** One or two letters that stand for a name in a small circle. */
export function initials(name: string): string {
  const words = name.split(/[\s,.@_-]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = letter(words[0]) || letter(name.trim());
  const last = words.length > 1 && !/\p{Script=Han}/u.test(first) ? letter(words.at(-1)) : '';
  return (first + last).toLocaleUpperCase();
}

const letter = (word?: string): string => (word ? ([...word][0] ?? '') : '');

/** The figures that an act changes, as seen in whole per cents. */
export function changes(
  before: Coverage | null,
  after: Coverage | null,
): { figure: keyof Coverage; from: number; to: number }[] {
  if (!before || !after) return [];
  return (['known', 'engaged', 'twoWay'] as const)
    .map((figure) => ({ figure, from: before[figure], to: after[figure] }))
    .filter(({ from, to }) => Math.round(from * 100) !== Math.round(to * 100));
}

/** What stands in one line, whatever is about it: no break at its spaces, hyphens or between Chinese signs. */
export const unbroken = (text: string): string =>
  text
    .replaceAll(' ', '\u00a0')
    .replaceAll('-', '\u2011')
    .replace(/[\p{L}\p{N}](?=\p{Script=Han})/gu, '$&\u2060');
