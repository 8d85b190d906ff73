// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reading } from '#lib/sites/detect.ts';
import { follow, type PageMessage } from '#lib/sites/follow.ts';
import { watch } from '#lib/sites/watch.ts';
import { offer, type World, world } from '#lib/sites/world.ts';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<h1>Ana</h1>';
  see('visible');
});
afterEach(() => vi.useRealTimers());

const see = (state: 'visible' | 'hidden') => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
};
const show = async (name: string) => {
  const h1 = document.querySelector('h1');
  if (h1) h1.textContent = name;
  await vi.advanceTimersByTimeAsync(0);
};
const reading = (site: string | null = 'x'): Reading => ({
  site,
  detection: {
    kind: 'person',
    site: 'x',
    url: 'https://x.example/',
    person: { name: document.querySelector('h1')?.textContent ?? '', emails: [] },
  },
  ways: {},
  unread: [],
});

function watched(read = () => reading()) {
  const told: string[] = [];
  const stop = new AbortController();
  const spy = vi.fn(read);
  watch({
    document,
    signal: stop.signal,
    read: spy,
    tell: ({ detection }) =>
      told.push(detection?.kind === 'person' ? (detection.person.name ?? '') : ''),
  });
  return { told, stop, spy };
}

describe('a watched page', () => {
  test('is read once it has settled, and told only when it shows something else', async () => {
    const { told, spy } = watched();
    for (const name of ['B', 'Bo', 'Bo ']) await show(name);
    expect(told).toEqual(['Ana']);
    await vi.advanceTimersByTimeAsync(200);
    expect(told).toEqual(['Ana', 'Bo ']);
    document.body.append('noise');
    await vi.advanceTimersByTimeAsync(200);
    expect(told).toEqual(['Ana', 'Bo ']);
    expect(spy).toHaveBeenCalledTimes(3);
  });

  test('is read again when a field in it was left', async () => {
    const { spy } = watched();
    document.querySelector('h1')?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(200);
    expect(spy).toHaveBeenCalledTimes(2);
  });

  test('that never rests is read all the same, once a second', async () => {
    const { spy } = watched();
    for (let i = 0; i < 30; i++) {
      await show(`${i}`);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(spy.mock.calls.length).toBeGreaterThanOrEqual(3);
    expect(spy.mock.calls.length).toBeLessThanOrEqual(5);
  });

  test('is left alone while hidden, and read anew when shown', async () => {
    const { told, spy } = watched();
    see('hidden');
    await show('Bo');
    await vi.advanceTimersByTimeAsync(2000);
    expect(spy).toHaveBeenCalledTimes(1);
    see('visible');
    expect(told).toEqual(['Ana', 'Bo']);
  });

  test('that no site claims is not observed', async () => {
    const { spy } = watched(() => reading(null));
    await show('Bo');
    await vi.advanceTimersByTimeAsync(2000);
    expect(spy).toHaveBeenCalledTimes(1);
    window.dispatchEvent(new Event('popstate'));
    expect(spy).toHaveBeenCalledTimes(2);
  });

  test('is left for good when its panel goes', async () => {
    const { spy, stop } = watched();
    stop.abort();
    await show('Bo');
    window.dispatchEvent(new Event('popstate'));
    see('visible');
    await vi.advanceTimersByTimeAsync(2000);
    expect(spy).toHaveBeenCalledTimes(1);
  });
});

describe('following', () => {
  const start = (send: (message: PageMessage) => Promise<unknown>, here: World = world({})) => {
    const stop = new AbortController();
    const page = Object.assign(Object.create(document), {});
    Object.defineProperty(page, 'location', { value: new URL('https://www.linkedin.com/feed/') });
    for (const name of ['addEventListener', 'querySelectorAll'] as const)
      page[name] = (document[name] as (...args: unknown[]) => unknown).bind(document);
    Object.defineProperty(page, 'defaultView', { value: window });
    Object.defineProperty(page, 'documentElement', { value: document.documentElement });
    Object.defineProperty(page, 'visibilityState', { get: () => 'visible' });
    follow({ document: page, signal: stop.signal, asked: false, here, send });
    return { here, stop };
  };

  test('asks for its reader once, and reads when it has come, once', async () => {
    const said: string[] = [];
    const { here } = start(async (message) => void said.push(message.type));
    expect(said).toEqual(['readerWanted']);
    const reader = { read: vi.fn(() => reading()), report: () => '' };
    offer('linkedin', reader, here);
    offer('linkedin', { ...reader, read: vi.fn() }, here);
    await vi.advanceTimersByTimeAsync(500);
    expect(said).toEqual(['readerWanted', 'pageDetected']);
  });

  test('survives a background that does not answer', async () => {
    const { here } = start(() => Promise.reject(new Error('Extension context invalidated.')));
    await vi.advanceTimersByTimeAsync(0);
    offer('linkedin', { read: () => reading(), report: () => '' }, here);
    await vi.advanceTimersByTimeAsync(500);
  });
});
