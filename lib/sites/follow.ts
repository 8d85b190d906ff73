/** One panel's interest in one page, from the moment it connects until it leaves: asks for the reader, then tells what the page shows. */
import type { Reading } from './detect.ts';
import { groupOf } from './groups.ts';
import type { Pack } from './look.ts';
import type { Group } from './site.ts';
import { type Watch, watch } from './watch.ts';
import type { World } from './world.ts';

/** What the page says to the background; `lib/browser/messages.ts` parses exactly these. */
export type PageMessage =
  | { type: 'readerWanted'; reader: Group }
  | ({ type: 'pageDetected' } & Pick<Reading, 'detection' | 'site' | 'unread' | 'ways'>);

export interface Following {
  document: Document;
  signal: AbortSignal;
  /** The user clicked for this page: read it although its site is not switched on. */
  asked: boolean;
  here: World;
  /** Sends a message; its answer to `readerWanted` may carry a newer pack, already validated. */
  send(message: PageMessage): Promise<unknown>;
}

/** Follows the page; without a reader it waits, having asked for it once. */
export function follow({ document, signal, asked, here, send }: Following): Watch {
  const wanted = new Set<Group>();
  const read = (): Reading | undefined => {
    const url = URL.parse(document.location.href);
    const group = url && groupOf(url);
    if (!url || !group) return undefined;
    const reader = here.readers[group];
    // Not before the background has answered: a newer pack may switch this very site off.
    if (reader && here.answered.has(group)) return reader.read(document, url, asked, here.pack);
    if (!wanted.has(group)) {
      wanted.add(group);
      send({ type: 'readerWanted', reader: group }).then(
        (answer) => {
          here.pack = packIn(answer) ?? here.pack;
          here.answered.add(group);
          for (const tell of here.arrived) tell();
        },
        () => wanted.delete(group), // nobody there to answer: ask again at the next look
      );
    }
    return undefined;
  };
  const following = watch({
    document,
    signal,
    read,
    tell: ({ detection, site, unread, ways }) => {
      send({ type: 'pageDetected', detection, site, unread, ways }).catch(() => {}); // the panel has gone
    },
  });
  here.arrived.add(following.look);
  signal.addEventListener('abort', () => here.arrived.delete(following.look));
  return following;
}

/** The background has parsed it; here only its presence is looked at. */
function packIn(answer: unknown): Pack | undefined {
  return typeof answer === 'object' && answer !== null && 'pack' in answer
    ? ((answer.pack ?? undefined) as Pack | undefined)
    : undefined;
}
