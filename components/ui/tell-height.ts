/**
 * A `ref` for what is sticky at the foot or at the top: tells its height to the page under this name, so that what else
 * is sticky there stands beside it, and what takes the focus comes out from under it.
 */
export const tellHeight =
  (name: '--dock' | '--batch' | '--page-now') =>
  (bar: HTMLElement | null): (() => void) => {
    const { style } = document.documentElement;
    // As it is while nothing is told: to tell it again would style the whole page once more.
    let told = 0;
    const observer = new ResizeObserver(() => {
      const height = bar?.offsetHeight ?? 0;
      if (height !== told) style.setProperty(name, `${height}px`);
      told = height;
    });
    if (bar) observer.observe(bar);
    return () => {
      observer.disconnect();
      style.removeProperty(name);
    };
  };
