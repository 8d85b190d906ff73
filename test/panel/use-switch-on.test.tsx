// @vitest-environment happy-dom
/** A site that the browser did not allow: said until that is no longer so, or no longer of interest. */
import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Before } from '#lib/panel/page-in-front.ts';
import { useSwitchOn } from '#lib/panel/use-switch-on.ts';

const off: Before = { tab: { tabId: 1, host: 'www.linkedin.com', followed: false }, page: null };
const heard: { added: () => void; allow: boolean } = { added: () => {}, allow: false };
const listeners = { addListener: () => {}, removeListener: () => {} };

beforeEach(() => {
  heard.allow = false;
  Object.assign(browser, {
    permissions: {
      request: vi.fn(async () => heard.allow),
      onAdded: {
        ...listeners,
        addListener: (listener: () => void) => {
          heard.added = listener;
        },
      },
      onRemoved: listeners,
    },
  });
});

async function denied() {
  const view = renderHook((before: Before) => useSwitchOn(before), { initialProps: off });
  act(() => view.result.current.switchOn('www.linkedin.com'));
  await waitFor(() =>
    expect(view.result.current.failed).toMatchObject({ code: 'permissionDenied' }),
  );
  return view;
}

test('it is said as long as nothing changes, and no longer once it is allowed', async () => {
  const { result, rerender } = await denied();
  rerender({ ...off });
  expect(result.current.failed).toBeDefined();
  heard.allow = true;
  await act(async () => result.current.switchOn('www.linkedin.com'));
  expect(result.current.failed).toBeUndefined();
});

test('a site allowed elsewhere, in the settings or in the browser, ends it as well', async () => {
  const { result } = await denied();
  act(() => heard.added());
  expect(result.current.failed).toBeUndefined();
});

test('so does another page in front', async () => {
  const { result, rerender } = await denied();
  rerender({ tab: { tabId: 2, host: null, followed: false }, page: null });
  expect(result.current.failed).toBeUndefined();
});
