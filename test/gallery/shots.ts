/**
 * Pictures of the gallery, each checked by axe: `node test/gallery/shots.ts DIR [--width 360] [--theme dark]
 * [--lang zh] [--only NAME,…]`. Ends with 1 when axe finds anything.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '360' },
    theme: { type: 'string', default: 'light' },
    lang: { type: 'string', default: 'en' },
    only: { type: 'string' },
  },
});
const directory = positionals[0] ?? 'test-results/gallery';
mkdirSync(directory, { recursive: true });

const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url));
// Built once: hundreds of states load faster from one file than from their sources.
const outDir = mkdtempSync(join(tmpdir(), 'quorum-gallery-'));
const shared = { configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } } as const;
await build(shared);
const server = await preview({ ...shared, preview: { host: '127.0.0.1', port: 0 } });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let found = 0;
try {
  const page = await browser.newPage({
    viewport: { width: Number(values.width), height: 720 },
    colorScheme: values.theme === 'dark' ? 'dark' : 'light',
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(address);
  const all = await page
    .locator('li a:first-child')
    .evaluateAll((links) => links.map((link) => link.textContent ?? ''));
  const chosen = values.only?.split(',') ?? all;
  for (const state of chosen) {
    await page.goto(`${address}?state=${state}&lang=${values.lang}`);
    await page.waitForSelector('#root > *');
    await page.screenshot({
      path: join(directory, `${state}-${values.width}-${values.theme}-${values.lang}.png`),
      fullPage: true,
    });
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
      };
      const { violations } = await axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary}`,
      );
    });
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    for (const line of violations) console.log(`${state}: ${line}`);
    if (wide > 0) console.log(`${state}: ${wide} px wider than the panel`);
    found += violations.length + (wide > 0 ? 1 : 0);
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(outDir, { recursive: true, force: true });
}
console.log(`${found} found`);
process.exit(found > 0 ? 1 : 0);

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}
