import { afterEach, beforeEach, expect, test } from 'vitest';
import { routeTouch, unrouteTouch } from '#lib/model/mutations/touch.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
let ana: Client;
let ben: Client;
const touchId = 'acme-visit';
beforeEach(async () => {
  here = await world();
  [ana, ben] = [await here.client('ana'), await here.client('ben')];
  await Promise.all([ana.settle(), ben.settle()]);
});
afterEach(() => here.close());

test('a person routes what no rule could: to a decision, to solutions, or to both', async () => {
  expect(await ana.see('touch', touchId)).toMatchObject({ unrouted: 'noSolution' });
  await ana.edit(routeTouch, { touchId, opportunityId: 'acme-learning', solutionIds: ['talent'] });
  await ana.sync();
  await ben.sync();
  const routed = await ben.see('touch', touchId);
  expect(routed).toMatchObject({ solutionIds: ['talent', 'learning'] });
  expect(routed).not.toHaveProperty('unrouted');
});

test('[G1] a routing is taken back for everybody, and what a colleague routed it to besides stays', async () => {
  const before = await ana.see('touch', touchId);
  await ana.edit(routeTouch, { touchId, opportunityId: 'acme-learning', solutionIds: [] });
  await ana.sync();
  await ben.sync();
  await ana.edit(unrouteTouch, { touchId, solutionIds: ['learning'], unrouted: 'noSolution' });
  await ana.sync();
  await ben.sync();
  expect(await ben.see('touch', touchId)).toEqual(before);

  await ana.edit(routeTouch, { touchId, solutionIds: ['learning'] });
  await ben.edit(routeTouch, { touchId, solutionIds: ['talent'] });
  await ana.sync();
  await ben.sync();
  await ana.edit(unrouteTouch, { touchId, solutionIds: ['learning'] });
  await ana.sync();
  expect(await ana.see('touch', touchId)).toMatchObject({ solutionIds: ['talent'] });
  expect(await ana.unresolved()).toEqual([]);
});

test('a touch that is gone has no routing to take back', async () => {
  const call = ana.edit(unrouteTouch, { touchId: 'nothing', solutionIds: ['learning'] });
  await expect(call).rejects.toMatchObject({ code: 'gone' });
});

test.each([
  ['nothing', {}, 'invalid'],
  ['a solution that is not there', { solutionIds: ['nothing'] }, 'gone'],
  ['a decision that is not there', { opportunityId: 'nothing' }, 'gone'],
])('to %s it is not routed', async (_case, to, code) => {
  const args = { touchId, solutionIds: [], ...to };
  await expect(ana.edit(routeTouch, args)).rejects.toMatchObject({ code });
});

test('not to a decision of another account either', async () => {
  await ana.store.follow(['globex']);
  await ana.sync();
  await expect(
    ana.edit(routeTouch, { touchId, opportunityId: 'globex-talent', solutionIds: [] }),
  ).rejects.toMatchObject({ code: 'gone' });
});
