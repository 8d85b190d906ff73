// @vitest-environment happy-dom
/** What a page comes to while its account is closed and opened again, and while the server has not answered. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Api } from '#lib/api/api.ts';
import type { LookupAnswer } from '#lib/contract/sync.ts';
import { useMoment } from '#lib/panel/use-moment.ts';
import { acme, cache, page, told } from '../store/cache.ts';

const url = 'https://acme.example/';
const seen = { name: 'ACME', domains: ['acme.example'] };
const globex = { name: 'Globex', domains: ['globex.example'] };
const before = {
  tab: { tabId: 1, host: 'acme.example', followed: true },
  page: {
    ...{ site: 'web-page', unread: [] },
    detection: { kind: 'account' as const, site: 'web-page', url, account: seen },
  },
};

const client = new QueryClient();
afterEach(() => client.clear());
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);

test('whom a silent server was asked about is not called new, and shows once it answers', async () => {
  const store = await cache();
  const page = { ...before.page, detection: { ...before.page.detection, account: globex } };
  let say: (answer: LookupAnswer) => void = () => {};
  const api = {
    lookup: () =>
      new Promise((resolve) => {
        say = resolve;
      }),
  } as unknown as Api;
  const options = { store, api, before: { ...before, page }, onFollowed: () => {} };
  const { result, unmount } = renderHook(() => useMoment({ ...options, patience: 0 }), { wrapper });
  expect(result.current.moment).toEqual({ at: 'loading' });
  const silent = { at: 'account', account: { is: 'new' }, unsaid: 'unanswered' };
  await waitFor(() => expect(result.current.moment).toMatchObject(silent));

  say({ matches: [], closed: [] });
  await waitFor(() => expect(result.current.moment).not.toHaveProperty('unsaid'));
  expect(result.current.moment).toMatchObject({ account: { is: 'new' } });
  unmount();
});

test('whom nobody could be asked about is not called new either, and can be asked about again', async () => {
  const store = await cache();
  const page = { ...before.page, detection: { ...before.page.detection, account: globex } };
  let away = true;
  const lookup = async (): Promise<LookupAnswer> => {
    if (away) throw new Error('away');
    return { matches: [], closed: [] };
  };
  const api = { lookup } as unknown as Api;
  const { result, unmount } = renderHook(
    () => useMoment({ store, api, before: { ...before, page }, onFollowed: () => {} }),
    { wrapper },
  );
  await waitFor(() => expect(result.current.moment).toHaveProperty('unsaid', 'unanswered'));
  away = false;
  await act(async () => result.current.lookAgain());
  await waitFor(() => expect(result.current.moment).not.toHaveProperty('unsaid'));
  unmount();
});

test('whom nobody could be asked about is asked about again once the server has been reached, and not before', async () => {
  const store = await cache();
  const page = { ...before.page, detection: { ...before.page.detection, account: globex } };
  let away = true;
  const lookup = vi.fn(async (): Promise<LookupAnswer> => {
    if (away) throw new Error('away');
    return { matches: [], closed: [] };
  });
  const api = { lookup } as unknown as Api;
  const onUnanswered = vi.fn();
  const { result, rerender, unmount } = renderHook(
    (reached: number | null) =>
      useMoment({
        ...{ store, api, reached, onUnanswered, onFollowed: () => {} },
        before: { ...before, page },
      }),
    { wrapper, initialProps: 1 as number | null },
  );
  const unanswered = () => expect(result.current.moment).toHaveProperty('unsaid', 'unanswered');
  await waitFor(unanswered);
  expect(onUnanswered).toHaveBeenCalledOnce();
  rerender(null);
  expect(lookup).toHaveBeenCalledTimes(1);

  // Reached, but not for this: nothing follows from that but the next time it is reached.
  rerender(2);
  await waitFor(() => expect(lookup).toHaveBeenCalledTimes(2));
  await waitFor(unanswered);
  expect(onUnanswered).toHaveBeenCalledOnce();
  rerender(null);
  expect(lookup).toHaveBeenCalledTimes(2);

  away = false;
  rerender(3);
  await waitFor(() => expect(result.current.moment).not.toHaveProperty('unsaid'));
  expect(lookup).toHaveBeenCalledTimes(3);
  rerender(4);
  expect(lookup).toHaveBeenCalledTimes(3);
  unmount();
});

test('a list shows whom it knows at once; of the others it says that they are asked about, then what comes of it', async () => {
  const store = await cache();
  const people = [
    { name: 'Kim Adeyemi', emails: ['kim@acme.example'] },
    { name: 'Dana Cole', emails: ['dana@globex.example'] },
  ];
  const page = {
    ...before.page,
    detection: { kind: 'people' as const, site: 'web-page', url, people },
  };
  let fail: (error: Error) => void = () => {};
  let say: (answer: LookupAnswer) => void = () => {};
  const lookup = () =>
    new Promise<LookupAnswer>((resolve, reject) => {
      say = resolve;
      fail = reject;
    });
  const api = { lookup } as unknown as Api;
  const { result, unmount } = renderHook(
    () =>
      useMoment({ store, api, before: { ...before, page }, onFollowed: () => {}, patience: 1e6 }),
    { wrapper },
  );
  const list = (unsaid: string) => ({
    at: 'people',
    people: [{}, { match: { is: 'new' } }],
    unsaid,
  });
  await waitFor(() => expect(result.current.moment).toMatchObject(list('checking')));
  await act(async () => fail(new Error('away')));
  await waitFor(() => expect(result.current.moment).toMatchObject(list('unanswered')));
  await act(async () => result.current.lookAgain());
  await waitFor(() => expect(result.current.moment).toMatchObject(list('checking')));
  await act(async () => say({ matches: [], closed: [] }));
  await waitFor(() => expect(result.current.moment).not.toHaveProperty('unsaid'));
  unmount();
});

test('[A2] [A4] a page says that its account is not open as soon as that is told, and shows it again once it is', async () => {
  const store = await cache();
  const at = { kind: 'account' as const, id: 'acme', scope: 'acme' };
  const open: LookupAnswer = { matches: [{ key: 'domain:acme.example', ...at }], closed: [] };
  let answer = open;
  const lookup = vi.fn(async () => answer);
  const api = { lookup } as unknown as Api;
  const { result, rerender, unmount } = renderHook(
    (sight: number) => useMoment({ store, api, before, sight, onFollowed: () => {}, now: () => 0 }),
    { wrapper, initialProps: 0 },
  );
  const known = { at: 'account', account: { is: 'known' } };
  await waitFor(() => expect(result.current.moment).toMatchObject(known));

  await act(() => store.apply(page({ revoked: ['acme'] })));
  await waitFor(() => expect(result.current.moment).toMatchObject({ withheld: 'closed' }));

  await act(() => store.apply(page({ puts: [told('account', acme, 9)], cursors: { acme: 9 } })));
  await waitFor(() => expect(result.current.moment).toMatchObject(known));
  expect(result.current.moment).not.toHaveProperty('withheld');

  // Nobody needs to look again: the pull told.
  await act(async () => rerender(12));
  expect(lookup).toHaveBeenCalledTimes(1);

  // Somebody who never had it hears of it by another look alone, which a change of who may see what leads to.
  await act(() => store.apply(page({ revoked: ['acme'] })));
  answer = { matches: [], closed: ['domain:acme.example'] };
  await act(async () => result.current.lookAgain());
  await waitFor(() => expect(result.current.moment).toMatchObject({ withheld: 'closed' }));
  await store.db.scopes.delete('acme');
  const asked = lookup.mock.calls.length;
  rerender(13);
  await waitFor(() => expect(lookup).toHaveBeenCalledTimes(asked + 1));
  expect(result.current.moment).toMatchObject({ withheld: 'closed' });
  answer = open;
  rerender(14);
  await waitFor(() => expect(result.current.moment).toMatchObject({ at: 'loading' }));
  await act(() => store.apply(page({ puts: [told('account', acme, 20)], cursors: { acme: 20 } })));
  await waitFor(() => expect(result.current.moment).toMatchObject(known));
  await act(async () => rerender(15));
  expect(lookup).toHaveBeenCalledTimes(asked + 2);
  unmount();
});
