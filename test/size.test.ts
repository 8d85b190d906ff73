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

describe.skipIf(!existsSync(built))('of what is built (skipped where nothing is)', () => {
  test('the script injected first into a page is under 8 KB (gzip)', () => {
    expect(kilobytes('content.js')).toBeLessThan(8);
  });

  test('the panel’s scripts at first paint are under 150 KB (gzip), the rest comes on demand', () => {
    const html = readFileSync(`${built}sidepanel.html`, 'utf8');
    // What the entry imports at once is preloaded by the page itself; what it loads later is not named there.
    const files = [...html.matchAll(/(?:src|href)="\/(chunks\/[^"]+\.js)"/g)].map(
      ([, file]) => file,
    );
    expect(files.length).toBeGreaterThan(1);
    const all = files.reduce((sum, file = '') => sum + kilobytes(file), 0);
    expect(all).toBeGreaterThan(50); // React alone is more: less would mean that the list was not found
    expect(all).toBeLessThan(150);
  });

  test('what the panel’s content needs besides is under 250 KB (gzip), without search, palette, keys and public suffixes', () => {
    const app = readdirSync(`${built}chunks`).find((file) => file.startsWith('app-')) ?? '';
    const html = readFileSync(`${built}sidepanel.html`, 'utf8');
    const files = [...reached(app)].filter((file) => !html.includes(file));
    expect(files.some((file) => /^(finder|shortcuts|domains|first-run|edit-)-/.test(file))).toBe(
      false,
    );
    const all = files.reduce((sum, file) => sum + kilobytes(`chunks/${file}`), 0);
    expect(all).toBeGreaterThan(100); // Dexie and zod alone are more: less would mean that the chunk was not found
    expect(all).toBeLessThan(250);
  });
});
