import { chromium, type Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findChromium } from '../../scripts/browser.ts';
import { serveGallery } from '../gallery/built.ts';
import { misfits } from '../gallery/misfits.ts';
import { atEnd } from './support/cleanup.ts';

async function openPage(): Promise<Page> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox'],
  });
  atEnd(() => browser.close());
  return browser.newPage({ viewport: { width: 320, height: 720 }, reducedMotion: 'reduce' });
}

test('what reaches beyond the page, is cut off or lies under another control is found', async () => {
  const page = await openPage();
  await page.setContent(`<style>* { box-sizing: border-box }</style>
    <p style="width: 400px">too wide</p>
    <p style="width: 90px; overflow: hidden; white-space: nowrap">cut off without a sign</p>
    <p style="width: 90px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">cut off, and says so</p>
    <div style="width: 90px; overflow: auto"><p style="width: 400px">scrolls</p></div>
    <button>one</button><button style="margin-inline-start: -20px">other</button>`);
  expect(await page.evaluate(misfits, null)).toEqual([
    'the page is 408 px wide in 320',
    'p “too wide” reaches from 8 to 408 of 320 px',
    'p “cut off without a sign” is cut off at its side',
    'button “one” lies over button “other”',
  ]);
});

/** Where most stands in a line, or is longest; `test/gallery/shots.ts --width 320` looks at every state. */
const tightest = [
  ...['person-new', 'person-awkward', 'person-25-members', 'person-tags', 'person-left'],
  ...['account-groups-awkward', 'account-journey', 'merge-accounts', 'history-long', 'outbox'],
  ...['decision', 'decision-crowded', 'effect-log', 'conflict-edit-text', 'unresolved'],
  ...['mail-writing-40', 'people-closed', 'people-crowd', 'palette', 'search-more'],
  ...['first-run', 'first-sites', 'tour-attach', 'server-outdated', 'options-admin-open'],
];

test('a panel of 320 px holds the tightest states of the gallery, and so does one of 480 px at 200 % zoom', async () => {
  const gallery = await serveGallery();
  atEnd(gallery.close);
  const page = await openPage();
  await page.goto(gallery.address);
  const all = await page.locator('li a:first-child').allTextContents();
  expect(all).toEqual(expect.arrayContaining(tightest));
  // A frame turns narrower without anything being drawn anew.
  const found = await page.evaluate(
    async ({ names, look }) => {
      const misfits = new Function(`return ${look}`)() as (frame: Window | null) => string[];
      const frame = document.createElement('iframe');
      frame.height = '720';
      document.body.replaceChildren(frame);
      const heard = (from: EventTarget | null, event: string) =>
        new Promise((resolve) => from?.addEventListener(event, resolve, { once: true }));
      const lines: string[] = [];
      frame.src = '?state=none';
      await heard(frame, 'load');
      for (const name of names) {
        const drawn = heard(frame.contentWindow, 'drawn');
        if (frame.contentWindow) frame.contentWindow.location.hash = name;
        await drawn;
        // What comes on demand, or once something is measured, comes with the next frame.
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        for (const width of [320, 240]) {
          frame.width = String(width);
          for (const line of misfits(frame.contentWindow))
            lines.push(`${name} at ${width} px: ${line}`);
        }
      }
      return lines;
    },
    { names: tightest, look: misfits.toString() },
  );
  expect(found).toEqual([]);
});
