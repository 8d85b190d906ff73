/** The styles of a document without style sheets, each computed once: happy-dom takes half of a run of axe for them. */
import { vi } from 'vitest';

/**
 * Until the function that it answers is called, elements of the same name and style attribute, in parents alike, share
 * what was computed for the first of them; without a sheet, nothing else tells one style from another.
 * @throws Error where a style is asked for and the document has a sheet.
 */
export function rememberStyles(): () => void {
  const compute = window.getComputedStyle.bind(window);
  const known = new Map<string, Map<string, string>>();
  const spy = vi.spyOn(window, 'getComputedStyle').mockImplementation((element) => {
    if (document.styleSheets.length > 0) throw new Error('The document has a style sheet.');
    const way = wayTo(element);
    const values = known.get(way) ?? new Map<string, string>();
    known.set(way, values);
    const getPropertyValue = (name: string) => {
      const value = values.get(name) ?? compute(element).getPropertyValue(name);
      values.set(name, value);
      return value;
    };
    return new Proxy(compute(element), {
      get: (style, key) =>
        key === 'getPropertyValue' ? getPropertyValue : Reflect.get(style, key, style),
    });
  });
  return () => spy.mockRestore();
}

function wayTo(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement)
    steps.push(`${at.localName} ${at.getAttribute('style') ?? ''}`);
  return steps.join('<');
}
