import type { Solution } from '#lib/model/records/solution.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';

type SeatRow = [
  role: BuyingRole,
  count: number,
  weight: number,
  byStage?: string,
  ...personas: string[],
];

const solution = (id: string, name: string, seats: SeatRow[]): Solution => ({
  id,
  name,
  profile: seats.map(([role, count, weight, byStage, ...personas]) => ({
    id: `${id}-${role}`,
    role,
    count,
    weight,
    byStage,
    personas,
  })),
});

/** What the demo company sells. Weights say how much a seat counts in coverage. */
export const solutions: Solution[] = [
  solution('talent', 'Talent Management', [
    ['champion', 1, 2, 'engaged', 'human_resources'],
    ['decision_maker', 1, 2, 'prioritized', 'human_resources'],
    ['economic_buyer', 1, 1, 'qualified', 'finance', 'human_resources'],
    ['evaluator', 1, 1, 'prioritized', 'information_technology'],
    ['ratifier', 1, 1, 'qualified', 'purchasing', 'legal'],
  ]),
  solution('hr-operations', 'HR Operations', [
    ['champion', 1, 2, 'engaged', 'human_resources'],
    ['decision_maker', 1, 2, 'prioritized', 'human_resources'],
    ['evaluator', 1, 1, 'prioritized', 'information_technology'],
    ['user', 2, 1, 'qualified', 'human_resources'],
    ['ratifier', 1, 1, 'pipeline', 'purchasing', 'legal'],
  ]),
  solution('learning', 'Learning', [
    ['champion', 1, 2, 'engaged', 'human_resources'],
    ['decision_maker', 1, 2, 'prioritized', 'human_resources'],
    ['user', 1, 1, 'prioritized', 'human_resources', 'operations'],
    ['ratifier', 1, 1, 'pipeline', 'purchasing', 'legal'],
  ]),
  solution('analytics', 'People Analytics', []),
];
