/** The way on from a page that could not be drawn. */
import { sessionItem } from '#lib/browser/session.ts';
import { checkCache } from './connection.ts';

/** Looks through the user's cache before the page is loaded again: what could not be drawn may be a damaged record in it. */
export async function reloadChecked(reload = () => location.reload()): Promise<void> {
  const session = await sessionItem.getValue();
  // What cannot be looked at stays as it is; the page says so when it opens the cache.
  if (session) await checkCache(session).catch(() => false);
  reload();
}
