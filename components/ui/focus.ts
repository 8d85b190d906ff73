/** As a `ref`: takes the focus when the element appears. For what stands where the pressed button was. */
export const focusOnce = (element: HTMLElement | null): void => element?.focus();
