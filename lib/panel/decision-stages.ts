/** How long a decision stood in each stage, and what a move to another one asks. */
import { type FilledSeat, gaps } from '#lib/model/coverage.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import type { DecisionView } from './view.ts';

const day = 86_400_000;

/**
 * Whole days by stage, from its transitions alone (oldest first): each holds until the next one. The present stage
 * counts up to now; a stage visited twice counts both times. Without any transition, what `stageSince` tells.
 */
export function daysInStages(
  { opportunity: { stageId, stageSince }, group: { now } }: DecisionView,
  transitions: readonly Transition[],
): ReadonlyMap<string, number> {
  const spent = new Map<string, number>();
  const add = (stage: string | undefined, from: number, to: number) => {
    if (stage) spent.set(stage, (spent.get(stage) ?? 0) + Math.max(0, to - from));
  };
  transitions.forEach(({ to, at }, index) => {
    const next = transitions[index + 1];
    add(to, Date.parse(at), next ? Date.parse(next.at) : now);
  });
  if (transitions.length === 0 && stageSince) add(stageId, Date.parse(stageSince), now);
  return new Map([...spent].map(([stage, time]) => [stage, Math.floor(time / day)]));
}

/** What moving there asks: a reason where it goes back, and the seats due there that nobody fills. */
export interface MoveQuestion {
  to: Stage;
  back: boolean;
  lost: boolean;
  gaps: FilledSeat[];
}

/** `null` where nothing is to be asked. A lost decision has no seats to fill any more. */
export function moveQuestion({ stage, group }: DecisionView, to: Stage): MoveQuestion | null {
  const back = to.order < stage.order;
  const lost = to.kind === 'lost';
  const opportunity = { ...group.opportunity, stageId: to.id };
  const empty = back || lost ? [] : gaps({ ...group, opportunity });
  return back || lost || empty.length > 0 ? { to, back, lost, gaps: empty } : null;
}
