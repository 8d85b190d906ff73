import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { workspaceScope } from '#lib/model/kinds.ts';
import { CacheSearch } from '#lib/store/search.ts';
import type { Store } from '#lib/store/store.ts';
import { acme, add, cache, dana, gone, page, rename, talent, told, window } from './cache.ts';

afterEach(() => vi.restoreAllMocks());

async function searched(store: Store) {
  const ended = new AbortController();
  onTestFinished(() => ended.abort());
  const search = new CacheSearch(store.db);
  const changed = vi.fn();
  await search.follow(ended.signal, changed);
  const names = (query: string) => search.find(query, 10).map(({ kind, id }) => `${kind} ${id}`);
  return { search, changed, names, ended };
}

test('people are found by name and company, decisions by solution and account', async () => {
  const { search, names } = await searched(await cache());
  expect(search.find('dan', 10)).toEqual([
    { kind: 'contact', id: 'dana', scope: 'acme', name: 'Dana', line: 'VP · ACME' },
  ]);
  expect(names('acme')).toEqual(['account acme', 'contact dana', 'opportunity deal']);
  expect(names('talent acme')).toEqual(['opportunity deal']);
  expect(search.find('talent', 10)[0]).toMatchObject({ name: 'Talent', line: 'ACME' });
  expect(names('')).toEqual([]);
});

test('an edit, a pull and another window’s edit are found at once, and what they replaced no more', async () => {
  const store = await cache('shared-search');
  const { names } = await searched(store);
  await store.edit([rename('Zoë Müller')]);
  await expect.poll(() => names('muller')).toEqual(['contact dana']);
  expect(names('dana')).toEqual([]);

  const other = await window('shared-search');
  await other.edit([add('quentin')]);
  await expect.poll(() => names('quen')).toEqual(['contact quentin']);

  await store.apply(
    page({
      puts: [told('account', { ...acme, name: 'Umbra' }, 9)],
      deletes: [gone('contact', 'dana', 10)],
      cursors: { acme: 10 },
    }),
  );
  await expect
    .poll(() => names('umbra'))
    .toEqual(['account acme', 'contact quentin', 'opportunity deal']);
  expect(names('muller')).toEqual([]);

  await store.apply(
    page({
      puts: [told('solution', { ...talent, name: 'People Growth' }, 11)],
      cursors: { [workspaceScope]: 11 },
    }),
  );
  await expect.poll(() => names('growth')).toEqual(['opportunity deal']);
  expect(names('talent')).toEqual([]);
});

test('a change is read row by row, and after the end nothing is', async () => {
  const store = await cache();
  const { ended, changed } = await searched(store);
  const reads = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  await store.edit([rename('Yara')]);
  await expect.poll(() => changed.mock.calls.length).toBeGreaterThan(1);
  expect(reads.mock.calls.filter(([, most]) => most !== undefined && Number(most) > 100)).toEqual(
    [],
  );
  ended.abort();
  changed.mockClear();
  await store.edit([rename('Xenia')]);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(changed).not.toHaveBeenCalled();
});

test('the many that a pull brings are read together', async () => {
  const store = await cache();
  const { names } = await searched(store);
  const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const puts = Array.from({ length: 250 }, (_, at) =>
    told('contact', { ...dana, id: `p${at}`, name: `Person ${at}` }, 20),
  );
  await store.apply(page({ puts, cursors: { acme: 20 } }));
  await expect.poll(() => names('person 249')).toEqual(['contact p249']);
  expect(opened.mock.calls.filter(([, mode]) => mode !== 'readwrite').length).toBeLessThan(6);
});

test('no keystroke reads the database', async () => {
  const store = await cache();
  const { search } = await searched(store);
  const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
  for (const query of ['dana', 'talent acme', 'vp a', 'nobody', '伟'])
    for (let length = 1; length <= query.length; length++) search.find(query.slice(0, length), 20);
  expect(search.find('acme', 20)).toHaveLength(3);
  expect(opened).not.toHaveBeenCalled();
});
