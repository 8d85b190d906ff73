/** Ways in which a page becomes a worse one: run where the page is. Every change is decided by a seed, so a failure can be repeated. */

export type Mutation =
  | { op: 'drop'; attribute: string; seed: number; share: number }
  | { op: 'rehash'; seed: number }
  | { op: 'translate'; seed: number }
  | { op: 'cut'; at: number }
  | { op: 'shuffle'; seed: number; share: number };

/** mulberry32: small, and the same in every browser. */
function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Changes the document. Texts that hold one of `kept` (the names that are true) are not translated: a name is the same in every language. */
export function mutate(
  document: Document,
  mutations: readonly Mutation[],
  kept: readonly string[],
): void {
  for (const mutation of mutations) apply(document, mutation, kept);
}

function apply(document: Document, mutation: Mutation, kept: readonly string[]): void {
  const elements = [...document.querySelectorAll('*')];
  switch (mutation.op) {
    case 'drop': {
      const next = random(mutation.seed);
      for (const element of elements)
        for (const { name } of [...element.attributes])
          if (matches(name, mutation.attribute) && next() < mutation.share)
            element.removeAttribute(name);
      return;
    }
    case 'rehash': {
      const next = random(mutation.seed);
      const names = new Map<string, string>();
      const hashed = (name: string): string => {
        if (!names.has(name)) names.set(name, `_${Math.floor(next() * 2 ** 32).toString(16)}`);
        return names.get(name) ?? name;
      };
      for (const element of elements) {
        const value = element.getAttribute('class');
        if (value) element.setAttribute('class', value.split(/\s+/).map(hashed).join(' '));
      }
      return;
    }
    case 'translate': {
      const next = random(mutation.seed);
      const words = new Map<string, string>();
      const word = (original: string): string => {
        if (!words.has(original))
          words.set(
            original,
            [...original]
              .map((letter) =>
                next() < 0.7 ? String.fromCodePoint(0x430 + Math.floor(next() * 32)) : letter,
              )
              .join(''),
          );
        return words.get(original) ?? original;
      };
      const holds = (text: string): boolean => kept.some((name) => text.includes(name));
      const translated = (text: string): string =>
        text.replace(/\p{L}{2,}/gu, (one) => (one === 'LinkedIn' ? one : word(one)));
      const walker = document.createTreeWalker(document, 4 /* texts */);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (
          node.nodeValue &&
          !holds(node.nodeValue) &&
          !/script|style/i.test(node.parentElement?.tagName ?? '')
        )
          node.nodeValue = translated(node.nodeValue);
      for (const element of elements)
        for (const name of ['aria-label', 'alt', 'placeholder']) {
          const value = element.getAttribute(name);
          if (value && !holds(value)) element.setAttribute(name, translated(value));
        }
      return;
    }
    case 'cut': {
      const cut = elements[Math.floor(mutation.at * elements.length)];
      for (let node: Element | null = cut ?? null; node; node = node.parentElement)
        while (node.nextSibling) node.nextSibling.remove();
      return;
    }
    case 'shuffle': {
      const next = random(mutation.seed);
      for (const element of elements) {
        if (element.children.length < 2 || next() > mutation.share) continue;
        const child = element.children[Math.floor(next() * element.children.length)];
        if (child) element.append(child);
      }
    }
  }
}

const matches = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
