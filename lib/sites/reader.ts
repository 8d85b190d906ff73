/** Makes a group's sites into the reader the first script calls. */
import { detect } from './detect.ts';
import type { Pack } from './look.ts';
import { pageReport } from './report.ts';
import type { Site } from './site.ts';
import type { Reader } from './world.ts';

/** Reads with the bundled pack, or with a newer one that this browser understands to the last selector. */
export function readerOf(sites: readonly Site[], bundled: Pack): Reader {
  let tried: Pack | undefined;
  let pack = bundled;
  return {
    read(document, url, asked, newer) {
      if (newer && newer !== tried) {
        tried = newer;
        pack = serves(newer, bundled, document) ? merged(newer, bundled) : bundled;
      }
      return detect(sites, document, url, pack, asked);
    },
    report: (document) => pageReport(document),
  };
}

/** Newer, and no selector in it throws: a bad pack is refused whole. */
export function serves(newer: Pack, bundled: Pack, document: Document): boolean {
  if (newer.version <= bundled.version) return false;
  const nowhere = document.createDocumentFragment();
  try {
    for (const ways of Object.values(newer.ways))
      for (const { css } of ways) nowhere.querySelector(css);
    return true;
  } catch {
    return false;
  }
}

/** A newer pack's fields replace the bundled ones; fields it does not speak of stay. */
export const merged = (newer: Pack, bundled: Pack): Pack => ({
  ...newer,
  ways: { ...bundled.ways, ...newer.ways },
});
