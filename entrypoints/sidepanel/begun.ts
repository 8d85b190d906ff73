/** What the panel asks for at once, while the code that shows it is still on its way. */
import { type Session, sessionItem } from '#lib/browser/session.ts';
import { consentSetting, serverSetting, tourSetting } from '#lib/browser/settings.ts';
import { type PageInFront, pageInFront } from '#lib/panel/page-in-front.ts';
import { databaseName, openFiles } from '#lib/store/raw.ts';

/** What the user chose before, and who they are: it says which way they go. */
export interface Choices {
  consent: string | null;
  server: string;
  session: Session | null;
  tour: Awaited<ReturnType<typeof tourSetting.getValue>>;
}

export interface Begun {
  page: PageInFront;
  stored: Promise<Choices>;
  /** The cache's files are open from `stored` on, for whoever goes to work, until this is called. */
  closeFiles: () => void;
}

/** `only`: this tab instead of the window's active one. */
export function begin(only: number | undefined): Begun {
  const page = pageInFront(only);
  let closeFiles = () => {};
  const stored = read().then((stored) => {
    if (isAtWork(stored)) {
      void page.begin();
      const { workspace, userId } = stored.session.me;
      closeFiles = openFiles(databaseName(workspace, userId));
    }
    return stored;
  });
  return { page, stored, closeFiles: () => closeFiles() };
}

/** Agreed, signed in, and past the choice of sites. */
export const isAtWork = (stored: Choices): stored is Choices & { session: Session } =>
  stored.consent !== null && stored.session !== null && stored.tour !== 'sites';

async function read(): Promise<Choices> {
  const [consent, server, session, tour] = await Promise.all([
    consentSetting.getValue(),
    serverSetting.getValue(),
    sessionItem.getValue(),
    tourSetting.getValue(),
  ]);
  return { consent, server, session, tour };
}
