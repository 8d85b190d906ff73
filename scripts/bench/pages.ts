/** Runs what is measured in pages of a real Chromium, on a profile that is on the disk. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../browser.ts';
import { scriptOf } from '../script-of.ts';
import { inTurns, type Measured, type Results } from './measure.ts';

declare const quorumBench: typeof import('./in-page.ts');

const records = 100_000;
/** Edits and events in one round; what counts is their median. */
const tries = 21;

export async function pages(rounds: number): Promise<Results> {
  const executablePath = findChromium();
  if (!executablePath)
    return { measured: [], notes: ['Chromium is not installed: no page was measured.'] };
  const script = await scriptOf('scripts/bench/in-page.ts', 'quorumBench');
  const profile = mkdtempSync(join(tmpdir(), 'quorum-bench-'));
  const server = createServer((_request, answer) => {
    answer.setHeader('content-type', 'text/html').end('<!doctype html><title>Bench</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--no-sandbox', '--no-first-run', '--disable-background-networking'],
  });
  const page = async () => {
    const opened = await context.newPage();
    await opened.goto(`http://127.0.0.1:${port}/`);
    await opened.addScriptTag({ content: script });
    return opened;
  };
  try {
    return {
      measured: [await filling(rounds, page), await reaching(rounds, page)],
      notes: [
        `In Chromium ${context.browser()?.version() ?? ''}, IndexedDB on the disk with strict durability.`,
      ],
    };
  } finally {
    await context.close();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function filling(rounds: number, open: () => Promise<Page>): Promise<Measured> {
  const page = await open();
  const measured = await inTurns(
    rounds,
    (round) =>
      page.evaluate(([name, n]) => quorumBench.fill(name, n), [`fill-${round}`, records] as const),
    (round) =>
      page.evaluate(([name, n]) => quorumBench.bulkPut(name, n), [
        `bulk-${round}`,
        records,
      ] as const),
  );
  await page.close();
  return {
    what: `Fill a cache with ${records.toLocaleString('en')} records`,
    bare: 'Dexie’s bulkPut',
    rounds: measured,
  };
}

async function reaching(rounds: number, open: () => Promise<Page>): Promise<Measured> {
  const [here, there] = [await open(), await open()];
  await there.evaluate((name) => quorumBench.watch(name), 'shared');
  const medianOf = async (one: (at: number) => Promise<number>) => {
    const times: number[] = [];
    for (let at = 0; at < tries; at++) times.push(await one(at));
    return times.sort((a, b) => a - b)[tries >> 1] ?? 0;
  };
  const event = (round: number) =>
    medianOf((at) => here.evaluate((token) => quorumBench.event(token), `${round}-${at}`));
  let answer = await event(-1);
  const measured = await inTurns(
    rounds,
    (round) =>
      medianOf((at) =>
        here.evaluate(([token, less]) => quorumBench.edit('shared', token, less), [
          `edit ${round}-${at}`,
          answer,
        ] as const),
      ),
    async (round) => {
      answer = await event(round);
      return answer;
    },
  );
  return {
    what: 'An edit reaches another panel’s query',
    bare: 'one BroadcastChannel event',
    rounds: measured,
  };
}
