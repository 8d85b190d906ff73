/** Saved pages at their real addresses. Nothing but loopback can be reached: launch() maps every other name away. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { BrowserContext } from 'playwright-core';

/** XHTML must stay XHTML: parsed as HTML, the nested anchors of some saved pages would break apart. */
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
};

/**
 * Answers requests for `url` with the file, for the whole context; the query and the hash do not matter.
 * @returns how often it was asked for, and a way to stop.
 */
export async function servePage(
  context: BrowserContext,
  url: string,
  file: string,
): Promise<{ hits: () => number; stop: () => Promise<void> }> {
  const contentType = types[extname(file)];
  if (!contentType) throw new Error(`${file}: neither .html nor .xhtml`);
  return serveText(context, url, readFileSync(file, 'utf8'), contentType);
}

/** As servePage, for a page that the test wrote itself. */
export async function serveText(
  context: BrowserContext,
  url: string,
  body: string,
  contentType = 'text/html; charset=utf-8',
): Promise<{ hits: () => number; stop: () => Promise<void> }> {
  const { origin, pathname } = new URL(url);
  const matches = (asked: URL) => asked.origin === origin && asked.pathname === pathname;
  let hits = 0;
  await context.route(matches, (route) => {
    hits += 1;
    return route.fulfill({ contentType, body });
  });
  return { hits: () => hits, stop: () => context.unroute(matches) };
}
