// @vitest-environment node
/** The same histories on real PostgreSQL, where transactions do run side by side. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Ground, openGround } from '../../scripts/sim/ground.ts';
import { runHistory } from '../../scripts/sim/run.ts';
import { type Found, simulate } from '../../scripts/sim/simulate.ts';
import type { Step } from '../../scripts/sim/steps.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

let postgres: TestPostgres | undefined;
let ground: Ground;
beforeAll(async () => {
  postgres = await startPostgres();
  if (postgres) ground = await openGround(await postgres.fresh());
});
beforeEach(({ skip }) => {
  if (!postgres) skip('PostgreSQL is not installed here.');
});
afterAll(async () => {
  await ground?.close();
  postgres?.stop();
});

test('every invariant holds on PostgreSQL too', async () => {
  const found: Found[] = [];
  const onViolation = (one: Found) => found.push(one);
  const summary = await simulate({ runs: 50, seed: 50_000, ground, onViolation });
  expect(found).toEqual([]);
  expect(summary).toMatchObject({ runs: 50, violations: 0 });
});

test('[C5] [P2] seed 20080: an edit that comes under two client ids at the same moment has one result', async () => {
  const retitle: Step = {
    do: 'edit',
    who: 0,
    calls: [{ name: 'contact.edit@1', args: { contactId: 'lee', fields: { title: 'One' } } }],
  };
  const amounts: Step[] = Array.from({ length: 10 }, (_, index) => ({
    do: 'edit',
    who: 0,
    calls: [
      {
        name: 'opportunity.setAmount@1',
        args: { opportunityId: 'deal', transitionId: `tr-${index}`, amount: 5000 + index },
      },
    ],
  }));
  const steps: Step[] = [
    retitle,
    { do: 'sync', who: 0, net: [] },
    ...amounts,
    { do: 'clone', who: 0 },
    { do: 'restore' },
    { do: 'together', who: [0, 3] },
  ];
  for (let time = 0; time < 5; time++) {
    const { violation } = await runHistory(ground, steps, {
      clients: 3,
      pageLimit: undefined,
      fault: undefined,
    });
    expect(violation).toBeNull();
  }
});
