/** How the demo's decisions came to their stages: from the first sign to where they stand today, by both teams. */
import type { Transition } from '#lib/model/records/transition.ts';
import { createdId } from '#lib/model/transition.ts';

type Step = [daysAgo: number, stageId: string, by: string, amount?: number, reason?: string];

/** The first step makes the decision, the last is `daysInStage` ago. */
export const ways: Record<string, Step[]> = {
  'acme-talent': [
    [285, 'target', 'mia'],
    [283, 'detected', 'mia'],
    [120, 'engaged', 'ana', 120_000],
    [46, 'prioritized', 'ana', 150_000],
    [12, 'qualified', 'ben', 180_000],
  ],
  'acme-hr-operations': [
    [60, 'detected', 'mia'],
    [48, 'prioritized', 'ana', 95_000],
    [31, 'engaged', 'ana', 95_000, 'Nobody of HR Operations had time before the year’s end.'],
  ],
  'acme-learning': [[44, 'detected', 'mia', 60_000]],
  'globex-talent': [
    [95, 'target', 'ana'],
    [70, 'detected', 'mia'],
    [33, 'engaged', 'ana', 200_000],
    [6, 'prioritized', 'ben', 240_000],
  ],
  'halcyon-learning': [
    [210, 'detected', 'mia'],
    [160, 'engaged', 'ana', 90_000],
    [110, 'prioritized', 'ben', 110_000],
    [61, 'qualified', 'ben', 110_000],
    [20, 'pipeline', 'ben', 130_000],
  ],
  'meridian-hr-operations': [[3, 'detected', 'mia', 40_000]],
};

interface Decision {
  id: string;
  accountId: string;
  solutionId: string;
  ownerId: string;
  closeDate: string;
}

/** The transitions of one decision; `at` turns days ago into a time. */
export function transitionsOf(decision: Decision, at: (daysAgo: number) => string): Transition[] {
  const { id, accountId, solutionId, ownerId, closeDate } = decision;
  let from: string | undefined;
  let before: Transition['before'] = {};
  return (ways[id] ?? []).map(([daysAgo, to, by, amount, reason], index) => {
    const after = amount === undefined ? {} : { amount, currency: 'EUR', closeDate };
    const transition: Transition = {
      id: index === 0 ? createdId(id) : `${id}.${index}`,
      ...{ accountId, opportunityId: id, solutionId, ownerId },
      ...(from && { from }),
      ...{ to, at: at(daysAgo), by, before, after },
      ...(reason && { reason }),
    };
    [from, before] = [to, after];
    return transition;
  });
}
