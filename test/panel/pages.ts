/** What a page shows, as the background hands it to the panel. */
import type { Page } from '#lib/browser/pages.ts';
import { Detection } from '#lib/model/detection.ts';
import { normalise } from '#lib/model/normalise.ts';
import { momentOf } from '#lib/panel/moment.ts';
import type { Moment } from '#lib/panel/view.ts';
import type { Store } from '#lib/store/store.ts';

export const now = Date.parse('2026-11-22T12:00:00.000Z');

export const seen = (detection: object): Detection =>
  normalise(Detection.parse({ site: 'test', url: 'https://page.example/', ...detection }));

export const pageOf = (detection: object | null): Page => ({
  detection: detection && seen(detection),
  site: 'test',
  unread: [],
});

/** The moment of such a page; fails the test when it is one of another kind. */
export async function moment<At extends Moment['at']>(
  { db }: Store,
  at: At,
  detection: object | null,
  chosenAccount?: string,
): Promise<Extract<Moment, { at: At }>> {
  const found = await momentOf(db, pageOf(detection), now, chosenAccount);
  if (found.at !== at) throw new Error(`The moment is “${found.at}”, not “${at}”.`);
  return found as Extract<Moment, { at: At }>;
}
