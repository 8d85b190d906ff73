/** Where the pictures go, and how one is taken: at rest, whole, and looked at by axe on the way. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { offences } from '../e2e/support/axe.ts';

export const folder = process.env.QUORUM_SHOTS ?? 'test-results/shots';

/** Puts a picture taken elsewhere beside the others. */
export function keep(path: string | undefined, name: string): void {
  mkdirSync(folder, { recursive: true });
  if (path) copyFileSync(path, join(folder, `${name}.png`));
}

export interface Look {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
}

/** A picture of one of our own pages, as wide as asked for; nothing in it may offend axe. */
export async function shot(
  page: Page,
  name: string,
  { width = 400, height = 860, theme = 'light' }: Look = {},
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  expect(await offences(page), name).toEqual([]);
}
