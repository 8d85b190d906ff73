// @vitest-environment node
/** The simulator finds nothing in the product as it is, and each planted fault: the checker itself is checked. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from '../../scripts/sim/faults.ts';
import { type Ground, openGround } from '../../scripts/sim/ground.ts';
import { shortest } from '../../scripts/sim/shrink.ts';
import { type Found, simulate } from '../../scripts/sim/simulate.ts';
import { history, type Step } from '../../scripts/sim/steps.ts';
import { testDatabase } from '../support/database.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround(await testDatabase());
});
afterAll(() => ground.close());

// A few here, for whoever runs this file alone: the step `sim` of `npm test` has two hundred.
test('every invariant holds through whatever happens to clients, server and network', async () => {
  const found: Found[] = [];
  const onViolation = (one: Found) => found.push(one);
  const summary = await simulate({ runs: 5, seed: 40_000, ground, onViolation });
  expect(found).toEqual([]);
  expect(summary).toMatchObject({ runs: 5, violations: 0 });
  expect(summary.mutations).toBeGreaterThan(30);
});

/** Which invariant tells of each fault. */
const tells: Record<string, number[]> = {
  sequence: [3],
  snapshot: [4],
  dedupe: [1, 2],
  base: [5],
  exits: [3],
  grants: [3],
  alias: [8],
  joined: [8],
  left: [9],
  apart: [9],
  erased: [10],
  traces: [10],
  listed: [10],
  journal: [1],
  merge: [6],
  partial: [3],
  trim: [1, 4],
};

/** From which seed on it shows soon, of a fault that few histories meet. Another drawing of steps may make it later, and slower. */
const rare: Record<string, number> = {
  ...{ journal: 2, partial: 2, grants: 3, joined: 3, dedupe: 4, exits: 4, snapshot: 8, base: 16 },
  ...{ left: 17, alias: 17, merge: 18, sequence: 20, apart: 73, listed: 75 },
};

test('every fault has an invariant that tells of it', () => {
  expect(Object.keys(tells).sort()).toEqual(Object.keys(faults).sort());
});

test.each(Object.keys(faults))('with the fault “%s” a violation is found', async (fault) => {
  const found: number[] = [];
  const onViolation = ({ ran }: Found) => found.push(ran.violation?.invariant ?? 0);
  const options = { runs: 200, seed: rare[fault] ?? 1, fault, once: true, tries: 0 };
  await simulate({ ...options, ground, onViolation });
  expect(found).toHaveLength(1);
  expect(tells[fault]).toContain(found[0]);
});

test('a seed gives one history, another seed another', () => {
  expect(history(7, 40, 3)).toEqual(history(7, 40, 3));
  expect(history(7, 40, 3)).not.toEqual(history(8, 40, 3));
});

test('a failing history is shortened to the steps it needs', async () => {
  const needed = (step: Step) => step.do === 'restore' || step.do === 'clone';
  const whole = history(1, 400, 3);
  const run = async (steps: readonly Step[]) => {
    const fails = new Set(steps.filter(needed).map((step) => step.do)).size === 2;
    const violation = fails ? ({ message: 'both' } as never) : null;
    return { mutations: 0, violation, at: steps.length };
  };
  const { steps } = await shortest(whole, run, 2000);
  expect(steps.map((step) => step.do).sort()).toEqual(['clone', 'restore']);
});
