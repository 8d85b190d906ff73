import { afterEach, beforeEach, expect, test } from 'vitest';
import { beside } from '#lib/model/kinds.ts';
import { mutations } from '#lib/model/mutations/index.ts';
import {
  createOpportunity,
  removeOpportunity,
  setStage,
} from '#lib/model/mutations/opportunity.ts';
import { moveStage } from '#lib/model/mutations/stage-move.ts';
import { Opportunity } from '#lib/model/records/opportunity.ts';
import { under } from '#lib/store/queries.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
let ana: Client;
let ben: Client;
const deal = 'acme-talent';
const forward = { opportunityId: deal, stageId: 'pipeline', fromStageId: 'qualified' };
const told = (client: Client) =>
  under(client.store.db, 'transition', [beside('opportunity', deal)]).then((all) =>
    all.filter(({ to }) => to === 'pipeline'),
  );

beforeEach(async () => {
  here = await world();
  [ana, ben] = [await here.client('ana'), await here.client('ben')];
  await Promise.all([ana.settle(), ben.settle()]);
});
afterEach(() => here.close());

test('[M3] a move is told at once, and then with the server’s time to everybody, once', async () => {
  await ana.edit(moveStage, { ...forward, transitionId: 'move-1' });
  expect(await told(ana)).toMatchObject([{ from: 'qualified', to: 'pipeline', by: 'ana' }]);
  const [mine] = await told(ana);

  await ana.sync();
  await ben.sync();

  expect(await told(ben)).toEqual(await told(ana));
  expect(await told(ana)).toHaveLength(1);
  expect((await told(ana))[0]?.at).not.toBe(mine?.at);
});

test('a move of an older client leaves one transition, not one of each side', async () => {
  await ana.edit(setStage, forward);
  await ana.sync();
  expect(await told(ana)).toHaveLength(1);
});

test('[G2] a move from where the decision is not any more is a conflict, even for whoever moved it', async () => {
  await ana.edit(moveStage, { ...forward, transitionId: 'move-1' });
  await ana.edit(moveStage, { ...forward, stageId: 'lost', transitionId: 'move-2' });
  await ana.sync();
  expect(await ana.see('opportunity', deal)).toMatchObject({ stageId: 'pipeline' });
  expect(await ana.unresolved()).toMatchObject([
    { result: { status: 'conflict', server: [{ field: 'stageId', value: 'pipeline' }] } },
  ]);
  expect(await ana.see('transition', 'move-2')).toBeUndefined();
});

test('taking a decision out again leaves what was told of it', async () => {
  const opportunity = Opportunity.parse({
    id: 'short-lived',
    accountId: 'acme',
    solutionId: 'talent',
    stageId: 'target',
  });
  await ana.edit(createOpportunity, { opportunity, accountId: 'acme' });
  await ana.edit(removeOpportunity, { opportunityId: opportunity.id });
  await ana.sync();
  await ben.sync();
  expect(await ana.unresolved()).toEqual([]);
  expect(await ben.see('opportunity', 'short-lived')).toBeUndefined();
  expect(await ben.see('transition', 'short-lived.created')).toMatchObject({ to: 'target' });
  expect(await ben.see('transition', 'short-lived.removed')).toMatchObject({ from: 'target' });
});

test('no mutation edits or deletes a transition', async () => {
  expect([...mutations.keys()].filter((name) => name.startsWith('transition.'))).toEqual([]);
  await ana.edit(moveStage, { ...forward, transitionId: 'move-1' });
  await expect(
    ana.edit(moveStage, {
      opportunityId: deal,
      fromStageId: 'pipeline',
      stageId: 'won',
      transitionId: 'move-1',
    }),
  ).rejects.toMatchObject({ code: 'invalid' });
});
