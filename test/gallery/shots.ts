/**
 * Pictures of the gallery, each checked by axe and for what does not fit: `node test/gallery/shots.ts DIR [--width 360]
 * [--zoom 2] [--theme dark] [--lang zh] [--dir rtl] [--forced-colors] [--only NAME,…]`. Ends with 1 when anything is found.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { serveGallery } from './built.ts';
import { misfits } from './misfits.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '360' },
    theme: { type: 'string', default: 'light' },
    lang: { type: 'string', default: 'en' },
    dir: { type: 'string', default: 'ltr' },
    zoom: { type: 'string', default: '1' },
    'forced-colors': { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const zoom = Number(values.zoom);
const way = [
  values.width,
  zoom === 1 ? [] : `${zoom}x`,
  values.theme,
  values.lang,
  values.dir === 'rtl' ? 'rtl' : [],
  values['forced-colors'] ? 'forced' : [],
]
  .flat()
  .join('-');
const directory = positionals[0] ?? 'test-results/gallery';
mkdirSync(directory, { recursive: true });

const gallery = await serveGallery();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let count = 0;
try {
  const page = await browser.newPage({
    // To zoom is to have fewer pixels of the page's own, each of them larger.
    viewport: { width: Math.round(Number(values.width) / zoom), height: Math.round(720 / zoom) },
    colorScheme: values.theme === 'dark' ? 'dark' : 'light',
    deviceScaleFactor: 2 * zoom,
    forcedColors: values['forced-colors'] ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(gallery.address);
  const all = await page
    .locator('li a:first-child')
    .evaluateAll((links) => links.map((link) => link.textContent ?? ''));
  const chosen = values.only?.split(',') ?? all;
  for (const state of chosen) {
    await page.goto(`${gallery.address}?state=${state}&lang=${values.lang}&dir=${values.dir}`);
    await page.waitForSelector('#root > *');
    await page.screenshot({
      path: join(directory, `${state}-${way}.png`),
      fullPage: true,
    });
    await page.evaluate(axe);
    // In forced colours axe reads those that we named, not those that are drawn.
    const contrast = !values['forced-colors'];
    const violations = await page.evaluate(async (contrast) => {
      const { axe } = window as unknown as {
        axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
      };
      const { violations } = await axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { 'color-contrast': { enabled: contrast } },
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary}`,
      );
    }, contrast);
    const found = [...violations, ...(await page.evaluate(misfits, null))];
    for (const line of found) console.log(`${state}: ${line}`);
    count += found.length;
  }
} finally {
  await browser.close();
  await gallery.close();
}
console.log(`${count} found`);
process.exit(count > 0 ? 1 : 0);

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}
