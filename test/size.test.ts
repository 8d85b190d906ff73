/** What is loaded before anything shows: bytes do not depend on the machine, so a budget can hold them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const built = new URL('../.output/chrome-mv3/', import.meta.url).pathname;
const kilobytes = (file: string) => gzipSync(readFileSync(`${built}${file}`)).length / 1024;

/** A chunk with all that it imports at once. */
function reached(chunk: string, found = new Set<string>()): Set<string> {
  if (found.has(chunk)) return found;
  found.add(chunk);
  const code = readFileSync(`${built}chunks/${chunk}`, 'utf8');
  for (const [, file = ''] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
    reached(file, found);
  return found;
}

/** Nothing that is shown first needs it: it is loaded after that, or when it is asked for. */
const comesLater = [
  ...['acts', 'answers', 'rescue', 'decision-conflicts', 'finder', 'shortcuts', 'domains'],
  ...['first-run', 'edit-person', 'edit-account'],
];

const html = () => readFileSync(`${built}sidepanel.html`, 'utf8');

/** The panel's first script with all that it imports at once. */
const atFirstPaint = () => reached(/src="\/chunks\/([^"]+\.js)"/.exec(html())?.[1] ?? '');

describe.skipIf(!existsSync(built))('of what is built (skipped where nothing is)', () => {
  test('the script injected first into a page is under 8 KB (gzip)', () => {
    expect(kilobytes('content.js')).toBeLessThan(8);
  });

  test('the panel’s scripts at first paint are under 115 KB (gzip), the rest comes on demand', () => {
    const files = [...atFirstPaint()];
    expect(files.length).toBeGreaterThan(1);
    const all = files.reduce((sum, file) => sum + kilobytes(`chunks/${file}`), 0);
    expect(all).toBeGreaterThan(50); // React alone is more: less would mean that the list was not found
    expect(all).toBeLessThan(115);
  });

  test('the panel is there with five files of code: each more is a request before anything shows', () => {
    const scripts = [...html().matchAll(/(?:src|href)="[^"]+\.js"/g)];
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.length).toBeLessThanOrEqual(5);
  });

  test('what the panel’s content needs besides is under 235 KB (gzip), without search, palette, keys and public suffixes', () => {
    const app = readdirSync(`${built}chunks`).find((file) => file.startsWith('app-')) ?? '';
    const frame = atFirstPaint();
    const files = [...reached(app)].filter((file) => !frame.has(file));
    // The page asks for them along with its first script: one that it asked for later would be a request more.
    for (const file of files)
      expect(html()).toContain(`rel="modulepreload" crossorigin href="/chunks/${file}"`);
    const chunks = readdirSync(`${built}chunks`);
    for (const later of comesLater) {
      const its = (file: string) => file.startsWith(`${later}-`);
      expect(files.filter(its), later).toEqual([]);
      // Not within another file either.
      expect(chunks.filter(its).length, later).toBeGreaterThan(0);
    }
    const all = files.reduce((sum, file) => sum + kilobytes(`chunks/${file}`), 0);
    expect(all).toBeGreaterThan(100); // Dexie and zod alone are more: less would mean that the chunk was not found
    expect(all).toBeLessThan(235);
  });
});
