import { describe, expect, test } from 'vitest';
import { EditRejectedError } from '#lib/store/failure.ts';
import {
  add,
  attach,
  cache,
  dana,
  everything,
  page,
  rename,
  retitle,
  see,
  told,
  transactions,
} from './cache.ts';

describe('an edit', () => {
  test('shows at once and waits in the outbox', async () => {
    const store = await cache();
    await store.edit([rename('Dana W.')]);
    expect(await see(store, 'contact', 'dana')).toMatchObject({ name: 'Dana W.', title: 'VP' });
    expect(await store.pending()).toMatchObject([{ id: 1, name: 'contact.edit@1', base: 4 }]);
  });

  test('[C1] of any number of calls is one writing transaction', async () => {
    const counted = transactions();
    const store = await cache();
    counted.forget();
    await store.edit([rename('Dana W.')]);
    expect(counted.writing()).toBe(1);
    counted.forget();
    await store.edit([add('eve'), attach('eve', 'user'), attach('dana', 'champion')]);
    expect(counted.writing()).toBe(1);
  });

  test('that makes an account, which is followed from then on, is one transaction too', async () => {
    const counted = transactions();
    const store = await cache();
    counted.forget();
    await store.edit([
      { name: 'account.create@1', args: { account: { id: 'globex', name: 'Globex' } } },
      add('gil', 'globex'),
    ]);
    expect(counted.writing()).toBe(1);
    expect((await store.scopes()).map(({ scope }) => scope)).toContain('globex');
    expect(await store.pending()).toMatchObject([{}, { base: 0 }]);
  });

  test('gets the next number and a nonce of its own', async () => {
    const store = await cache();
    await store.edit([rename('a'), rename('b')]);
    await store.edit([rename('c')]);
    const pending = await store.pending();
    expect(pending.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(new Set(pending.map(({ nonce }) => nonce)).size).toBe(3);
    expect(await store.pending(2)).toHaveLength(2);
  });

  test('[G3] notes what its writer had seen', async () => {
    const store = await cache();
    await store.apply(page({ puts: [told('contact', dana, 9)], cursors: { acme: 9 } }));
    await store.edit([retitle('SVP')]);
    expect(await store.pending()).toMatchObject([{ base: 9 }]);
  });
});

describe('all or none', () => {
  test('[C1] of several calls none is made when the last does not apply', async () => {
    const store = await cache();
    const before = await everything(store);
    const made = store.edit([add('eve'), attach('eve', 'user'), attach('nobody', 'user')]);
    await expect(made).rejects.toThrow(EditRejectedError);
    await expect(made).rejects.toMatchObject({
      code: 'gone',
      message: expect.stringMatching(/\.$/),
    });
    expect(await everything(store)).toEqual(before);
  });

  test.each([
    ['a mutation nobody knows', { name: 'contact.explode@3', args: {} }, 'unknownMutation'],
    ['arguments of another shape', { name: 'contact.edit@1', args: { contactId: 7 } }, 'invalid'],
    ['no arguments', { name: 'contact.edit@1', args: null }, 'invalid'],
  ])(
    '%s is refused, and the next edit has the number it would have had',
    async (_case, call, code) => {
      const store = await cache();
      await expect(store.edit([call])).rejects.toMatchObject({ code });
      expect(await store.edit([rename('Dana W.')])).toMatchObject([{ id: 1 }]);
    },
  );

  test('no calls are no edit', async () => {
    const store = await cache();
    expect(await store.edit([])).toEqual([]);
    expect(await store.pending()).toEqual([]);
  });
});
