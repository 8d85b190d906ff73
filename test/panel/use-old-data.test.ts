// @vitest-environment happy-dom
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { useOldData } from '#lib/panel/use-old-data.ts';
import { Store } from '#lib/store/store.ts';

test('what was put aside can be saved as a file, and is gone once let go of', async () => {
  const options = { name: 'old-data', userId: 'ana', team: 'sales' } as const;
  const spoilt = await new Store(options).open();
  await spoilt.edit([
    { name: 'account.create@1', args: { account: { id: 'acme', name: 'ACME', domains: [] } } },
  ]);
  await spoilt.db.meta.delete('meta');
  spoilt.close();
  const store = await new Store(options).open();
  onTestFinished(() => store.close());

  const { result } = renderHook(() => useOldData(store));
  await waitFor(() => expect(result.current).toMatchObject({ rescued: 1, lost: 0 }));

  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:old';
  });
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await act(() => result.current?.save() ?? Promise.resolve());
  expect(clicked.mock.contexts).toMatchObject([
    { href: 'blob:old', download: expect.stringMatching(/^quorum-\d{4}-\d\d-\d\d\.json$/) },
  ]);
  expect(JSON.parse((await saved[0]?.text()) ?? '')).toMatchObject({
    outbox: [{ id: 1, name: 'account.create@1' }],
    records: [{ kind: 'account', id: 'acme' }],
  });

  await act(() => result.current?.remove() ?? Promise.resolve());
  await waitFor(() => expect(result.current).toBeUndefined());
});
