import type { HistoryAsk, HistoryLine } from '#lib/panel/history/history.ts';

export type Moment = [HistoryLine, ...HistoryLine[]];

/** Lines that somebody changed in one go stand together. */
export function byMoment(lines: readonly HistoryLine[]): Moment[] {
  const moments: Moment[] = [];
  for (const line of lines) {
    const last = moments.at(-1);
    if (last && moment(last[0]) === moment(line)) last.push(line);
    else moments.push([line]);
  }
  return moments;
}

const moment = ({ at, by, sender, is }: HistoryLine) =>
  [at, by, sender, is === 'waiting'].join('\n');

/** The lines of one field; what the record was made with, or had when it was removed, is its first or last value. */
export const ofField = (
  lines: readonly HistoryLine[],
  { kind, id }: HistoryAsk,
  field: string,
): HistoryLine[] =>
  lines.flatMap((line) => {
    if (line.kind !== kind || line.id !== id) return [];
    if (line.field === field) return [line];
    if (line.field !== '*' || line.is === 'erased') return [];
    const [before, after] = [valueIn(line.before, field), valueIn(line.after, field)];
    return before === null && after === null ? [] : [{ ...line, field, before, after }];
  });

const valueIn = (whole: unknown, field: string): unknown =>
  typeof whole === 'object' && whole !== null
    ? ((whole as Record<string, unknown>)[field] ?? null)
    : null;
