import { expect, test } from 'vitest';
import { createApi } from '#lib/api/api.ts';
import { round } from '#lib/sync/round.ts';
import { cache, everything, rename } from '#test/store/cache.ts';

const refuses = (status: number, code: string) => () =>
  Response.json({ title: 'No.', status, code }, { status });
const away = () => {
  throw new TypeError('fetch failed');
};

/** What the server says to a push, or, where it took that, to the pull behind it. */
test.each<[string, () => Response]>([
  ['401', refuses(401, 'unauthorized')],
  ['403', refuses(403, 'forbidden')],
  ['413', refuses(413, 'tooLarge')],
  ['426', refuses(426, 'upgradeRequired')],
  ['429', refuses(429, 'tooManyRequests')],
  ['500', refuses(500, 'internal')],
  ['503', refuses(503, 'shuttingDown')],
  ['502 of a proxy', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
  ['a time-out', away],
  ['an answer that does not parse', () => Response.json({ lastMutationId: 'many' })],
  ['no JSON', () => new Response('It works!')],
])('[C8] %s never touches the outbox', async (_case, answer) => {
  for (const refused of ['/v1/push', '/v1/pull']) {
    const store = await cache();
    await store.edit([rename('Dana W.')]);
    const { journal: _, ...before } = await everything(store);
    const api = createApi({
      server: 'http://quorum.test',
      token: async () => 'token',
      fetch: async (input) =>
        new URL(String(input)).pathname === refused
          ? answer()
          : Response.json({ lastMutationId: 1, results: [] }),
    });
    await expect(round(store, api, new AbortController().signal)).rejects.toThrow();
    // That it was sent is noted, so that it is not discarded as if nobody had it.
    expect(await everything(store)).toEqual({
      ...before,
      journal: [expect.objectContaining({ nonce: (await store.pending())[0]?.nonce })],
    });
  }
});

test('[C8] a 409 that has no end is given up, and loses nothing', async () => {
  const store = await cache();
  await store.edit([rename('Dana W.')]);
  let asked = 0;
  const api = createApi({
    server: 'http://quorum.test',
    token: async () => 'token',
    fetch: async () => {
      asked += 1;
      return refuses(409, 'gap')();
    },
  });
  await expect(round(store, api, new AbortController().signal)).rejects.toMatchObject({
    code: 'gap',
  });
  expect(asked).toBeLessThan(10);
  expect(await store.pending()).toMatchObject([{ args: { fields: { name: 'Dana W.' } } }]);
});
