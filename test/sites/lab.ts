/** What the tests put into the page beside the detectors: everything about one page in one go, so that it is loaded once. */
import type { Reading } from '#lib/sites/detect.ts';
import { detectAnywhere } from '#lib/sites/registry.ts';
import { pageReport } from '#lib/sites/report.ts';
import { type Mutation, mutate } from './mutate.ts';

export { lines } from '#lib/sites/text.ts';
export { detectAnywhere };

/** The page as if it stood at each of these addresses. */
export const readAt = (addresses: readonly string[]): Reading[] =>
  addresses.map((address) => detectAnywhere(document, new URL(address)));

/** A copy of the page, made worse, read. The page itself stays as it is. */
export function readMutated(
  mutations: readonly Mutation[],
  kept: readonly string[],
  asked = false,
): Reading {
  const copy = document.cloneNode(true) as Document;
  mutate(copy, mutations, kept);
  return detectAnywhere(copy, new URL(location.href), undefined, asked);
}

/** What a person would send of this page. */
export const report = (): string => pageReport(document);

/** Reads the page several times and says whether anything about it changed meanwhile, and the time in ms that the fastest tenth kept under. */
export function readUnchanged(times: number): { changed: boolean; ms: number } {
  const before = new XMLSerializer().serializeToString(document);
  const observer = new MutationObserver(() => {});
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  const url = new URL(location.href);
  const spent: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    detectAnywhere(document, url);
    spent.push(performance.now() - start);
  }
  const changed =
    observer.takeRecords().length > 0 || new XMLSerializer().serializeToString(document) !== before;
  return { changed, ms: spent.sort((a, b) => a - b)[Math.floor(times / 10)] ?? 0 };
}
