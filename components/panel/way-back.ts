import { useCallback, useLayoutEffect, useRef } from 'react';

/** What was pressed to open a decision takes the focus again when it is closed, where the panel stood then. */
export function useWayBack(
  openedId: string | undefined,
  onOpen: ((opportunityId: string | null) => void) | undefined,
) {
  const left = useRef<{ pressed: Element | null; top: number }>(null);
  const open = useCallback(
    (opportunityId: string) => {
      left.current = { pressed: document.activeElement, top: window.scrollY };
      onOpen?.(opportunityId);
    },
    [onOpen],
  );
  const close = useCallback(() => onOpen?.(null), [onOpen]);
  useLayoutEffect(() => {
    if (openedId !== undefined) {
      // Not returned: a browser whose scrolling answers a promise would have React call it.
      window.scrollTo(0, 0);
      return;
    }
    if (!left.current) return;
    const { pressed, top } = left.current;
    left.current = null;
    if (pressed instanceof HTMLElement) pressed.focus({ preventScroll: true });
    window.scrollTo(0, top);
  }, [openedId]);
  return { open, close };
}
