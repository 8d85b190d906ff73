/** Follows one page while somebody looks at it: reads when it has settled, tells when what it shows has changed. */
import type { Reading } from './detect.ts';

export interface Watched {
  document: Document;
  /** Ends everything. */
  signal: AbortSignal;
  /** One look at the page as it stands; `undefined` while its reader is still on the way. */
  read(): Reading | undefined;
  /** Gets every reading that differs from the one before. */
  tell(reading: Reading): void;
  /** Quiet time that counts as settled, and the longest a restless page is left unread, in ms. */
  quiet?: number;
  longest?: number;
}

/** What `watch` gives back: a way to say that something outside the page has changed (its reader arrived, the panel asks anew). */
export interface Watch {
  look(): void;
}

/** What may change a mail's or a profile's meaning without touching the tree: the attributes detectors read. */
const attributes = [
  'href',
  'title',
  'email',
  'value',
  'hidden',
  'aria-hidden',
  'aria-selected',
  'src',
];

/** Starts following. Nothing is observed while the page is hidden, nor on addresses no site claims. */
export function watch({
  document,
  signal,
  read,
  tell,
  quiet = 150,
  longest = 1000,
}: Watched): Watch {
  const window = document.defaultView;
  if (!window || signal.aborted) return { look: () => {} };
  let told: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  let observed: Node[] = [];
  const observer = new window.MutationObserver(settle);

  const look = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (signal.aborted || document.visibilityState === 'hidden') return;
    const reading = read();
    if (!reading) return;
    observe(reading);
    const said = JSON.stringify([reading.site, reading.detection, reading.unread]);
    if (said === told) return;
    told = said;
    tell(reading);
  };

  function settle(): void {
    const now = performance.now();
    if (timer === undefined) waitingSince = now;
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(0, Math.min(quiet, waitingSince + longest - now)));
  }

  /** The page itself, and the insides of frames and shadow roots that belong to it: observers do not look into those. */
  function observe({ site, frames }: Reading): void {
    const roots: Node[] = site === null ? [] : [document.documentElement];
    if (site !== null && frames)
      for (const element of document.querySelectorAll(frames)) {
        const frame = (element as HTMLIFrameElement).contentDocument;
        const inside = element.shadowRoot ?? frame?.documentElement;
        if (inside) roots.push(inside);
      }
    if (roots.length === observed.length && roots.every((root, at) => root === observed[at]))
      return;
    observer.disconnect();
    for (const root of roots)
      observer.observe(root, {
        childList: true,
        subtree: true,
        characterData: true,
        attributeFilter: attributes,
      });
    observed = roots;
  }

  const pause = (): void => {
    if (document.visibilityState === 'visible') {
      look();
      return;
    }
    clearTimeout(timer);
    timer = undefined;
    observer.disconnect();
    observed = [];
  };

  document.addEventListener('visibilitychange', pause, { signal });
  // A frame that has loaded, words typed into a field, and a field that was left: none changes the tree.
  for (const event of ['load', 'input', 'focusout'])
    document.addEventListener(event, settle, { signal, capture: true, passive: true });
  // The Navigation API tells of every same-page navigation, also to an isolated world (seen in Chromium 156).
  window.addEventListener('popstate', look, { signal });
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', look, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
  look();
  return { look };
}
