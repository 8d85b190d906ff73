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

const create = (id: string, name: string, ...emails: string[]): Call => ({
  name: 'contact.create@1',
  args: { contact: { id, accountId: 'acme', name, emails, sources: {} }, accountId: 'acme' },
});
const merge = (
  act: 'merge' | 'unmerge',
  of: 'account' | 'contact',
  keptId: string,
  mergedId: string,
): Call => ({
  name: `${of}.${act}@1`,
  args: { keptId, mergedId, mergeId: 'm-1', ...(of === 'contact' && { accountId: 'acme' }) },
});
const erase = (contactId: string): Step => ({ do: 'erase', contactId, exclude: false, net: [] });

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
  [
    '[G10] [R1] seed 13: what became of a merged account is known after a restore, where it is sent again',
    [
      edit(0, retitle('One')),
      edit(0, merge('merge', 'account', 'acme', 'globex')),
      { do: 'restore' },
    ],
  ],
  [
    '[G10] [L5] a merge taken back while a browser was away for long is no merge there any more',
    [
      edit(0, merge('merge', 'account', 'acme', 'globex')),
      sync(0),
      sync(1),
      edit(0, merge('unmerge', 'account', 'acme', 'globex')),
      sync(0),
      { do: 'forget' },
    ],
  ],
  [
    '[E1] [L5] seed 19: a browser that was away for long hears that somebody was erased',
    [
      edit(2, create('c-1', 'Person 001a'), retitle('One')),
      sync(2),
      erase('c-1'),
      { do: 'forget' },
    ],
  ],
  [
    '[E1] [L4] so does one whose accounts they had left before',
    [
      edit(0, {
        name: 'account.create@1',
        args: { account: { id: 'a-1', name: 'Initech', domains: ['initech.example'] } },
      }),
      sync(0),
      edit(2, retitle('Title 002a')),
      sync(2),
      { do: 'move', kind: 'contact', id: 'lee', to: 'a-1' },
      sync(2),
      erase('lee'),
    ],
  ],
  [
    '[E1] [G11] what a merge that was taken back had brought to somebody else is forgotten there, too',
    [
      edit(0, retitle('Title 001a')),
      edit(0, merge('merge', 'contact', 'kim', 'lee')),
      edit(0, merge('unmerge', 'contact', 'kim', 'lee')),
      sync(0),
      erase('lee'),
    ],
  ],
  [
    '[G10] seed 2026: what the kept account had of the other one’s people stays with it, taken back',
    [
      edit(0, {
        name: 'touch.log@1',
        args: {
          touch: {
            ...{ id: 't-1', team: 'sales', channel: 'call', solutionIds: [] },
            at: '2026-10-01T09:00:00.000Z',
          },
          accountId: 'globex',
          contactIds: ['kim'],
        },
      }),
      edit(0, merge('merge', 'account', 'globex', 'acme')),
      edit(0, merge('unmerge', 'account', 'globex', 'acme')),
    ],
  ],
  [
    '[G11] [G5] seed 1: a merge is taken back by whoever knows the merged one under another name',
    [
      edit(0, create('c-1', 'Person 001a', 'x@acme.example')),
      sync(0),
      edit(2, create('c-2', 'Person 002a', 'x@acme.example')),
      edit(2, {
        name: 'touch.log@1',
        args: {
          touch: {
            ...{ id: 't-1', team: 'sales', channel: 'call', solutionIds: [] },
            at: '2026-10-01T09:00:00.000Z',
          },
          accountId: 'acme',
          contactIds: ['c-2'],
        },
      }),
      edit(2, merge('merge', 'contact', 'kim', 'c-2')),
      edit(2, merge('unmerge', 'contact', 'kim', 'c-2')),
    ],
  ],
  [
    '[E1] [G11] seed 1: what was said of somebody while they were merged is theirs, once taken back',
    [
      edit(1, merge('merge', 'contact', 'kim', 'lee')),
      edit(1, retitle('Title 015b')),
      edit(1, merge('unmerge', 'contact', 'kim', 'lee')),
      sync(1),
      erase('kim'),
    ],
  ],
];

test.each(histories)('%s', async (_, steps) => {
  const { mutations, violation } = await runHistory(ground, steps, settings);
  expect(violation).toBeNull();
  expect(mutations).toBeGreaterThan(1);
});
