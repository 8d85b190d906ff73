import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { MutationResult } from '#lib/contract/sync.ts';
import type { PendingMutation } from '#lib/store/database.ts';
import { AnswerNotUnderstoodError } from '#lib/store/failure.ts';
import {
  acme,
  add,
  attach,
  cache,
  dana,
  deal,
  everything,
  gone,
  page,
  rename,
  retitle,
  see,
  told,
  transactions,
} from './cache.ts';

const outcome = (
  { id, nonce }: PendingMutation,
  over: Partial<MutationResult> = {},
): MutationResult => ({ id, nonce, status: 'applied', ...over });

const Titled = z.object({ fields: z.object({ title: z.string() }) });
const lastTitle = (edits: PendingMutation[]) =>
  Titled.safeParse(edits.at(-1)?.args).data?.fields.title;

describe('a pull over pending edits', () => {
  test('shows what is new with the pending edits on top', async () => {
    const store = await cache();
    await store.edit([rename('Dana W.')]);
    const news = { ...dana, name: 'Diana', location: 'Lisbon' };
    await store.apply(page({ puts: [told('contact', news, 5)], cursors: { acme: 5 } }));
    expect(await see(store, 'contact', 'dana')).toMatchObject({
      name: 'Dana W.',
      location: 'Lisbon',
    });
    expect(await store.pending()).toHaveLength(1);
  });

  test('[C2] is one writing transaction', async () => {
    const counted = transactions();
    const store = await cache();
    const [edit] = await store.edit([rename('Dana W.')]);
    counted.forget();
    await store.apply(
      page({
        puts: [told('contact', dana, 5)],
        lastMutationId: 1,
        results: edit ? [outcome(edit)] : [],
      }),
    );
    expect(counted.writing()).toBe(1);
  });

  test('[C3] [L3] takes an edit out of the outbox with the page that is the last, and not before', async () => {
    const store = await cache();
    const [first, second] = await store.edit([rename('Dana W.'), retitle('SVP')]);
    if (!first || !second) return expect.fail();
    const told1 = told('contact', { ...dana, name: 'Dana W.' }, 5);
    const settled = { lastMutationId: 1, results: [outcome(first)] };
    await store.apply(page({ puts: [told1], cursors: { acme: 5 }, ...settled, more: true }));
    expect((await store.pending()).map(({ id }) => id)).toEqual([1, 2]);

    await store.apply(page({ cursors: { acme: 6 }, ...settled }));
    expect((await store.pending()).map(({ id }) => id)).toEqual([2]);
    expect(await store.meta()).toMatchObject({ lastMutationId: 1, nextMutationId: 3 });
    expect(await see(store, 'contact', 'dana')).toMatchObject({ name: 'Dana W.', title: 'SVP' });
  });

  test.each(['rejected', 'conflict'] as const)(
    '[C6] an edit that was %s goes from the view and is kept for its user until seen',
    async (status) => {
      const store = await cache();
      const [edit] = await store.edit([rename('Dana W.')]);
      if (!edit) return expect.fail();
      const results = [outcome(edit, { status, because: 'No.' })];
      await store.apply(page({ lastMutationId: 1, results }));
      expect(await see(store, 'contact', 'dana')).toEqual(dana);
      expect(await store.pending()).toEqual([]);
      expect(await store.db.unresolved.toArray()).toMatchObject([
        { args: { fields: { name: 'Dana W.' } }, result: { because: 'No.' } },
      ]);
      await store.dismiss(edit.nonce);
      expect(await store.db.unresolved.count()).toBe(0);
    },
  );

  test('an edit that no longer applies leaves the view as the server has it, and waits', async () => {
    const store = await cache();
    await store.edit([rename('Dana W.')]);
    await store.apply(page({ deletes: [gone('contact', 'dana', 5)] }));
    expect(await see(store, 'contact', 'dana')).toBeUndefined();
    expect(await store.pending()).toHaveLength(1);
  });

  test('in any order of edits and pulls, the view is the base with what waits run over it', async () => {
    const step = fc.oneof(
      fc.record({ title: fc.constantFrom('A', 'B', 'C') }),
      fc.record({ location: fc.constantFrom('X', 'Y', 'Z'), settles: fc.nat(2) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const store = await cache();
        let base = dana;
        let version = 4;
        for (const one of steps) {
          if ('title' in one) {
            await store.edit([retitle(one.title)]);
            continue;
          }
          const done = (await store.pending()).slice(0, one.settles);
          base = { ...base, location: one.location, title: lastTitle(done) ?? base.title };
          version += 1;
          const lastMutationId = done.at(-1)?.id ?? (await store.meta()).lastMutationId;
          await store.apply(
            page({
              puts: [told('contact', base, version)],
              lastMutationId,
              results: done.map((edit) => outcome(edit)),
            }),
          );
          expect(await see(store, 'contact', 'dana')).toMatchObject({
            location: one.location,
            title: lastTitle(await store.pending()) ?? base.title,
          });
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('what leaves', () => {
  test('is gone when deleted, and not when the delete is older than what is here', async () => {
    const store = await cache();
    await store.apply(page({ puts: [told('contact', { ...dana, title: 'SVP' }, 8)] }));
    await store.apply(page({ deletes: [gone('contact', 'dana', 7)] }));
    expect(await see(store, 'contact', 'dana')).toMatchObject({ title: 'SVP' });
    await store.apply(page({ deletes: [gone('contact', 'dana', 9)] }));
    expect(await see(store, 'contact', 'dana')).toBeUndefined();
    expect(await store.db.records.get(['contact', 'dana'])).toBeUndefined();
  });

  test('to a scope nobody here follows is gone; to one that is followed, it is there', async () => {
    const store = await cache();
    await store.follow(['globex']);
    const moved = told('contact', { ...dana, accountId: 'globex' }, 6);
    await store.apply(page({ exits: [gone('contact', 'dana', 6)], puts: [moved] }));
    expect(await see(store, 'contact', 'dana')).toMatchObject({ accountId: 'globex' });
    // The exit is told again with another page; the record stands in its new scope by now.
    await store.apply(page({ exits: [gone('contact', 'dana', 6)] }));
    expect(await see(store, 'contact', 'dana')).toMatchObject({ accountId: 'globex' });
    await store.apply(page({ exits: [gone('contact', 'dana', 7, 'globex')] }));
    expect(await see(store, 'contact', 'dana')).toBeUndefined();
  });

  test('an older put never covers a newer one', async () => {
    const store = await cache();
    await store.apply(page({ puts: [told('contact', { ...dana, title: 'New' }, 9)] }));
    await store.apply(page({ puts: [told('contact', { ...dana, title: 'Old' }, 8)] }));
    expect(await see(store, 'contact', 'dana')).toMatchObject({ title: 'New' });
  });

  test('[A2] a scope that is closed now takes its records, leaves the edits, and is asked for on, from its start', async () => {
    const store = await cache();
    await store.edit([rename('Dana W.')]);
    await store.apply(page({ revoked: ['acme'] }));
    expect(await see(store, 'account', 'acme')).toBeUndefined();
    expect(await see(store, 'contact', 'dana')).toBeUndefined();
    const scopes = async () =>
      Object.fromEntries((await store.scopes()).map((row) => [row.scope, row]));
    expect((await scopes()).acme).toMatchObject({ cursor: 0, complete: false, closed: true });
    expect(await store.progress()).toMatchObject({ filling: false });
    expect(await store.pending()).toHaveLength(1);

    await store.apply(page({ puts: [told('account', acme, 9)], cursors: { acme: 9 } }));
    expect((await scopes()).acme).not.toHaveProperty('closed');
    expect((await scopes()).acme).toMatchObject({ cursor: 9, complete: true });
  });

  test('[A6] what colleagues had written at a closed account goes with it, from conflicts and ways back; one’s own words stay', async () => {
    const store = await cache();
    const [made] = await store.edit([rename('Dana W.')], { what: 'x', name: 'Dana', calls: [] });
    const server = [
      { kind: 'contact' as const, id: 'dana', field: 'name', value: 'Dana S.', version: 5 },
    ];
    const { nonce = '' } = made ?? {};
    const result = { id: 1, nonce, status: 'conflict' as const, code: 'guarded', server };
    await store.apply(page({ lastMutationId: 1, results: [result] }));
    await store.apply(page({ revoked: ['acme'], lastMutationId: 1 }));
    const [kept] = await store.db.unresolved.toArray();
    expect(kept).toMatchObject({ result: { status: 'rejected', code: 'notOpen' } });
    expect(kept?.args).toMatchObject({ fields: { name: 'Dana W.' } });
    const [entry] = await store.db.journal.toArray();
    expect(entry).not.toHaveProperty('way');
    expect(JSON.stringify([kept, entry])).not.toContain('Dana S.');
  });
});

test('[L5] after a reset only what is told again is here, with the waiting edits over it', async () => {
  const store = await cache();
  await store.edit([rename('Dana W.'), add('eve')]);
  await store.apply(
    page({
      epoch: 'epoch-2',
      reset: ['acme'],
      puts: [told('account', acme, 1), told('contact', dana, 2)],
      cursors: { acme: 2 },
    }),
  );
  expect(await see(store, 'contact', 'dana')).toMatchObject({ name: 'Dana W.' });
  expect(await see(store, 'contact', 'eve')).toBeDefined();
  expect(await see(store, 'opportunity', 'deal')).toBeUndefined();
  expect(await see(store, 'stage', 'won')).toBeDefined();
  expect(await store.pending()).toHaveLength(2);
  expect(await store.meta()).toMatchObject({ epoch: 'epoch-2' });
});

test('[C3] a reset that comes in pages hides no edit of one’s own, at no time', async () => {
  const store = await cache();
  await store.edit([attach('dana', 'champion')]);
  const anew = { epoch: 'epoch-2', cursors: { acme: 1 } };
  await store.apply(
    page({ ...anew, reset: ['acme'], puts: [told('opportunity', deal, 1)], more: true }),
  );
  expect(await see(store, 'member', 'deal.dana')).toMatchObject({ roles: ['champion'] });
  expect(await see(store, 'contact', 'dana')).toBeDefined();
  await store.apply(page({ ...anew, puts: [told('account', acme, 2), told('contact', dana, 3)] }));
  expect(await see(store, 'member', 'deal.dana')).toMatchObject({ roles: ['champion'] });
});

test('a record that became an earlier one is found under both ids, also by edits still waiting', async () => {
  const store = await cache();
  const [made, attached] = await store.edit([add('dana-2'), attach('dana-2', 'champion')]);
  if (!made || !attached) return expect.fail();
  const aliases = [{ kind: 'contact' as const, from: 'dana-2', to: 'dana', scope: 'acme' }];
  await store.apply(page({ lastMutationId: 1, results: [outcome(made, { aliases })] }));
  expect(await see(store, 'contact', 'dana-2')).toBeUndefined();
  expect(await see(store, 'member', 'deal.dana-2')).toBeUndefined();
  expect(await see(store, 'member', 'deal.dana')).toMatchObject({ roles: ['champion'] });
  await store.edit([
    { ...retitle('SVP'), args: { contactId: 'dana-2', fields: { title: 'SVP' } } },
  ]);
  expect(await see(store, 'contact', 'dana')).toMatchObject({ title: 'SVP' });
});

describe('a cloned profile', () => {
  test('[C5] whose number another edit has takes a new id, numbers anew and loses nothing', async () => {
    const store = await cache();
    const before = await store.meta();
    const edits = await store.edit([rename('Dana W.'), retitle('SVP')]);
    const results = edits.map((edit) => outcome(edit, { nonce: 'of-the-other' }));
    await store.apply(page({ lastMutationId: 2, results }));
    const pending = await store.pending();
    expect(pending.map(({ id, nonce }) => [id, nonce])).toEqual(
      edits.map(({ nonce }, index) => [index + 1, nonce]),
    );
    const after = await store.meta();
    expect(after.client).not.toBe(before.client);
    expect(after).toMatchObject({ nextMutationId: 3, lastMutationId: 0 });
    expect(await store.db.unresolved.count()).toBe(0);
    expect(await see(store, 'contact', 'dana')).toMatchObject({ name: 'Dana W.', title: 'SVP' });
  });

  test('keeps for itself only what the server has not from it', async () => {
    const store = await cache();
    const [ours, cloned] = await store.edit([rename('Dana W.'), retitle('SVP')]);
    if (!ours || !cloned) return expect.fail();
    const results = [outcome(ours), outcome(cloned, { nonce: 'of-the-other' })];
    const puts = [told('contact', { ...dana, name: 'Dana W.', title: 'CEO' }, 6)];
    await store.apply(page({ puts, lastMutationId: 2, results }));
    expect(await store.pending()).toMatchObject([{ id: 1, nonce: cloned.nonce }]);
    expect(await see(store, 'contact', 'dana')).toMatchObject({ name: 'Dana W.', title: 'SVP' });
  });

  test('that has edited less than its twin still notices', async () => {
    const store = await cache();
    await store.apply(page({ lastMutationId: 5 }));
    const [edit] = await store.edit([rename('Dana W.')]);
    await store.apply(page({ lastMutationId: 5 }));
    expect(await store.pending()).toMatchObject([{ id: 1, nonce: edit?.nonce }]);
    expect(await store.meta()).toMatchObject({ nextMutationId: 2, lastMutationId: 0 });
  });
});

test('[R1] a client whose past the server lost sends it again before what waits, under new numbers', async () => {
  const store = await cache();
  const [first] = await store.edit([rename('Dana W.'), retitle('SVP')]);
  if (!first) return expect.fail();
  await store.apply(page({ lastMutationId: 1, results: [outcome(first)] }));
  const { client } = await store.meta();
  await store.renameClient();
  expect(await store.pending()).toMatchObject([
    { id: 1, args: { fields: { name: 'Dana W.' } } },
    { id: 2, args: { fields: { title: 'SVP' } } },
  ]);
  expect((await store.meta()).client).not.toBe(client);
  expect(await store.edit([rename('D.')])).toMatchObject([{ id: 3 }]);
});

test.each([
  ['a record without its name', { ...told('contact', dana, 5), data: { id: 'dana' } }],
  ['a record of another shape', { ...told('account', acme, 5), data: { name: ['ACME'] } }],
])('%s is not understood, and nothing of its page is written', async (_case, wrong) => {
  const store = await cache();
  await store.edit([rename('Dana W.')]);
  const before = await everything(store);
  const fine = told('contact', { ...dana, title: 'SVP' }, 6);
  const answer = page({ puts: [fine, wrong], cursors: { acme: 6 }, lastMutationId: 1 });
  await expect(store.apply(answer)).rejects.toThrow(AnswerNotUnderstoodError);
  await expect(store.apply(answer)).rejects.toMatchObject({ code: 'answerNotUnderstood' });
  expect(await everything(store)).toEqual(before);
});

test('a scope is complete with the last page that fills it, and a scope unfollowed stays so', async () => {
  const store = await cache();
  await store.follow(['globex']);
  const complete = async () =>
    (await store.scopes()).flatMap((row) => (row.complete ? row.scope : [])).sort();
  await store.apply(page({ cursors: { globex: 3, elsewhere: 9 }, more: true }));
  expect(await complete()).toEqual(['acme', 'workspace']);
  await store.apply(page({ cursors: { globex: 9, elsewhere: 9 } }));
  expect(await complete()).toEqual(['acme', 'globex', 'workspace']);
});
