import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { closeOnClick } from '#lib/browser/icon-click.ts';
import { type ActiveTab, clickedTab } from '#lib/browser/tabs.ts';

beforeEach(() => fakeBrowser.reset());

/** A panel beside a page with this address. Each click comes a second after the one before. */
async function panelBeside(url: string) {
  const here = await browser.windows.create({});
  const { id: tabId = -1 } = await browser.tabs.create({ url, windowId: here?.id ?? -1 });
  browser.windows.getCurrent = vi.fn(async () => here) as never;
  const known: { tab: ActiveTab | null } = { tab: null };
  const close = vi.fn();
  closeOnClick(() => known.tab, new AbortController().signal, close);
  let at = performance.timeOrigin;
  return {
    close,
    sees: (tab: Omit<ActiveTab, 'tabId'>) => {
      known.tab = { tabId, ...tab };
    },
    click: (on = tabId, after = 1000) => {
      at += after;
      return clickedTab.setValue({ tabId: on, at });
    },
  };
}

const unseen = { host: null, followed: false };
const seen = { host: 'www.linkedin.com', followed: false };

test('a click closes the panel where the page is seen, and where nobody looks at pages yet', async () => {
  const { click, close, sees } = await panelBeside('https://www.linkedin.com/in/kim/');
  await click();
  await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(1));
  sees(seen);
  await click();
  await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(2));
});

test('a click that lets the panel see which page it is leaves it open; the next one closes it', async () => {
  const { click, close, sees } = await panelBeside('https://www.linkedin.com/in/kim/');
  sees(unseen);
  await click();
  sees(seen);
  await click();
  await vi.waitFor(() => expect(close).toHaveBeenCalled());
  expect(close).toHaveBeenCalledTimes(1);
});

test('a page of the browser itself stays unseen, so a click on it closes the panel', async () => {
  const { click, close, sees } = await panelBeside('chrome://newtab/');
  sees(unseen);
  await click();
  await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(1));
});

test('neither the click that opened it nor one in another window closes it', async () => {
  const { click, close } = await panelBeside('https://www.linkedin.com/in/kim/');
  const other = await browser.windows.create({});
  const { id } = await browser.tabs.create({ windowId: other?.id ?? -1 });
  await click(undefined, -1);
  await click(id);
  await click();
  await vi.waitFor(() => expect(close).toHaveBeenCalled());
  expect(close).toHaveBeenCalledTimes(1);
});
