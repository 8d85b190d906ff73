/** Whether a person can see an element. Mail services keep old threads in the page, hidden. */
export const visible = (element: Element): boolean =>
  typeof element.checkVisibility === 'function' ? element.checkVisibility() : true;
