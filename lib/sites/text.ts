/** Text as a person sees it: pure functions, no page knowledge. */

const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** One line without surplus space; nothing for an empty text or one the site itself blanked out with asterisks. */
export function clean(text: string | null | undefined): string | undefined {
  const line = text?.replace(invisible, '').replace(/\s+/g, ' ').trim();
  if (!line || /^[*\s.,|·-]+$/.test(line) || /\*{3}/.test(line)) return undefined;
  return line;
}

/** An element's text in one line. */
export const textOf = (element: Element | null | undefined): string | undefined =>
  clean(element?.textContent);

/** The text that stands in the element itself, not in its children: a name without the badge inside it. */
export function ownText(element: Element): string | undefined {
  let text = '';
  for (const node of element.childNodes) if (node.nodeType === 3) text += node.nodeValue;
  return clean(text);
}

/** The lines below an element in reading order: one for each element that holds text of its own; twins for screen readers fall out. */
export function lines(root: Element, limit = 200): string[] {
  const found: string[] = [];
  const walk = (element: Element): void => {
    if (found.length >= limit) return;
    const text = ownText(element) ? textOf(element) : undefined;
    if (text) {
      if (found.at(-1) !== text) found.push(text);
      return;
    }
    for (const child of element.children) walk(child);
  };
  walk(root);
  return found;
}

/** Letters and digits only, without accents and case: for comparing, never for showing. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
