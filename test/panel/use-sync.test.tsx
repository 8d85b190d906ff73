// @vitest-environment happy-dom
import { renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createUndo } from '#lib/panel/undo.ts';
import { useUnresolved } from '#lib/panel/use-sync.ts';
import { cache, rename } from '../store/cache.ts';

test('[C6] what the server did not take stands in the order of its making, and is not offered to be undone', async () => {
  const store = await cache();
  const undo = createUndo();
  for (const nonce of ['taken', 'z-first', 'a-second'])
    undo.getState().remember({ what: 'changedContact', name: nonce, calls: [], nonce });
  const { result } = renderHook(() => useUnresolved(store, undo));
  const refused = (id: number, nonce: string, at: string) =>
    store.db.unresolved.put({
      ...{ id, nonce, at, base: 0, ...rename(nonce) },
      result: { id, nonce, status: 'rejected', code: 'identityTaken' },
    });
  await refused(5, 'a-second', '2026-11-22T12:00:01.000Z');
  await refused(4, 'z-first', '2026-11-22T12:00:00.000Z');
  await waitFor(() =>
    expect(result.current.map(({ nonce }) => nonce)).toEqual(['z-first', 'a-second']),
  );
  expect(undo.getState().done).toMatchObject([{ name: 'taken' }]);
});
