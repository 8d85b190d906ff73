import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type ActiveTab, followActiveTab } from '#lib/browser/tabs.ts';

test('a page that came while another was taken for followed is not overlooked', async () => {
  fakeBrowser.reset();
  const ended = new AbortController();
  const tab = await browser.tabs.create({ url: 'http://127.0.0.1/practice' });
  const told: (ActiveTab | null)[] = [];
  const leave: (() => void)[] = [];
  browser.tabs.connect = vi.fn(() => ({
    onDisconnect: { addListener: (listener: () => void) => leave.push(listener) },
    disconnect: () => {},
  })) as never;
  followActiveTab((now) => told.push(now), ended.signal, tab.id);
  await expect.poll(() => leave).toHaveLength(1);

  await browser.tabs.update(tab.id, { url: 'https://www.linkedin.com/in/kim/' });
  await fakeBrowser.tabs.onUpdated.trigger(tab.id as number, { status: 'complete' }, tab);
  expect(leave).toHaveLength(1);
  leave[0]?.(); // only now it is told that nobody listened on the page before
  await expect.poll(() => leave).toHaveLength(2);
  expect(told.at(-1)).toMatchObject({ host: 'www.linkedin.com', followed: true });

  leave[1]?.();
  expect(told.at(-1)).toMatchObject({ host: 'www.linkedin.com', followed: false });
  expect(leave).toHaveLength(2);
  ended.abort();
});
