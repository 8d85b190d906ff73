/** Questions to the waterfall as a whole. */
import type { Stage } from './records/stage.ts';

export const isOpen = ({ kind }: Pick<Stage, 'kind'>): boolean =>
  kind === 'before' || kind === 'open';

/** The stage a decision begins at: the first in order that is no end. */
export const firstStage = (stages: readonly Stage[]): Stage | undefined =>
  [...stages].filter(isOpen).sort((a, b) => a.order - b.order)[0];

/** The stages that are no end and from which, along `next`, no end can be reached: a decision there would be stuck. */
export function strandedStages(stages: readonly Stage[]): Stage[] {
  const safe = new Set(stages.flatMap((stage) => (isOpen(stage) ? [] : [stage.id])));
  for (let grew = true; grew; ) {
    grew = false;
    for (const { id, next } of stages) {
      if (safe.has(id) || !next.some((other) => safe.has(other))) continue;
      safe.add(id);
      grew = true;
    }
  }
  return stages.filter(({ id }) => !safe.has(id));
}
