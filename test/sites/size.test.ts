import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const first = new URL('../../.output/chrome-mv3/content.js', import.meta.url).pathname;

test.skipIf(!existsSync(first))('the script injected first is under 8 KB (gzip)', () => {
  expect(gzipSync(readFileSync(first)).length).toBeLessThan(8 * 1024);
});
