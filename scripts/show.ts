/** Opens a browser of its own with the extension loaded. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { findChromium } from './browser.ts';
import { extensionFolder } from './build.ts';

export const hasDisplay = (env: NodeJS.ProcessEnv, platform = process.platform): boolean =>
  platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/** Without the two hyphens, `npm start --no-browser`, npm keeps the flag for itself and tells of it only here. */
export const browserWanted = (flags: { 'no-browser'?: boolean }, env: NodeJS.ProcessEnv): boolean =>
  !flags['no-browser'] && env.npm_config_browser !== '';

/** The browser with `url` in front, its profile kept in `profile`; `undefined` where no Chromium was found. */
export function showBrowser(url: string, profile: string): ChildProcess | undefined {
  const chromium = findChromium();
  if (!chromium) return undefined;
  const extension = resolve(extensionFolder);
  const root = process.getuid?.() === 0; // its sandbox refuses to run as root
  const browser = spawn(
    chromium,
    [
      `--user-data-dir=${resolve(profile)}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--no-first-run',
      '--no-default-browser-check',
      ...(root ? ['--no-sandbox', '--test-type'] : []),
      url,
    ],
    { stdio: 'ignore' },
  );
  browser.on('error', () => {}); // then there is none; the printed address still works
  return browser;
}

const graceMs = 3000;

/** Lets the browser close in order, so that its next start offers no repair; then insists. */
export async function closeBrowser(browser: ChildProcess): Promise<void> {
  if (browser.exitCode !== null || browser.signalCode !== null || browser.pid === undefined) return;
  const gone = once(browser, 'exit');
  browser.kill('SIGTERM');
  const insist = setTimeout(() => browser.kill('SIGKILL'), graceMs);
  await gone;
  clearTimeout(insist);
}
