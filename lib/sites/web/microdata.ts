/** schema.org in microdata, as the same things JSON-LD gives. */
import { clean } from '../text.ts';
import { type Thing, typeName } from './jsonld.ts';

/** The page's top-level items of schema.org types. */
export function microdata(document: Document): Thing[] {
  const found: Thing[] = [];
  for (const element of document.querySelectorAll('[itemscope][itemtype*="schema.org/"]'))
    if (!element.hasAttribute('itemprop')) found.push(item(element, 0));
  return found;
}

function item(element: Element, depth: number): Thing {
  const types = (element.getAttribute('itemtype') ?? '').split(/\s+/).filter(Boolean).map(typeName);
  const properties: Record<string, unknown[]> = {};
  const walk = (parent: Element): void => {
    for (const child of parent.children) {
      const nested = child.hasAttribute('itemscope');
      const value = nested ? (depth < 4 ? item(child, depth + 1) : undefined) : valueIn(child);
      for (const name of child.getAttribute('itemprop')?.split(/\s+/) ?? [])
        if (name && value !== undefined) {
          properties[name] ??= [];
          properties[name].push(value);
        }
      if (!nested) walk(child);
    }
  };
  walk(element);
  return { ...properties, types };
}

/** HTML's own rule for where a property's value stands. */
function valueIn(element: Element): string | undefined {
  const attribute = {
    meta: 'content',
    a: 'href',
    area: 'href',
    link: 'href',
    img: 'src',
    time: 'datetime',
  }[element.tagName.toLowerCase()];
  return clean(
    (attribute && element.getAttribute(attribute)) ??
      element.getAttribute('content') ??
      element.textContent,
  );
}
