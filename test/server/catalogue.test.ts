// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AssetsAnswer } from '#lib/contract/catalogue.ts';
import { Problem } from '#lib/contract/problem.ts';
import { testIssuer } from '#test/support/issuer.ts';
import { type TestServer, testServer } from '#test/support/server.ts';
import { sender } from '#test/support/signals.ts';

let server: TestServer;
let keeper: Awaited<ReturnType<typeof sender>>;
beforeAll(async () => {
  server = await testServer({ auth: (await testIssuer()).auth });
  keeper = await sender(server, { scopes: ['signals', 'read'] });
});
afterAll(() => server.close());

const path = '/v1/assets/roi-calculator';
const entry = { name: 'ROI calculator', keys: ['roi'], solutions: ['people analytics', 'talent'] };
const all = async () => AssetsAnswer.parse(await (await keeper.get('/v1/assets')).json()).assets;
const signal = { at: '2026-11-01T00:00:00Z', channel: 'web', title: 'Calculated', asset: 'ROI' };

test('another system keeps the catalogue: made, replaced, used by signals, taken out', async () => {
  const before = await all();
  expect((await keeper.put(path, entry)).status).toBe(200);
  const made = { id: 'roi-calculator', name: 'ROI calculator', keys: ['roi'] };
  expect(await all()).toContainEqual({ ...made, solutionIds: ['analytics', 'talent'] });

  expect((await keeper.put(path, { ...entry, solutions: ['talent'] })).status).toBe(200);
  expect(await all()).toContainEqual({ ...made, solutionIds: ['talent'] });
  const account = { domain: 'acme.example' };
  expect(await keeper.tell({ ...signal, id: 'a', account })).toMatchObject({
    opportunity: 'acme-talent',
  });

  expect((await keeper.remove(path)).status).toBe(204);
  expect((await keeper.remove(path)).status).toBe(404);
  expect(await all()).toEqual(before);
  expect(await keeper.tell({ ...signal, id: 'b', account })).toMatchObject({
    code: 'unknownAsset',
  });
  expect((await keeper.put(path, entry)).status).toBe(200);
});

test('an unknown solution, a shape that does not fit and a key for reading alone are refused', async () => {
  const unknown = await keeper.put(path, { ...entry, solutions: ['Time Travel'] });
  expect(Problem.parse(await unknown.json())).toMatchObject({
    status: 400,
    detail: 'No solution is called “Time Travel”.',
  });
  expect((await keeper.put(path, { name: '' })).status).toBe(400);
  const reader = await sender(server, { scopes: ['read'] });
  expect((await reader.put(path, entry)).status).toBe(403);
});
