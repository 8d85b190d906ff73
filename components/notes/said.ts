import { t } from '#lib/browser/i18n.ts';
import { dayAt } from '#lib/model/fields.ts';
import type { Note } from '#lib/model/records/note.ts';
import type { User } from '#lib/model/records/user.ts';
import { calendarDay } from '../format.ts';

/** Whose word it is, and of which day. */
export const said = (by: string, at: string, users: readonly User[], now: number) => ({
  name: users.find(({ id }) => id === by)?.name ?? t('unknownUser'),
  day: calendarDay(dayAt(Date.parse(at)), now),
});

/** By whom a note was written, and when. */
export const noteSaid = ({ by, at }: Note, users: readonly User[], now: number) =>
  said(by, at, users, now);
