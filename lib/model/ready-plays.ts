/** Plays to start from, one for each ready profile. Their words come from the catalogue, in the language of who chooses one. */
import type { ReadyProfile } from './profiles.ts';
import type { TemplateStep } from './records/solution.ts';
import type { Stage } from './records/stage.ts';
import type { Team } from './vocabulary.ts';

export const readySteps = [
  'meetChampion',
  'inviteEvent',
  'sendCase',
  'demo',
  'meetDecisionMaker',
  'meetSponsor',
  'trial',
  'securityReview',
  'businessCase',
  'findRatifier',
  'proposal',
  'kickoff',
] as const;
export type ReadyStep = (typeof readySteps)[number];

type Row = [step: ReadyStep, team: Team, dueInDays: number, stage: string];

/** Written from experience, to be edited; stages are the default ones. */
const rows: Record<ReadyProfile, readonly Row[]> = {
  department: [
    ['meetChampion', 'sales_development', 7, 'engaged'],
    ['sendCase', 'marketing', 10, 'engaged'],
    ['demo', 'sales', 21, 'prioritized'],
    ['meetDecisionMaker', 'sales', 30, 'prioritized'],
    ['findRatifier', 'sales_development', 35, 'qualified'],
    ['proposal', 'sales', 45, 'pipeline'],
  ],
  platform: [
    ['meetChampion', 'sales_development', 7, 'engaged'],
    ['inviteEvent', 'marketing', 14, 'engaged'],
    ['demo', 'sales', 21, 'prioritized'],
    ['meetSponsor', 'sales', 40, 'qualified'],
    ['trial', 'sales', 60, 'qualified'],
    ['securityReview', 'sales', 70, 'qualified'],
    ['businessCase', 'marketing', 75, 'qualified'],
    ['findRatifier', 'sales_development', 75, 'qualified'],
    ['proposal', 'sales', 90, 'pipeline'],
    ['kickoff', 'customer_success', 110, 'pipeline'],
  ],
  service: [
    ['meetDecisionMaker', 'sales', 7, 'engaged'],
    ['sendCase', 'marketing', 10, 'engaged'],
    ['proposal', 'sales', 21, 'prioritized'],
    ['findRatifier', 'sales', 25, 'pipeline'],
    ['kickoff', 'customer_success', 40, 'pipeline'],
  ],
};

/** The steps for a solution; a stage that this workspace does not have is left out. */
export const readyPlay = (
  profile: ReadyProfile,
  solutionId: string,
  stages: readonly Pick<Stage, 'id'>[],
  title: (step: ReadyStep) => string,
): TemplateStep[] =>
  rows[profile].map(([step, team, dueInDays, stage]) => ({
    id: `${solutionId}-${step}`,
    title: title(step),
    ...{ team, dueInDays },
    ...(stages.some(({ id }) => id === stage) && { stage }),
  }));
