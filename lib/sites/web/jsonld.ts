/** schema.org in JSON-LD: things with their types, references resolved. */

export interface Thing {
  types: string[];
  id?: string;
  [property: string]: unknown;
}

const record = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const many = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** "https://schema.org/Person" and "schema:Person" are Person. */
export const typeName = (type: string): string => type.replace(/^.*[/#:]/, '');

function thing(value: Record<string, unknown>): Thing {
  const types = many(value['@type']).filter((type) => typeof type === 'string');
  const id = typeof value['@id'] === 'string' ? value['@id'] : undefined;
  return { ...value, types: types.map(typeName), ...(id ? { id } : {}) };
}

/** The page's top-level things, `@graph` opened, a bare `{"@id"}` inside replaced by what it points to. Broken blocks are skipped. */
export function jsonLd(document: Document): Thing[] {
  const found: Thing[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let data: unknown;
    try {
      data = JSON.parse(script.textContent?.trim() ?? '');
    } catch {
      continue;
    }
    for (const block of many(data)) {
      if (!record(block)) continue;
      const graph = many(block['@graph']).filter(record);
      found.push(...(graph.length ? graph : [block]).map(thing));
    }
  }
  const byId = new Map(found.filter((item) => item.id).map((item) => [item.id, item]));
  for (const item of found)
    for (const [property, value] of Object.entries(item))
      if (record(value) && typeof value['@id'] === 'string' && Object.keys(value).length === 1)
        item[property] = byId.get(value['@id']) ?? value;
      else if (Array.isArray(value))
        item[property] = value.map((part) =>
          record(part) && typeof part['@id'] === 'string' && Object.keys(part).length === 1
            ? (byId.get(part['@id']) ?? part)
            : part,
        );
  return found;
}

/** A property's things. */
export const things = (value: unknown): Thing[] =>
  many(value)
    .filter(record)
    .map((item) => (Array.isArray(item.types) ? (item as Thing) : thing(item)));

/** A property's first text: itself, or the `name`, `@id` or `@value` of what stands there. */
export function one(value: unknown): string | undefined {
  const [first] = many(value);
  if (typeof first === 'string') return first;
  if (!record(first)) return undefined;
  return one(first['@value'] ?? first.name ?? first['@id']);
}

/** All texts of a property. */
export const texts = (value: unknown): string[] =>
  many(value)
    .map(one)
    .filter((text) => text !== undefined);
