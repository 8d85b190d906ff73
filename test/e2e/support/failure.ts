/** When a test fails, what its browsers showed at that moment is kept as pictures in `test-results/`. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { TestContext } from 'vitest';

const open = new Set<BrowserContext>();

/** Pictures of this browser's pages are taken when a test fails. */
export function picturesOnFailure(context: BrowserContext): void {
  open.add(context);
  context.once('close', () => open.delete(context));
}

/** For the set-up, which runs for each file: this module is loaded once for several. */
export async function keepPictures({ task }: TestContext): Promise<void> {
  if (task.result?.state !== 'fail') return;
  const folder = resolve('test-results');
  mkdirSync(folder, { recursive: true });
  const name = task.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  const pages = [...open].flatMap((context) => context.pages());
  await Promise.all(
    pages.map(async (page, index) => {
      const path = `${folder}/failed-${name}-${index}.png`;
      await page.screenshot({ path, timeout: 5_000 }).catch(() => {}); // It may be closing.
    }),
  );
}
