/** The tour: which step comes when. It watches what the panel itself knows, and touches no page. */
import type { TourStep } from '#lib/browser/settings.ts';
import type { Undoable } from './undo.ts';

/** In their order. */
export const tourSteps: readonly TourStep[] = [
  'person',
  'attach',
  'undo',
  'decision',
  'call',
  'find',
  'end',
];

/** What stands before the user. `acts` counts what can be undone, `last` is the newest of it. */
export interface TourFacts {
  person: boolean;
  decision: boolean;
  searching: boolean;
  acts: number;
  last: Undoable | undefined;
}

/** Whether the user did what the step asks for, going by what changed. */
export function passed(step: TourStep, before: TourFacts, now: TourFacts): boolean {
  const did = now.last !== before.last && now.acts >= before.acts ? now.last?.what : undefined;
  switch (step) {
    case 'person':
      return now.person;
    case 'attach':
      return did === 'attached';
    case 'undo':
      return now.acts < before.acts;
    case 'decision':
      return now.decision;
    case 'call':
      return did === 'loggedTouch';
    case 'find':
      return now.searching;
    case 'end':
      return false;
  }
}

/** The step behind this one; `null` behind the last. */
export const nextStep = (step: TourStep): TourStep | null =>
  tourSteps[tourSteps.indexOf(step) + 1] ?? null;
