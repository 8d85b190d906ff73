/** The pages the suites read: our own, and the saved ones where that folder is. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Detection } from '#lib/model/detection.ts';
import type { Expected } from './score.ts';

export interface Page<Expect> {
  file: string;
  url: string;
  body: string;
  xhtml: boolean;
  /** Read on the user's click, its site not being switched on. */
  asked: boolean;
  expect: Expect;
}

function load<Expect>(dir: string): Page<Expect>[] {
  const index = JSON.parse(readFileSync(join(dir, 'index.json'), 'utf8')) as Record<
    string,
    { url: string; asked?: boolean; expect: Expect }
  >;
  return Object.entries(index).map(([file, { url, asked = false, expect }]) => ({
    file,
    url,
    asked,
    expect,
    body: readFileSync(join(dir, file), 'utf8'),
    xhtml: file.endsWith('.xhtml'),
  }));
}

const root = new URL('../../', import.meta.url).pathname;

/** Pages we wrote, with invented people; `expect` is the whole detection but its address. */
export const ownPages = load<Omit<Detection, 'url'> | null>(join(root, 'test/fixtures/pages'));

const shared = join(root, '../shared/pages');
/** Real pages kept beside the project, not in it; none where the folder is missing. */
export const savedPages = existsSync(join(shared, 'index.json')) ? load<Expected>(shared) : [];
if (savedPages.length === 0) console.log('saved pages: skipped, ../shared/pages is not here');
