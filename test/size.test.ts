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

  test('what the panel’s content needs besides is under 250 KB (gzip), without search, palette, keys and public suffixes', () => {
    const app = readdirSync(`${built}chunks`).find((file) => file.startsWith('app-')) ?? '';
    const frame = atFirstPaint();
    const files = [...reached(app)].filter((file) => !frame.has(file));
    // The page asks for them along with its first script: one that it asked for later would be a request more.
    for (const file of files)
      expect(html()).toContain(`rel="modulepreload" crossorigin href="/chunks/${file}"`);
    expect(
      files.some((file) =>
        /^(finder|shortcuts|domains|first-run|edit-|acts|answers|rescue|decision-conflicts)-/.test(
          file,
        ),
      ),
    ).toBe(false);
    const all = files.reduce((sum, file) => sum + kilobytes(`chunks/${file}`), 0);
    expect(all).toBeGreaterThan(100); // Dexie and zod alone are more: less would mean that the chunk was not found
    expect(all).toBeLessThan(235);
  });
});
