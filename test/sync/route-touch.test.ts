import { afterEach, beforeEach, expect, test } from 'vitest';
import { routeTouch } from '#lib/model/mutations/touch.ts';
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
