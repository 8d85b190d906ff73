import { expect, test } from 'vitest';
import { cache, rename, see, window } from './cache.ts';

test('[C4] two windows never hand out the same number', async () => {
  const one = await cache('two-windows');
  const two = await window('two-windows');
  const made = await Promise.all(
    Array.from({ length: 20 }, (_, n) => (n % 2 ? one : two).edit([rename(`n${n}`)])),
  );
  const ids = made.flat().map(({ id }) => id);
  expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  expect(await two.pending()).toHaveLength(20);
});

test('what one window does, the other sees', async () => {
  const one = await cache('seen');
  const two = await window('seen');
  await one.edit([rename('Dana W.')]);
  expect(await see(two, 'contact', 'dana')).toMatchObject({ name: 'Dana W.' });
});

test('two windows that open at once are one client', async () => {
  const [one, two] = await Promise.all([window('fresh'), window('fresh')]);
  expect((await one.meta()).client).toBe((await two.meta()).client);
});

test('the client keeps its id however many ask for it first', async () => {
  const store = await window('asked');
  await store.db.meta.clear();
  const asked = await Promise.all(Array.from({ length: 5 }, () => store.meta()));
  expect(new Set(asked.map(({ client }) => client)).size).toBe(1);
});

test('of two windows that follow an account at once, one begins it', async () => {
  const one = await window('followed');
  const two = await window('followed');
  const fresh = await Promise.all([one.follow(['acme']), two.follow(['acme', 'acme'])]);
  expect(fresh.flat()).toEqual(['acme']);
});
