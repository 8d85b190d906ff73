/** The way on from a page that could not be drawn. */
import { sessionItem } from '#lib/browser/session.ts';

/** Looks through the user's cache before the page is loaded again: what could not be drawn may be a damaged record in it. */
export async function reloadChecked(reload = () => location.reload()): Promise<void> {
  // What cannot be looked at stays as it is; the page says so when it opens the cache.
  await checked().catch(() => false);
  reload();
}

async function checked(): Promise<boolean> {
  const session = await sessionItem.getValue();
  if (!session) return false;
  // Loaded for it: a page that can be drawn never asks.
  const { checkCache } = await import('./connection.ts');
  return checkCache(session);
}
