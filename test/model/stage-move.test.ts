import { describe, expect, test } from 'vitest';
import type { Kind, Records } from '#lib/model/kinds.ts';
import type { Reader } from '#lib/model/mutation.ts';
import {
  createOpportunity,
  removeOpportunity,
  setStage,
} from '#lib/model/mutations/opportunity.ts';
import { moveStage, setAmount, setCloseDate } from '#lib/model/mutations/stage-move.ts';
import { Account } from '#lib/model/records/account.ts';
import { Opportunity } from '#lib/model/records/opportunity.ts';
import { Solution } from '#lib/model/records/solution.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import { prepare, run } from '#lib/model/replay.ts';

type Held = { [K in Kind]?: Record<string, Records[K]> };
const deal = Opportunity.parse({
  id: 'deal',
  accountId: 'acme',
  solutionId: 'talent',
  stageId: 'qualified',
  amount: 100,
  currency: 'EUR',
  closeDate: '2026-12-31',
  ownerId: 'ben',
});
const held: Held = {
  account: { acme: Account.parse({ id: 'acme', name: 'ACME' }) },
  solution: { talent: Solution.parse({ id: 'talent', name: 'Talent' }) },
  opportunity: { deal },
  stage: Object.fromEntries(defaultStages.map((stage) => [stage.id, stage])),
};
const at = '2026-12-01T12:00:00.000Z';
function runs({ name }: { name: string }, args: unknown, nonce = 'nonce-0001') {
  const reader: Reader = { get: (kind, id) => held[kind]?.[id], all: () => [] };
  const prepared = prepare({ name, args, nonce }, (_kind, id) => id);
  return run(prepared, reader, { by: 'ana', team: 'sales_development', at });
}
const move = { opportunityId: 'deal', fromStageId: 'qualified', transitionId: 't1' };
const whole = { accountId: 'acme', opportunityId: 'deal', solutionId: 'talent', ownerId: 'ben' };
const terms = { amount: 100, currency: 'EUR', closeDate: '2026-12-31' };

test('a move writes who moved what from where to where, and the terms before and after', () => {
  expect(
    runs(moveStage, { ...move, stageId: 'pipeline', amount: 120, closeDate: '2027-01-31' }),
  ).toMatchObject({
    changes: [
      { kind: 'opportunity', data: { stageId: 'pipeline', stageSince: at, amount: 120 } },
      {
        kind: 'transition',
        data: {
          id: 't1',
          ...whole,
          from: 'qualified',
          to: 'pipeline',
          at,
          by: 'ana',
          before: terms,
          after: { amount: 120, currency: 'EUR', closeDate: '2027-01-31' },
        },
      },
    ],
  });
});

describe('moving back', () => {
  const back = { ...move, stageId: 'engaged' };

  test('needs a reason, which stays with the transition', () => {
    expect(runs(moveStage, back)).toMatchObject({ rejected: 'invalid' });
    expect(runs(moveStage, { ...back, reason: '   ' })).toMatchObject({ rejected: 'invalid' });
    expect(runs(moveStage, { ...back, reason: 'The budget was cut.' })).toMatchObject({
      changes: [{}, { data: { to: 'engaged', reason: 'The budget was cut.' } }],
    });
  });

  test('asks nothing of older clients, whose transition is named after their call', () => {
    const old = { opportunityId: 'deal', stageId: 'engaged', fromStageId: 'qualified' };
    expect(runs(setStage, old, 'call:1234')).toMatchObject({
      changes: [{}, { kind: 'transition', id: 'call-1234', data: { to: 'engaged' } }],
    });
  });
});

test('what a decision is worth and when it closes change with a transition that stays in its stage', () => {
  const place = { opportunityId: 'deal', transitionId: 't2' };
  expect(runs(setAmount, { ...place, amount: 90 })).toMatchObject({
    changes: [
      { data: { ...deal, amount: 90 } },
      { data: { from: 'qualified', to: 'qualified', before: terms, after: { amount: 90 } } },
    ],
  });
  expect(runs(setAmount, { ...place, amount: 100 })).toEqual({ changes: [] });
  const dateless = runs(setCloseDate, { ...place, closeDate: null });
  expect(dateless).toMatchObject({
    changes: [{ data: { amount: 100 } }, { data: { after: { amount: 100 } } }],
  });
  expect('changes' in dateless && dateless.changes[0]?.data).not.toHaveProperty('closeDate');
});

test('making a decision and taking it out again are transitions too, at the server’s time', () => {
  const opportunity = { ...deal, id: 'fresh', stageSince: '2020-01-01T00:00:00.000Z' };
  const made = runs(createOpportunity, { opportunity, accountId: 'acme' });
  expect(made).toMatchObject({
    changes: [
      { data: { stageSince: at } },
      { id: 'fresh.created', data: { to: 'qualified', before: {}, after: terms } },
    ],
  });
  expect('changes' in made && made.changes[1]?.data).not.toHaveProperty('from');
  expect(runs(removeOpportunity, { opportunityId: 'deal' })).toMatchObject({
    changes: [{ data: null }, { id: 'deal.removed', data: { from: 'qualified', before: terms } }],
  });
});
