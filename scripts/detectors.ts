/** The detectors in real Chromium: bundled as they ship, evaluated in a world of their own, on pages served at any address. */
import { chromium } from 'playwright-core';
import { build, type Rollup } from 'vite';
import type { Reading } from '#lib/sites/detect.ts';
import { findChromium } from './browser.ts';

/** The browser the detectors run in; one plain line where there is none. */
export function browserPath(): string {
  const found = findChromium();
  if (!found) throw new Error('Chromium is missing: apt-get install -y chromium');
  return found;
}

/** The whole of lib/sites (or more) as one script that leaves `quorum` behind. */
async function bundle(entry: string): Promise<string> {
  const root = new URL('../', import.meta.url).pathname;
  const output = (await build({
    configFile: false,
    logLevel: 'silent',
    root,
    build: {
      write: false,
      target: 'chrome120',
      lib: { entry, formats: ['iife'], name: 'quorum' },
    },
  })) as Rollup.RollupOutput[];
  const chunk = output[0]?.output[0];
  if (!chunk) throw new Error('the detectors could not be bundled');
  return chunk.code;
}

export interface Detectors {
  /** Serves a page at its address and looks at it once. `ms` is the time of the look alone. */
  read(
    url: string,
    body: string,
    xhtml?: boolean,
    asked?: boolean,
  ): Promise<{ reading: Reading; ms: number }>;
  /** Runs an expression where the detectors are, on the page last read. */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

/** Starts one browser for many pages. */
export async function openDetectors(entry = 'lib/sites/registry.ts'): Promise<Detectors> {
  const [code, browser] = await Promise.all([
    bundle(entry),
    chromium.launch({
      executablePath: browserPath(),
      args: ['--no-sandbox', '--disable-background-networking'],
    }),
  ]);
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let served = { body: '', contentType: '' };
  await context.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({ status: 200, ...served })
      : route.abort(),
  );
  let contextId: number | undefined;
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      ...(contextId === undefined ? {} : { contextId }),
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  return {
    evaluate,
    async read(url, body, xhtml = false, asked = false) {
      served = {
        body,
        contentType: xhtml ? 'application/xhtml+xml' : 'text/html; charset=utf-8',
      };
      await page.goto('about:blank');
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 20_000 });
      const { frameTree } = await session.send('Page.getFrameTree');
      const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
      contextId = world.executionContextId;
      await evaluate(`${code};globalThis.quorum = quorum; undefined`);
      if (xhtml && (await evaluate<boolean>('!!document.querySelector("parsererror")')))
        throw new Error('not well-formed XHTML');
      return evaluate(`(() => {
        const url = new URL(location.href);
        const start = performance.now();
        const reading = quorum.detectAnywhere(document, url, undefined, ${asked});
        return { reading, ms: Math.round((performance.now() - start) * 100) / 100 };
      })()`);
    },
    close: () => browser.close(),
  };
}
