/** The real store inside a page of the extension, beside whatever else runs there: the panel's own stores see its edits. */
import type { Page } from 'playwright-core';
import { scriptOf } from '../../../scripts/script-of.ts';

/** What `storeInPage` leaves in the page. */
interface Inside {
  Store: typeof import('#lib/store/store.ts').Store;
  open?: InstanceType<typeof import('#lib/store/store.ts').Store>;
}
declare global {
  var quorumInside: Inside;
  /** Told of each edit that the store says is kept. */
  var quorumKept: (title: number) => Promise<void>;
}

let script: Promise<string> | undefined;

export interface OpenInPage {
  name: string;
  userId: string;
}

/** Puts the store into the page and opens this cache with it. */
export async function storeInPage(page: Page, cache: OpenInPage): Promise<void> {
  script ??= scriptOf('lib/store/store.ts', 'quorumInside');
  // In a task of its own: within `evaluate` itself, unlike ever after, zod would find that it may compile code.
  await page.evaluate(`new Promise((done) => setTimeout(() => {
    ${await script};
    globalThis.quorumInside = quorumInside;
    done();
  }))`);
  await page.evaluate(async ({ name, userId }) => {
    const { Store } = globalThis.quorumInside;
    const open = await new Store({ name, userId, team: 'sales' }).open();
    globalThis.quorumInside = { Store, open };
  }, cache);
}

/** Sets the contact's title to `from`, `from + 1` … without an end, as fast as the store takes them. */
export async function stormInPage(
  page: Page,
  { contactId, from, kept }: { contactId: string; from: number; kept: (title: number) => void },
): Promise<void> {
  await page.exposeFunction('quorumKept', kept);
  await page.evaluate(
    ({ contactId, from }) => {
      const { open } = globalThis.quorumInside;
      const next = async (title: number): Promise<void> => {
        const args = { contactId, fields: { title: String(title) } };
        await open?.edit([{ name: 'contact.edit@1', args }]);
        void globalThis.quorumKept(title);
        return next(title + 1);
      };
      void next(from);
    },
    { contactId, from },
  );
}

/** What waits in the cache that is open in the page, and how its client is numbered. */
export const waitingInPage = (page: Page) =>
  page.evaluate(async () => {
    const { open } = globalThis.quorumInside;
    if (!open) throw new Error('No store is open in this page');
    return { pending: await open.pending(), meta: await open.meta() };
  });
