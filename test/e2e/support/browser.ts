/** Chromium with the built extension in it, on a profile that can be killed and started again. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { findChromium } from '../../../scripts/browser.ts';
import { atEnd, signalGroup, temporaryFolder, waitFor } from './cleanup.ts';
import { builtExtension, expectGrant, grantSite, openPanel, serviceWorker } from './extension.ts';
import { picturesOnFailure } from './failure.ts';
import { openSidePanel, type SidePanel } from './panel.ts';
import { type Display, startDisplay } from './xvfb.ts';

export interface LaunchOptions {
  /** A profile to go on with, after close() or kill(); else a new one. */
  profileDir?: string;
  /** On a display, as a person sees it; only there is the real side panel. */
  headed?: boolean;
  /** Of the headed browser's window and of the display it fills. */
  size?: { width: number; height: number };
  /** The unpacked extension; else what the build wrote. */
  extension?: string;
}

export interface Browser {
  context: BrowserContext;
  profileDir: string;
  /** There when headed. */
  display: Display | undefined;
  serviceWorker: () => Promise<Worker>;
  /** The panel that follows this page, in a window of its own. */
  panel: (page: Page) => Promise<Page>;
  /** The real side panel beside this page; headed only. */
  sidePanel: (page: Page) => Promise<SidePanel>;
  expectGrant: (pattern: string) => Promise<void>;
  grantSite: (pattern: string) => Promise<void>;
  /** For pages and the worker; requests under way fail as well, but an open event stream stays. */
  setOffline: (offline: boolean) => Promise<void>;
  close: () => Promise<void>;
  /** SIGKILL to every process of the browser, as by a power cut. */
  kill: () => Promise<void>;
}

/** Starts Chromium with the extension. It ends with the test, at the latest. */
export async function launch({
  profileDir = temporaryFolder('profile'),
  headed = false,
  size = { width: 1400, height: 900 },
  extension = builtExtension(),
}: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is missing: set CHROME_PATH');
  const display = headed ? await startDisplay(size) : undefined;
  // In a window the offer to save a password would lie over the panel.
  const preferences = join(profileDir, 'Default/Preferences');
  if (display && !existsSync(preferences)) {
    mkdirSync(dirname(preferences), { recursive: true });
    writeFileSync(preferences, JSON.stringify({ credentials_enable_service: false }));
  }
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath,
    headless: false, // Playwright's own headless mode knows no extensions; --headless=new does.
    ...(display
      ? { viewport: null, env: { ...process.env, DISPLAY: display.name } }
      : { viewport: { width: 1280, height: 860 } }),
    args: [
      ...(display
        ? [
            '--window-position=0,0',
            // Chromium leaves one pixel free to the right and below, which would stay black in a picture.
            `--window-size=${size.width + 1},${size.height + 1}`,
            '--remote-debugging-port=0',
          ]
        : ['--headless=new']),
      `--load-extension=${extension}`,
      `--disable-extensions-except=${extension}`,
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--lang=en',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
  picturesOnFailure(context);
  const pid = browserPid(profileDir);
  let open = true;
  const closed = new Promise<void>((resolve) =>
    context.once('close', () => {
      open = false;
      resolve();
    }),
  );

  const close = async () => {
    if (open) await context.close();
    await display?.stop();
  };
  const kill = async () => {
    signalGroup(pid, 'SIGKILL');
    await closed;
    await waitFor('the killed browser', () => (usesProfile(profileDir) ? undefined : true));
    await display?.stop();
  };
  atEnd(close);

  return {
    context,
    profileDir,
    display,
    serviceWorker: () => serviceWorker(context),
    panel: (page) => openPanel(context, page),
    sidePanel: async (page) => {
      if (!display) throw new Error('The real side panel needs a headed browser');
      await hearsTheKey(context);
      return openSidePanel({ page, display, profileDir });
    },
    expectGrant: (pattern) => expectGrant(context, pattern),
    grantSite: (pattern) => grantSite(context, pattern),
    setOffline: (offline) => context.setOffline(offline),
    close,
    kill,
  };
}

/** In a new profile nobody hears the key until the worker has run for the first time, to its end. */
async function hearsTheKey(context: BrowserContext): Promise<void> {
  const worker = await serviceWorker(context);
  const hears = () => worker.evaluate<boolean>('chrome.action.onClicked.hasListeners()');
  await waitFor('the worker to listen', async () => (await hears()) || undefined);
}

/** The browser's first process, which leads its group; Chromium notes it in the profile as host-pid. */
function browserPid(profileDir: string): number {
  const pid = Number(readlinkSync(join(profileDir, 'SingletonLock')).split('-').at(-1));
  if (!Number.isInteger(pid) || pid <= 1) throw new Error('The profile names no process');
  return pid;
}

/** Whether any process still has this profile open; it must not be started again before. */
function usesProfile(profileDir: string): boolean {
  return readdirSync('/proc').some((name) => {
    try {
      return (
        /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(profileDir)
      );
    } catch {
      return false; // It ended while we looked.
    }
  });
}
