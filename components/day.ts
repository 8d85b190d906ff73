/** Calendar days as forms ask for them, where the user is. */

/** `YYYY-MM-DD`. */
export function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The instant meant by a day: now for today; an earlier day's noon, so that it stays that day in the zones around. */
export const instantOf = (day: string, now = new Date()): string =>
  (day === dayOf(now) ? now : new Date(`${day}T12:00:00`)).toISOString();
