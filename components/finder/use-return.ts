import { useRef } from 'react';

/**
 * For a dialog's `onCloseAutoFocus`: the focus returns to where it was when the dialog came, and then `next` is run, as
 * if it had been pressed there.
 */
export function useReturn(next?: () => void): (event: Event) => void {
  const before = useRef(document.activeElement);
  return (event) => {
    event.preventDefault();
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    next?.();
  };
}
