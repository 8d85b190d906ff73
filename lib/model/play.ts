/** The play of a decision: its order, how far it is, what is overdue, and what a solution's template makes of it. */
import { dayAt } from './fields.ts';
import type { PlayStep } from './records/play-step.ts';
import type { Solution, TemplateStep } from './records/solution.ts';
import type { Stage } from './records/stage.ts';

const day = 86_400_000;

/** By their place, then by id: the same on every side, also where two made a step at the same place. */
export const inPlayOrder = (steps: readonly PlayStep[]): PlayStep[] =>
  [...steps].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

/** Open, and its day is past. `now` in milliseconds since 1970. */
export const isOverdue = ({ state, due }: PlayStep, now: number): boolean =>
  state === 'open' && due !== undefined && due < dayAt(now);

export const overdueSteps = (steps: readonly PlayStep[], now: number): PlayStep[] =>
  steps.filter((step) => isOverdue(step, now));

/** How many steps are done, of those that were not dropped. */
export function progress(steps: readonly PlayStep[]): { done: number; of: number } {
  const kept = steps.filter(({ state }) => state !== 'dropped');
  return { done: kept.filter(({ state }) => state === 'done').length, of: kept.length };
}

/** The steps with one of them at another place; a place beyond the ends is the end. */
export function moved(steps: readonly PlayStep[], id: string, to: number): PlayStep[] {
  const step = steps.find((one) => one.id === id);
  const rest = steps.filter((one) => one !== step);
  return step ? rest.toSpliced(Math.max(0, to), 0, step) : rest;
}

/** The place behind all steps there are. */
export const nextOrder = (steps: readonly PlayStep[]): number =>
  Math.max(-1, ...steps.map(({ order }) => order)) + 1;

/** One step of a template is one step of a decision, so two people who lay the same template lay it once. */
export const templateStepId = (opportunityId: string, stepId: string): string =>
  `${opportunityId}.${stepId}`;

/** The steps of a solution's template for a decision at this stage: those of stages it has passed are left out. */
export function templateFor(
  { play = [] }: Pick<Solution, 'play'>,
  stageId: string,
  stages: readonly Pick<Stage, 'id' | 'order'>[],
): TemplateStep[] {
  const place = (id: string | undefined) => stages.find((stage) => stage.id === id)?.order;
  const here = place(stageId) ?? 0;
  return play.filter(({ stage }) => (place(stage) ?? here) >= here);
}

/** The template's steps as the decision's own, behind those it has, due so many days from `from` (`YYYY-MM-DD`). */
export function laid(
  template: readonly TemplateStep[],
  { id: opportunityId, accountId }: { id: string; accountId: string },
  from: string,
  steps: readonly PlayStep[],
): PlayStep[] {
  const first = nextOrder(steps);
  return template
    .map(({ id, title, team, dueInDays }) => ({
      id: templateStepId(opportunityId, id),
      ...{ accountId, opportunityId, title, team },
      due: dayAt(Date.parse(from) + dueInDays * day),
      state: 'open' as const,
    }))
    .filter(({ id }) => !steps.some((step) => step.id === id))
    .map((step, at) => ({ ...step, order: first + at }));
}
