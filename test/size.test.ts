/** What is loaded before anything shows: bytes do not depend on the machine, so a budget can hold them. */
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const built = new URL('../.output/chrome-mv3/', import.meta.url).pathname;
const kilobytes = (file: string) => gzipSync(readFileSync(`${built}${file}`)).length / 1024;

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
});
