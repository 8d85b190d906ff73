/**
 * Runs the detectors in real Chromium on saved pages, each served at its own address.
 *   npm run -s detect -- DIR               every page DIR/index.json names
 *   npm run -s detect -- --url URL FILE    one page
 * One JSON line a page: {"file", "detection", "site", "ms"}. A missing or broken file: one line on standard error, exit code 2.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDetectors } from './detectors.ts';

interface Job {
  file: string;
  path: string;
  url: string;
}

/** The pages to read; throws with one plain line when the arguments or the index are no good. */
async function jobs(args: readonly string[]): Promise<Job[]> {
  if (args[0] === '--url') {
    const [, url, path] = args;
    if (!url || !path) throw new Error('usage: npm run -s detect -- --url URL FILE');
    return [{ file: path, path, url }];
  }
  const dir = args[0];
  if (!dir) throw new Error('usage: npm run -s detect -- DIR | --url URL FILE');
  const index: unknown = JSON.parse(await readFile(join(dir, 'index.json'), 'utf8'));
  if (typeof index !== 'object' || index === null) throw new Error('index.json: not an object');
  return Object.entries(index).map(([file, entry]: [string, { url?: unknown } | null]) => ({
    file,
    path: join(dir, file),
    url: String(entry?.url ?? ''),
  }));
}

const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 300);

try {
  const pages = await jobs(process.argv.slice(2));
  const detectors = await openDetectors();
  for (const { file, path, url } of pages) {
    try {
      if (!URL.canParse(url)) throw new Error('no address to serve it at');
      const { reading, ms } = await detectors.read(
        url,
        await readFile(path, 'utf8'),
        path.endsWith('.xhtml'),
      );
      console.log(JSON.stringify({ file, detection: reading.detection, site: reading.site, ms }));
    } catch (error) {
      process.exitCode = 2;
      console.error(`${file}: ${oneLine(error)}`);
    }
  }
  await detectors.close();
} catch (error) {
  process.exitCode = 2;
  console.error(oneLine(error));
}
