// @vitest-environment happy-dom
/** The page of an account that is closed while it is looked at, and opened again. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import type { Api } from '#lib/api/api.ts';
import type { LookupAnswer } from '#lib/contract/sync.ts';
import { useMoment } from '#lib/panel/use-moment.ts';
import { acme, cache, page, told } from '../store/cache.ts';

const url = 'https://acme.example/';
const seen = { name: 'ACME', domains: ['acme.example'] };
const before = {
  tab: { tabId: 1, host: 'acme.example', followed: true },
  page: {
    ...{ site: 'web-page', unread: [] },
    detection: { kind: 'account' as const, site: 'web-page', url, account: seen },
  },
};

test('[A2] [A4] a page says that its account is not open as soon as that is told, and shows it again once it is', async () => {
  const store = await cache();
  const at = { kind: 'account' as const, id: 'acme', scope: 'acme' };
  let answer: LookupAnswer = { matches: [{ key: 'domain:acme.example', ...at }], closed: [] };
  const api = { lookup: async () => answer } as unknown as Api;
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result, unmount } = renderHook(
    () => useMoment({ store, api, before, onFollowed: () => {}, now: () => 0 }),
    { wrapper },
  );
  const known = { at: 'account', account: { is: 'known' } };
  await waitFor(() => expect(result.current.moment).toMatchObject(known));

  await act(() => store.apply(page({ revoked: ['acme'] })));
  await waitFor(() => expect(result.current.moment).toMatchObject({ withheld: 'closed' }));

  await act(() => store.apply(page({ puts: [told('account', acme, 9)], cursors: { acme: 9 } })));
  await waitFor(() => expect(result.current.moment).toMatchObject(known));
  expect(result.current.moment).not.toHaveProperty('withheld');

  // Somebody who never had it hears of it by another look alone.
  await act(() => store.apply(page({ revoked: ['acme'] })));
  answer = { matches: [], closed: ['domain:acme.example'] };
  await act(async () => result.current.lookAgain());
  await waitFor(() => expect(result.current.moment).toMatchObject({ withheld: 'closed' }));
  unmount();
});
