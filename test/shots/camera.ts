/** Where the pictures go, and how one is taken: at rest, whole, and looked at by axe on the way. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { offences } from '../e2e/support/axe.ts';
import type { SidePanel } from '../e2e/support/panel.ts';

export const folder = process.env.QUORUM_SHOTS ?? 'test-results/shots';

/** Puts a picture taken elsewhere beside the others. */
export function keep(path: string | undefined, name: string): void {
  mkdirSync(folder, { recursive: true });
  if (path) copyFileSync(path, join(folder, `${name}.png`));
}

/** Waits until the side panel has had nothing to send or fetch for a second: a round begins anew behind some acts. */
export const atRest = (panel: SidePanel): Promise<void> =>
  panel.evaluate(`new Promise((resolve) => {
    let quiet = 0;
    const looking = setInterval(() => {
      quiet = document.body.textContent.includes('Syncing') ? 0 : quiet + 1;
      if (quiet === 10) { clearInterval(looking); resolve(); }
    }, 100);
  })`);

export interface Look {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  /** What stands at the top of the picture, where that is not the page's. */
  from?: Locator;
}

/** A picture of one of our own pages, as wide as asked for; nothing in it may offend axe. */
export async function shot(
  page: Page,
  name: string,
  { width = 400, height = 860, theme = 'light', from }: Look = {},
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await from?.evaluate((it) => it.scrollIntoView());
  await page.waitForFunction(() => !/Syncing|同步中/.test(document.body.textContent));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  expect(await offences(page), name).toEqual([]);
}
