/**
 * What does not fit where it stands, one line each: what reaches beyond the page's sides, what is cut off without a sign
 * of it, and controls that lie over one another. Runs inside the page, so it refers to nothing outside of itself.
 */
export function misfits(frame?: Window | null): string[] {
  const found: string[] = [];
  const view = frame ?? window;
  const page = view.document;
  const wide = page.documentElement.clientWidth;
  const style = (element: Element) => view.getComputedStyle(element);
  const named = (element: Element) => {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return `${element.localName} “${words.trim().slice(0, 40)}”`;
  };
  /** What cuts this off at its sides, or lets it scroll. */
  const frameOf = (element: Element): Element | undefined => {
    for (let at = element.parentElement; at && at !== page.body; at = at.parentElement)
      if (style(at).overflowX !== 'visible') return at;
  };
  const visible = { visibilityProperty: true, opacityProperty: true };
  /** One pixel, for screen readers alone. */
  const spoken = '.sr-only, [cmdk-label]';
  const drawn = [...page.body.querySelectorAll<HTMLElement>('*:not(svg *)')].flatMap((element) => {
    const box = element.getBoundingClientRect();
    const shown = box.width > 1 && box.height > 1 && !element.closest(spoken);
    return shown && element.checkVisibility(visible) ? { element, box } : [];
  });

  if (page.documentElement.scrollWidth > wide)
    found.push(`the page is ${page.documentElement.scrollWidth} px wide in ${wide}`);
  for (const { element, box } of drawn) {
    if ((box.left < -0.5 || box.right > wide + 0.5) && !frameOf(element))
      found.push(`${named(element)} reaches from ${box.left} to ${box.right} of ${wide} px`);
    const beyond = {
      side: element.scrollWidth > element.clientWidth + 1,
      foot: element.scrollHeight > element.clientHeight + 1,
    };
    if (!(beyond.side || beyond.foot) || element.matches('input, select, textarea')) continue;
    const { overflowX, textOverflow, webkitLineClamp } = style(element);
    // Whatever ends in an ellipsis, or after some lines, says that there is more.
    const meant = textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
    if (!meant && (overflowX === 'hidden' || overflowX === 'clip'))
      found.push(`${named(element)} is cut off at its ${beyond.side ? 'side' : 'foot'}`);
  }

  const roles = ['button', 'switch', 'option', 'menuitem', 'menuitemcheckbox'];
  const control = `a[href], button, input, select, textarea, summary, ${roles.map((role) => `[role="${role}"]`).join()}`;
  const controls = drawn.filter(({ element }) => element.matches(control));
  /** Bars that stay in sight, and what opens, lie over the rest and mean to. */
  const layer = (element: Element) => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (['fixed', 'sticky', 'absolute'].includes(style(at).position)) return at;
    return null;
  };
  controls.forEach(({ element, box }, at) => {
    for (const other of controls.slice(at + 1)) {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (across <= 1 || down <= 1 || element.contains(other.element)) continue;
      if (layer(element) === layer(other.element))
        found.push(`${named(element)} lies over ${named(other.element)}`);
    }
  });
  return found;
}
