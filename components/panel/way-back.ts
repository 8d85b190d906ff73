import { useCallback, useLayoutEffect, useRef } from 'react';

/** Where the focus was, and how far the panel was scrolled, when something came before what stood there. */
interface Left {
  page: string;
  pressed: Element | null;
  top: number;
}

/**
 * What was pressed to open something takes the focus again when that is closed, where the panel stood then. `depth`
 * counts what stands before the page: a record opened by hand, a decision, the own edits; `front` names what is foremost
 * of it, which begins at its top; `page` the page behind it all. Call the answer on opening.
 */
export function useWayBack(depth: number, front: string | undefined, page: string): () => void {
  const left = useRef<Left[]>([]);
  const before = useRef({ depth, front });
  const behind = useRef(page);
  useLayoutEffect(() => {
    behind.current = page;
  }, [page]);
  useLayoutEffect(() => {
    const last = before.current;
    before.current = { depth, front };
    const deeper = depth > last.depth;
    const instead = depth === last.depth && front !== last.front;
    // Not returned: a browser whose scrolling answers a promise would have React call it.
    if (deeper || instead) window.scrollTo(0, 0);
    const back = left.current.length > depth ? left.current[depth] : undefined;
    if (deeper || instead || !back) return;
    left.current = left.current.slice(0, depth);
    const { pressed, top } = back;
    const same = depth > 0 || back.page === behind.current;
    const there =
      same && pressed instanceof HTMLElement && pressed !== document.body && pressed.isConnected;
    // What was pressed may be gone meanwhile: the focus then begins where the content does.
    const goal = there ? pressed : document.querySelector('main');
    goal?.focus({ preventScroll: true });
    window.scrollTo(0, same ? top : 0);
  }, [depth, front]);
  return useCallback(() => {
    // What takes the place of something opened leads back where that did.
    if (left.current.length > before.current.depth) return;
    left.current = [
      ...left.current.slice(0, before.current.depth),
      { page: behind.current, pressed: document.activeElement, top: window.scrollY },
    ];
  }, []);
}
