// @vitest-environment node
import { expect, test } from 'vitest';
import type { Api } from '#lib/api/api.ts';
import type { PushRequest } from '#lib/contract/sync.ts';
import { bodyLimit } from '#lib/contract/version.ts';
import type { Call } from '#lib/model/mutation.ts';
import { round } from '#lib/sync/round.ts';
import { add, cache, page } from '#test/store/cache.ts';

/** Sends the calls to a server that applies everything, and tells what each push was. */
async function batches(calls: Call[]) {
  const store = await cache();
  await store.edit(calls);
  const pushes: PushRequest[] = [];
  const api = {
    ready: async () => {},
    push: async (request: PushRequest) => {
      pushes.push(request);
      return { lastMutationId: request.mutations.at(-1)?.id ?? 0, results: [] };
    },
    pull: async () => page(),
  };
  await round(store, api as unknown as Api, new AbortController().signal);
  return pushes;
}

const decision = (id: string, notes: string): Call => ({
  name: 'opportunity.create@1',
  args: {
    accountId: 'acme',
    opportunity: { id, accountId: 'acme', solutionId: 'talent', stageId: 'target', notes },
  },
});

test('many edits go in several pushes, in order and each once', async () => {
  const pushes = await batches(Array.from({ length: 120 }, (_, n) => add(`p${n}`)));
  const ids = pushes.map(({ mutations }) => mutations.map(({ id }) => id));
  expect(ids.flat()).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
  expect(Math.max(...ids.map((batch) => batch.length))).toBeLessThanOrEqual(50);
});

test('long edits go in pushes that the server takes, whatever they are written in', async () => {
  const long = '備'.repeat(20_000);
  const pushes = await batches(Array.from({ length: 25 }, (_, n) => decision(`d${n}`, long)));
  for (const push of pushes)
    expect(new TextEncoder().encode(JSON.stringify(push)).length).toBeLessThan(bodyLimit);
  expect(pushes.flatMap(({ mutations }) => mutations)).toHaveLength(25);
});

test('with nothing waiting nothing is pushed', async () => {
  expect(await batches([])).toEqual([]);
});
