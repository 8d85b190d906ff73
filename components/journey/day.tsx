import { calendarDay } from '../format.ts';

/** The day of an entry, at the end of its line. */
export function Day({ at, now }: { at: string; now: number }) {
  return (
    <time dateTime={at} className="shrink-0 text-small text-muted">
      {calendarDay(at.slice(0, 10), now)}
    </time>
  );
}
