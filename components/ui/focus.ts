/** A `ref` that may take the focus. */
export type FocusOn = (element: HTMLElement | null) => void;

/** As a `ref`: takes the focus when the element appears. For what stands where the pressed button was. */
export const focusOnce: FocusOn = (element) => element?.focus();
