import { expect, test } from 'vitest';
import { createActs } from '#lib/panel/acts.ts';
import { ownEdits } from '#lib/panel/outbox.ts';
import { createUndo } from '#lib/panel/undo.ts';
import { cache, dana, deal, page, rename, see, told } from '#test/store/cache.ts';

const acts = (store: Awaited<ReturnType<typeof cache>>) =>
  createActs({ store, undo: createUndo(), nudge: () => {}, userId: 'ana', team: 'sales' });

/** What the server says to all that waits. */
async function confirm(store: Awaited<ReturnType<typeof cache>>) {
  const pending = await store.pending();
  const results = pending.map(({ id, nonce }) => ({ id, nonce, status: 'applied' as const }));
  await store.depart(pending);
  await store.apply(page({ lastMutationId: pending.at(-1)?.id ?? 0, results }));
}

test('[R2] an own edit can be undone after the panel was closed, once', async () => {
  const store = await cache();
  await acts(store).setTerms(deal, { amount: 90_000, currency: 'EUR', closeDate: null });
  const [edit] = await ownEdits(store);
  expect(edit).toMatchObject({ about: 'Talent', state: 'waiting', undo: 'open' });

  const later = acts(store);
  await later.undoEdit(edit?.nonce ?? '');
  expect((await see(store, 'opportunity', 'deal'))?.amount).toBeUndefined();
  expect(await ownEdits(store)).toMatchObject([{ back: true }, { undo: 'undone' }]);
  await expect(later.undoEdit(edit?.nonce ?? '')).rejects.toMatchObject({ code: 'gone' });
});

test('[R2] what a colleague changed since is told, and not undone', async () => {
  const store = await cache();
  await acts(store).setTerms(deal, { amount: 90_000, currency: 'EUR', closeDate: null });
  await confirm(store);
  const changed = { ...deal, amount: 120_000, currency: 'EUR' };
  await store.apply(page({ puts: [told('opportunity', changed, 9)], lastMutationId: 1 }));
  const [edit] = await ownEdits(store);
  expect(edit).toMatchObject({ state: 'applied', undo: 'changed' });
  await expect(acts(store).undoEdit(edit?.nonce ?? '')).rejects.toMatchObject({ code: 'gone' });
  expect(await see(store, 'opportunity', 'deal')).toMatchObject({ amount: 120_000 });
});

test('[R3] discarding leaves the record as it was, and the undo at the foot forgets it', async () => {
  const store = await cache();
  await store.edit([rename('Dana W.')]);
  const [edit] = await ownEdits(store);
  await acts(store).discard(edit?.nonce ?? '');
  expect(await see(store, 'contact', 'dana')).toEqual(dana);
  expect(await ownEdits(store)).toEqual([]);
});
