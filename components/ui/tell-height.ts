/**
 * A `ref` for what is sticky at the foot or at the top: tells its height to the page under this name, so that what else
 * is sticky there stands beside it, and what takes the focus comes out from under it.
 */
export const tellHeight =
  (name: '--dock' | '--batch' | '--page-now') =>
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
