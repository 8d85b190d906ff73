// @vitest-environment node
/** Histories that once broke an invariant, as the simulator shortened them. Each stays. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Call } from '#lib/model/mutation.ts';
import { type Ground, openGround } from '../../scripts/sim/ground.ts';
import { runHistory } from '../../scripts/sim/run.ts';
import type { Step } from '../../scripts/sim/steps.ts';
import { testDatabase } from '../support/database.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround(await testDatabase());
});
afterAll(() => ground.close());

const settings = { clients: 3, pageLimit: undefined, fault: undefined };
const edit = (who: number, ...calls: Call[]): Step => ({ do: 'edit', who, calls });
const sync = (who: number): Step => ({ do: 'sync', who, net: [] });
const amount = (opportunityId: string, transitionId: string, amount: number): Call => ({
  name: 'opportunity.setAmount@1',
  args: { opportunityId, transitionId, amount },
});
const roles = (contactId: string, ...roles: string[]): Call => ({
  name: 'opportunity.addMember@1',
  args: { opportunityId: 'deal', contactId, roles },
});
const retitle = (title: string): Call => ({
  name: 'contact.edit@1',
  args: { contactId: 'lee', fields: { title } },
});

const histories: [name: string, steps: Step[]][] = [
  [
    '[C5] [P2] seed 32: an edit that two copies of a profile give two new client ids is done once',
    [
      edit(0, retitle('One')),
      sync(0),
      edit(0, amount('other', 'tr-22', 5000)),
      { do: 'clone', who: 0 },
      { do: 'restore' },
    ],
  ],
  [
    '[L5] [G2] seed 135: an edit based on a version the restore lost does not overwrite what came since',
    [
      edit(0, retitle('One')),
      sync(0),
      edit(0, amount('deal', 'tr-23', 11_000)),
      edit(2, amount('deal', 'tr-31', 16_000)),
      { do: 'restore' },
      sync(2),
    ],
  ],
  [
    '[L5] [G2] seed 317: nor what came since another restore of the same backup',
    [
      edit(2, roles('max', 'evaluator')),
      { do: 'restore' },
      edit(1, retitle('One')),
      sync(1),
      sync(0),
      { do: 'restore' },
      sync(2),
      edit(0, roles('max')),
    ],
  ],
  [
    '[R1] [C1] seed 45: what is sent again after a gap is seen over what the server last said at once',
    [
      edit(0, retitle('One')),
      sync(0),
      edit(0, amount('other', 'tr-27', 5000)),
      { do: 'restore' },
      { do: 'sync', who: 0, net: ['through', 'loseRequest', 'lateCopy'] },
    ],
  ],
];

test.each(histories)('%s', async (_, steps) => {
  const { mutations, violation } = await runHistory(ground, steps, settings);
  expect(violation).toBeNull();
  expect(mutations).toBeGreaterThan(1);
});
