/** The cache open and whom the page shows put together, before anything is drawn: so that both are drawn once, and soon. */
import type { Session } from '#lib/browser/session.ts';
import { persona } from '#lib/model/persona/persona.ts';
import { momentOf } from '#lib/panel/moment.ts';
import type { PageInFront } from '#lib/panel/page-in-front.ts';
import type { MomentOfPage } from '#lib/panel/use-moment.ts';
import { type Connection, connect } from '#lib/sync/connection.ts';

export interface Opened {
  connection: Connection;
  /** Nothing where the page has not been read yet. */
  first: MomentOfPage | undefined;
}

/** A cache that takes longer, in ms, is opened anew by the panel itself, which says what it waits for and what went wrong. */
const patience = 500;

export async function openedSoon(session: Session, page: PageInFront): Promise<Opened | undefined> {
  const connecting = connect(session);
  // While the disk is being waited for: the first title has to wait for all the words that titles are read by.
  persona('Head');
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const opened = await Promise.race([open(connecting, page).catch(() => undefined), late]);
  if (!opened)
    void connecting.then(
      ({ store }) => store.close(),
      () => {},
    );
  return opened;
}

async function open(connecting: Promise<Connection>, page: PageInFront): Promise<Opened> {
  const [connection, { page: seen }] = await Promise.all([connecting, page.begin()]);
  const moment = seen && (await momentOf(connection.store.db, seen, Date.now()));
  return { connection, first: moment ? { page: seen, moment } : undefined };
}
