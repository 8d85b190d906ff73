/** A page with every word blanked: what a person may send when a page could not be read. */

/** Attributes whose values say how a page is built; of all others only the shape is kept. */
const structural = new Set(
  'class role type rel dir lang itemprop itemscope itemtype data-view-name data-sdui-screen data-sdui-component data-testid data-test-id data-section data-anonymize data-app-section data-x-search-result data-control-name aria-hidden aria-expanded aria-level contenteditable'.split(
    ' ',
  ),
);
const skipped = new Set(['script', 'style', 'noscript', 'svg', 'path', 'template', 'link']);

const control = /^(?:input|textarea|select|form|iframe|meta|button)$/i;

/** Letters become x, digits 0; what remains is length and punctuation. */
const blank = (text: string): string => text.replace(/\p{L}/gu, 'x').replace(/\p{N}/gu, '0');

/** Known first steps of an address stay: they tell kinds of pages apart. */
const path =
  /^\/(?:in|company|school|sales|lead|search|messaging|feed|overlay|mwlite|preload)(?=\/|$)/;

const shape = (name: string, value: string): string => {
  if (name === 'href' || name === 'src') {
    const known = path.exec(value.replace(/^https:\/\/[^/]*linkedin\.com/, ''))?.[0];
    return known
      ? `${known}/${blank(value.split(known)[1] ?? '').slice(0, 40)}`
      : blank(value).slice(0, 40);
  }
  // Words of code (camelCase, dots, dashes) tell the layout; ids and names among them have digits or spaces, or occur in the address.
  return blank(value).slice(0, 60);
};

/** Lines of tags, indented by depth; at most `limit` of them. */
export function pageReport(document: Document, limit = 4000): string {
  const secrets = new Set(
    `${decodeURIComponent(document.location?.pathname ?? '')} ${document.title}`
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2),
  );
  const value = (element: Element, name: string, text: string): string => {
    // `name` is a field's on controls and in Gmail's compose window, a person's in Gmail's lists.
    const field =
      name === 'name' && (control.test(element.tagName) || /^(?:to|cc|bcc|from)$/.test(text));
    if (!structural.has(name) && !field) return shape(name, text);
    return text
      .split(/(\s+|[^\p{L}\p{N}_-]+)/u)
      .map((word) => (secretIn(word, secrets) ? blank(word) : word))
      .join('')
      .slice(0, 120);
  };
  const out: string[] = [`title: ${blank(document.title)}`];
  const walk = (element: Element, depth: number): void => {
    if (out.length >= limit) return;
    const tag = element.tagName.toLowerCase();
    if (skipped.has(tag) && tag !== 'svg') return;
    const attributes = [...element.attributes].map(
      ({ name, value: text }) => ` ${name}="${value(element, name, text)}"`,
    );
    let own = '';
    for (const node of element.childNodes) if (node.nodeType === 3) own += node.nodeValue ?? '';
    out.push(
      `${' '.repeat(depth)}<${tag}${attributes.join('')}> ${blank(own.replace(/\s+/g, ' ').trim()).slice(0, 80)}`.trimEnd(),
    );
    if (tag !== 'svg') for (const child of element.children) walk(child, depth + 1);
    if (element.shadowRoot) for (const child of element.shadowRoot.children) walk(child, depth + 1);
  };
  if (document.body) walk(document.body, 0);
  return out.join('\n');
}

const secretIn = (word: string, secrets: ReadonlySet<string>): boolean =>
  [...secrets].some((secret) => word.toLowerCase().includes(secret)) &&
  !/^[a-z]+(?:-[a-z]+)*$/.test(word);
