/** How a detector looks at a page: through the pack's ways, in order, remembering which one worked. */
import { clean } from './text.ts';

/** One way to a field: a selector, where the value stands (text, or this attribute), and when it was last seen working. */
export interface Way {
  css: string;
  attr?: string;
  seen: string;
}
/** Ways by `site.field`. */
export type Ways = Readonly<Record<string, readonly Way[]>>;
/** All selectors as data; a newer one may come from the workspace's server. */
export interface Pack {
  version: number;
  /** Ids of sites switched off. */
  off: readonly string[];
  ways: Ways;
}

export interface Look {
  /** The first element any way finds. */
  one(root: ParentNode, field: string): Element | undefined;
  /** The elements of the first way that finds some; with `fits`, some that do. */
  all(root: ParentNode, field: string, fits?: (element: Element) => boolean): Element[];
  /** The first way's text that survives `as`. */
  text(
    root: ParentNode,
    field: string,
    as?: (text: string) => string | undefined,
  ): string | undefined;
  /** Notes a way that is no selector (a title, an address, a neighbour). */
  took<T>(field: string, way: string, value: T): T;
  /** Whether the user asked for this page by a click, rather than having switched its site on. */
  asked: boolean;
  /** What worked, by field. */
  ways: Record<string, string>;
}

/** Looks with a site's share of a pack. */
export function lookWith(site: string, pack: Pack, asked = false): Look {
  const ways: Record<string, string> = {};
  const of = (field: string): readonly Way[] => pack.ways[`${site}.${field}`] ?? [];
  return {
    asked,
    ways,
    one(root, field) {
      for (const way of of(field)) {
        const found = root.querySelector(way.css);
        if (found) return this.took(field, way.css, found);
      }
      return undefined;
    },
    all(root, field, fits = () => true) {
      for (const way of of(field)) {
        const found = [...root.querySelectorAll(way.css)].filter(fits);
        if (found.length) return this.took(field, way.css, found);
      }
      return [];
    },
    text(root, field, as = (text) => text) {
      for (const way of of(field))
        for (const element of root.querySelectorAll(way.css)) {
          const raw = clean(way.attr ? element.getAttribute(way.attr) : element.textContent);
          const value = raw && as(raw);
          if (value) return this.took(field, way.css, value);
        }
      return undefined;
    },
    took(field, way, value) {
      ways[field] = way;
      return value;
    },
  };
}
