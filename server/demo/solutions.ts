import type { Solution, TemplateStep } from '#lib/model/records/solution.ts';
import type { BuyingRole, Team } from '#lib/model/vocabulary.ts';

type SeatRow = [
  role: BuyingRole,
  count: number,
  weight: number,
  byStage?: string,
  ...personas: string[],
];

type StepRow = [team: Team, dueInDays: number, title: string, stage?: string];

const solution = (id: string, name: string, seats: SeatRow[], steps: StepRow[] = []): Solution => ({
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
  ...(steps.length > 0 && { play: steps.map(template(id)) }),
});

const template =
  (id: string) =>
  ([team, dueInDays, title, stage]: StepRow, at: number): TemplateStep => ({
    id: `${id}-s${at + 1}`,
    ...{ title, team, dueInDays },
    ...(stage && { stage }),
  });

/** What the demo company sells. Weights say how much a seat counts in coverage. */
export const solutions: Solution[] = [
  solution(
    'talent',
    'Talent Management',
    [
      ['champion', 1, 2, 'engaged', 'human_resources'],
      ['decision_maker', 1, 2, 'prioritized', 'human_resources'],
      ['economic_buyer', 1, 1, 'qualified', 'finance', 'human_resources'],
      ['evaluator', 1, 1, 'prioritized', 'information_technology'],
      ['ratifier', 1, 1, 'qualified', 'purchasing', 'legal'],
    ],
    [
      ['marketing', 7, 'Invite the recruiting team to a round table', 'engaged'],
      ['sales', 21, 'Discovery workshop with the recruiting team', 'prioritized'],
      ['marketing', 28, 'Send the recruiting benchmark'],
      ['sales_development', 30, 'Find who signs for purchasing', 'qualified'],
      ['sales', 45, 'Board sponsor call', 'qualified'],
    ],
  ),
  solution(
    'hr-operations',
    'HR Operations',
    [
      ['champion', 1, 2, 'engaged', 'human_resources'],
      ['decision_maker', 1, 2, 'prioritized', 'human_resources'],
      ['evaluator', 1, 1, 'prioritized', 'information_technology'],
      ['user', 2, 1, 'qualified', 'human_resources'],
      ['ratifier', 1, 1, 'pipeline', 'purchasing', 'legal'],
    ],
    [
      ['sales_development', 7, 'Ask how payroll is run today', 'engaged'],
      ['marketing', 14, 'Send the story of a payroll like theirs', 'engaged'],
      ['sales', 28, 'Demo with those who run payroll', 'prioritized'],
      ['sales', 45, 'Go through integrations with IT', 'qualified'],
      ['customer_success', 60, 'Plan the first payroll together', 'pipeline'],
    ],
  ),
  solution(
    'learning',
    'Learning',
    [
      ['champion', 1, 2, 'engaged', 'human_resources'],
      ['decision_maker', 1, 2, 'prioritized', 'human_resources'],
      ['user', 1, 1, 'prioritized', 'human_resources', 'operations'],
      ['ratifier', 1, 1, 'pipeline', 'purchasing', 'legal'],
    ],
    [
      ['marketing', 7, 'Open the academy to two learners', 'engaged'],
      ['sales_development', 14, 'Ask what was learned', 'engaged'],
      ['sales', 30, 'Pilot with one team', 'prioritized'],
      ['sales', 50, 'Agree on seats and start', 'pipeline'],
    ],
  ),
  solution('analytics', 'People Analytics', []),
];
