import { afterEach, beforeEach, expect, test } from 'vitest';
import { schemaVersion } from '#lib/contract/version.ts';
import { createOpportunity } from '#lib/model/mutations/opportunity.ts';
import { createSolution, editSolution, hideSolution } from '#lib/model/mutations/solution.ts';
import {
  createStage,
  editStage,
  orderStages,
  removeStage,
  retireStage,
} from '#lib/model/mutations/stage.ts';
import { moveStage } from '#lib/model/mutations/stage-move.ts';
import { Opportunity } from '#lib/model/records/opportunity.ts';
import { leftId } from '#lib/model/transition.ts';
import { all } from '#lib/store/queries.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
let ada: Client;
let ana: Client;
beforeEach(async () => {
  here = await world();
  [ada, ana] = [await here.client('ada'), await here.client('ana')];
  await Promise.all([ada.settle(), ana.settle()]);
});
afterEach(() => here.close());

const stored = (kind: string, id: string) =>
  here.server.db
    .selectFrom('records')
    .select('data')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
const stageIds = async (client: Client) =>
  (await all(client.store.db, 'stage')).sort((a, b) => a.order - b.order).map(({ id }) => id);

test('admins alone change stages and solutions, here and on the server', async () => {
  const hide = { solutionId: 'talent', hidden: true };
  await expect(ana.edit(hideSolution, hide)).rejects.toMatchObject({ code: 'notAllowed' });
  await expect(
    ana.edit(retireStage, { stageId: 'qualified', moveTo: 'engaged' }),
  ).rejects.toMatchObject({ code: 'notAllowed' });

  const { client } = await ana.store.meta();
  const answer = await ana.api.push({
    protocol: 1,
    schema: schemaVersion,
    client,
    mutations: [
      {
        id: 1,
        nonce: 'forged-1',
        name: hideSolution.name,
        args: hide,
        base: 0,
        at: '2026-11-22T12:00:00.000Z',
      },
    ],
  });
  expect(answer.results).toMatchObject([{ status: 'rejected', code: 'notAllowed' }]);
});

test('a solution keeps the profiles it had, and hidden it takes no new decisions', async () => {
  const seats = [{ id: 's1', role: 'user' as const, count: 3, weight: 1, personas: [] }];
  const before = await ada.see('solution', 'talent');
  await ada.edit(editSolution, { solutionId: 'talent', name: 'Talent', profile: seats });
  await ada.edit(createSolution, { id: 'payroll', name: 'Payroll', profile: seats });
  await ada.edit(hideSolution, { solutionId: 'talent', hidden: true });
  await ada.sync();
  await ana.sync();
  expect(await ana.see('solution', 'payroll')).toMatchObject({ name: 'Payroll', version: 1 });
  expect(await ana.see('solution', 'talent')).toMatchObject({
    name: 'Talent',
    profile: seats,
    version: 2,
    earlier: [{ version: 1, seats: before?.profile }],
  });
  const opportunity = Opportunity.parse({
    id: 'late',
    accountId: 'acme',
    solutionId: 'talent',
    stageId: 'target',
  });
  await expect(
    ana.edit(createOpportunity, { opportunity, accountId: 'acme' }),
  ).rejects.toMatchObject({ code: 'invalid' });
});

test('a seat by a stage that is not there is refused', async () => {
  const profile = [
    { id: 's1', role: 'user' as const, count: 1, weight: 1, personas: [], byStage: 'nowhere' },
  ];
  await expect(ada.edit(editSolution, { solutionId: 'talent', profile })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('[G2] a profile that another admin changed unseen is a conflict', async () => {
  const other = await here.client('ada');
  await other.settle();
  const seats = (count: number) => [
    { id: 's1', role: 'user' as const, count, weight: 1, personas: [] },
  ];
  await ada.edit(editSolution, { solutionId: 'talent', profile: seats(1) });
  await other.edit(editSolution, { solutionId: 'talent', profile: seats(2) });
  await ada.sync();
  await other.sync();
  expect(await other.unresolved()).toMatchObject([{ result: { status: 'conflict' } }]);
});

test('a new stage stands where it was put, and the others make room', async () => {
  await ada.edit(createStage, {
    id: 'proposal',
    kind: 'open',
    label: 'Proposal',
    next: ['won', 'lost'],
    after: 'qualified',
    leadsFrom: ['qualified'],
  });
  await ada.sync();
  await ana.sync();
  expect(await stageIds(ana)).toEqual([
    'target',
    'detected',
    'engaged',
    'prioritized',
    'qualified',
    'proposal',
    'pipeline',
    'won',
    'lost',
  ]);
  await ana.edit(moveStage, {
    opportunityId: 'acme-talent',
    fromStageId: 'qualified',
    stageId: 'proposal',
    transitionId: 'm1',
  });
  await ana.sync();
  expect(await ana.unresolved()).toEqual([]);
});

test('no edit leaves a stage from which no end can be reached', async () => {
  const edit = (next: string[]) => ada.edit(editStage, { stageId: 'qualified', fields: { next } });
  await expect(edit([])).rejects.toMatchObject({ code: 'invalid' });
  await expect(edit(['nowhere'])).rejects.toMatchObject({ code: 'gone' });
  await expect(ada.edit(removeStage, { stageId: 'won' })).rejects.toMatchObject({
    code: 'invalid',
  });
  await edit(['engaged']);
  await ada.sync();
  expect(await ada.unresolved()).toEqual([]);
});

test('the order of stages names every one of them', async () => {
  const ids = await stageIds(ada);
  await expect(ada.edit(orderStages, { stageIds: ids.slice(1) })).rejects.toMatchObject({
    code: 'invalid',
  });
  await ada.edit(orderStages, { stageIds: [...ids.slice(1), 'target'] });
  await ada.sync();
  await ana.sync();
  expect((await stageIds(ana)).at(-1)).toBe('target');
});

test('a stage in use is not removed, also where the client does not hold the decision at it', async () => {
  // Prioritized has a seat waiting for it and one decision, at an account that Ada does not follow.
  const seats = [{ id: 's1', role: 'user' as const, count: 1, weight: 1, personas: [] }];
  for (const solutionId of ['talent', 'hr-operations', 'learning'])
    await ada.edit(editSolution, { solutionId, profile: seats, play: [] });
  await ada.edit(removeStage, { stageId: 'prioritized' });
  await ada.sync();
  expect(await ada.unresolved()).toMatchObject([{ result: { code: 'inUse' } }]);
  expect(await stored('stage', 'prioritized')).toBeDefined();
});

test('retiring a stage moves every decision at it, with a transition each, and every seat due by it', async () => {
  await ada.edit(retireStage, { stageId: 'prioritized', moveTo: 'qualified' });
  await ada.sync();
  expect(await ada.unresolved()).toEqual([]);
  expect(await stored('stage', 'prioritized')).toBeUndefined();
  expect((await stored('opportunity', 'globex-talent'))?.data).toMatchObject({
    stageId: 'qualified',
  });
  expect((await stored('transition', leftId('globex-talent', 'prioritized')))?.data).toMatchObject({
    from: 'prioritized',
    to: 'qualified',
    by: 'ada',
    reason: 'The stage “Prioritized” was removed.',
  });
  const rows = await here.server.db
    .selectFrom('records')
    .select('data')
    .where('kind', 'in', ['opportunity', 'solution', 'stage'])
    .where('deleted_at', 'is', null)
    .execute();
  const now = rows.map(({ data: { earlier: _, ...data } }) => data);
  expect(JSON.stringify(now)).not.toContain('"prioritized"');
  expect(await ada.see('solution', 'talent')).toMatchObject({ version: 2 });
});
