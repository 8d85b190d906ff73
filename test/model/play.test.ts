import { expect, test } from 'vitest';
import {
  inPlayOrder,
  isOverdue,
  laid,
  moved,
  nextOrder,
  overdueSteps,
  progress,
  templateFor,
} from '#lib/model/play.ts';
import { readyProfiles } from '#lib/model/profiles.ts';
import { readyPlay } from '#lib/model/ready-plays.ts';
import { PlayStep } from '#lib/model/records/play-step.ts';
import { Template } from '#lib/model/records/solution.ts';
import { defaultStages } from '#lib/model/records/stage.ts';

const now = Date.parse('2026-11-22T12:00:00.000Z');
const step = (id: string, more: Partial<PlayStep> = {}): PlayStep =>
  PlayStep.parse({
    ...{ id, accountId: 'acme', opportunityId: 'deal', title: id, team: 'sales' },
    ...more,
  });
const template = Template.parse([
  { id: 'a', title: 'First talk', team: 'sales', dueInDays: 7, stage: 'engaged' },
  { id: 'b', title: 'Workshop', team: 'marketing', dueInDays: 30, stage: 'qualified' },
  { id: 'c', title: 'Any time', team: 'sales', dueInDays: 0 },
]);

test('a step is overdue from the day after it was due, while it is open', () => {
  expect(isOverdue(step('a', { due: '2026-11-22' }), now)).toBe(false);
  expect(isOverdue(step('a', { due: '2026-11-21' }), now)).toBe(true);
  expect(isOverdue(step('a'), now)).toBe(false);
  const ended = ['done', 'dropped'] as const;
  const late = ended.map((state) => step(state, { due: '2026-01-01', state }));
  expect(overdueSteps([...late, step('open', { due: '2026-01-01' })], now)).toMatchObject([
    { id: 'open' },
  ]);
});

test('steps stand by their place, then by id, and a dropped one counts for no progress', () => {
  const steps = [step('z', { order: 1 }), step('b'), step('a'), step('y', { state: 'dropped' })];
  expect(inPlayOrder(steps).map(({ id }) => id)).toEqual(['a', 'b', 'y', 'z']);
  expect(progress([...steps, step('d', { state: 'done' })])).toEqual({ done: 1, of: 4 });
  expect(progress([])).toEqual({ done: 0, of: 0 });
  expect(nextOrder(steps)).toBe(2);
});

test.each([
  ['a', 1, 'bac'],
  ['c', -5, 'cab'],
  ['a', 9, 'bca'],
  ['nobody', 0, 'abc'],
])('%s moved to %i makes %s', (id, to, order) => {
  const steps = ['a', 'b', 'c'].map((one) => step(one));
  expect(
    moved(steps, id, to)
      .map((one) => one.id)
      .join(''),
  ).toBe(order);
});

test('a template gives a decision the steps of its stage and of those to come', () => {
  const at = (stageId: string) =>
    templateFor({ play: template }, stageId, defaultStages).map(({ id }) => id);
  expect(at('detected')).toEqual(['a', 'b', 'c']);
  expect(at('qualified')).toEqual(['b', 'c']);
  expect(at('pipeline')).toEqual(['c']);
  expect(templateFor({}, 'detected', defaultStages)).toEqual([]);
});

test('laid over a decision its days count from then, and what is there already is not made twice', () => {
  const deal = { id: 'deal', accountId: 'acme' };
  const first = laid(template, deal, '2026-12-28', [step('own', { order: 4 })]);
  expect(first.map(({ due, order }) => [due, order])).toEqual([
    ['2027-01-04', 5],
    ['2027-01-27', 6],
    ['2026-12-28', 7],
  ]);
  expect(laid(template, deal, '2026-12-30', first.slice(0, 2))).toMatchObject([
    { title: 'Any time', due: '2026-12-30', order: 7 },
  ]);
});

test('there is a ready play for each ready profile, fit to be a solution’s', () => {
  for (const profile of Object.keys(readyProfiles) as (keyof typeof readyProfiles)[]) {
    const play = Template.parse(readyPlay(profile, 'payroll', defaultStages, (key) => key));
    expect(play.length).toBeGreaterThan(3);
    expect(play.every(({ stage }) => stage)).toBe(true);
    expect(new Set(play.map(({ team }) => team)).size).toBeGreaterThan(1);
    expect(readyPlay(profile, 'payroll', [], (key) => key).some((one) => one.stage)).toBe(false);
  }
});
