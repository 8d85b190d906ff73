import { expect, test } from 'vitest';
import type { TourStep } from '#lib/browser/settings.ts';
import { nextStep, passed, type TourFacts, tourSteps } from '#lib/panel/tour.ts';
import type { Undoable } from '#lib/panel/undo.ts';

const idle: TourFacts = {
  person: false,
  decision: false,
  searching: false,
  acts: 0,
  last: undefined,
};
const did = (what: Undoable['what'], acts = 1): TourFacts => ({
  ...idle,
  acts,
  last: { what, name: 'Kim', calls: [] },
});

test.each<[TourStep, TourFacts, TourFacts]>([
  ['person', idle, { ...idle, person: true }],
  ['attach', idle, did('attached')],
  ['undo', did('attached'), idle],
  ['decision', idle, { ...idle, decision: true }],
  ['call', did('attached'), did('loggedTouch', 2)],
  ['find', idle, { ...idle, searching: true }],
])('%s passes when it was done, and on nothing else', (step, before, now) => {
  expect(passed(step, before, now)).toBe(true);
  expect(passed(step, before, before)).toBe(false);
  expect(passed(step, idle, did('saidInterest'))).toBe(false);
});

test('an act that comes to stand last because a later one was undone is not done anew', () => {
  const attached = did('attached');
  const later = { ...did('loggedTouch'), acts: 2 };
  expect(passed('attach', later, attached)).toBe(false);
});

test('an act is seen when as many are kept as can be', () => {
  expect(passed('attach', did('loggedTouch', 50), did('attached', 50))).toBe(true);
});

test('each step leads to the next, and the last out of the tour', () => {
  expect(tourSteps.map(nextStep)).toEqual([...tourSteps.slice(1), null]);
});
