/**
 * A `ref` for what is sticky at the foot: tells its height to the page under this name, so that what else is sticky
 * there stands above it, and what takes the focus comes out from under it.
 */
export const tellHeight =
  (name: '--dock' | '--batch') =>
  (bar: HTMLElement | null): (() => void) => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() =>
      style.setProperty(name, `${bar?.offsetHeight ?? 0}px`),
    );
    if (bar) observer.observe(bar);
    return () => {
      observer.disconnect();
      style.removeProperty(name);
    };
  };
