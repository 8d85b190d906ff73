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

/** An element's text without what its buttons say, where it has other text. */
export function textBesideButtons(element: Element): string | undefined {
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) texts.push(node.nodeValue ?? '');
    else if ((node as Element).localName !== 'button' || node === element)
      for (const child of node.childNodes) walk(child);
  };
  walk(element);
  return clean(texts.join('')) ?? textOf(element);
}

const holdsText = (element: Element): boolean => {
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 3 && /\S/.test(node.nodeValue ?? '')) return true;
  return false;
};

/** The lines below an element in reading order: one for each element that holds text of its own; twins for screen readers fall out. Long texts are cut: lines are read for names and dates. */
export function lines(root: Element, limit = 200): string[] {
  const found: string[] = [];
  const walk = (element: Element): void => {
    if (holdsText(element)) {
      const text = clean(element.textContent?.slice(0, 400));
      if (text && found.at(-1) !== text) found.push(text);
      return;
    }
    for (
      let child = element.firstElementChild;
      child && found.length < limit;
      child = child.nextElementSibling
    )
      walk(child);
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
