/** Target profiles: three to start from, and which one held when. */
import type { Seat, Solution } from './records/solution.ts';
import type { Stage } from './records/stage.ts';
import type { BuyingRole } from './vocabulary.ts';

type Row = [
  role: BuyingRole,
  count: number,
  weight: number,
  byStage: string,
  ...personas: string[],
];

/** Seats by the usual groups of such purchases; stages are the default ones. Written from experience, to be edited. */
export const readyProfiles = {
  /** Software for one department, bought by it. */
  department: [
    ['champion', 1, 2, 'engaged'],
    ['decision_maker', 1, 2, 'prioritized'],
    ['user', 2, 1, 'prioritized'],
    ['economic_buyer', 1, 1, 'qualified', 'finance', 'general_management'],
    ['ratifier', 1, 1, 'qualified', 'purchasing', 'legal'],
  ],
  /** A platform for the whole company: technology, security and the board take part. */
  platform: [
    ['champion', 1, 2, 'engaged'],
    ['executive_sponsor', 1, 2, 'qualified', 'general_management'],
    ['decision_maker', 1, 2, 'prioritized'],
    ['evaluator', 2, 1, 'prioritized', 'information_technology', 'engineering'],
    ['economic_buyer', 1, 1, 'qualified', 'finance'],
    ['user', 2, 1, 'qualified'],
    ['ratifier', 2, 1, 'qualified', 'purchasing', 'legal', 'information_technology'],
  ],
  /** Consulting or another service: few people, early contact with who signs. */
  service: [
    ['decision_maker', 1, 2, 'engaged'],
    ['champion', 1, 2, 'prioritized'],
    ['influencer', 1, 1, 'prioritized'],
    ['ratifier', 1, 1, 'pipeline', 'purchasing', 'legal'],
  ],
} as const satisfies Record<string, readonly Row[]>;
export type ReadyProfile = keyof typeof readyProfiles;

/** The seats of a ready profile for a solution; a stage that this workspace does not have is left out. */
export function readySeats(
  profile: ReadyProfile,
  solutionId: string,
  stages: readonly Pick<Stage, 'id'>[],
): Seat[] {
  const rows: readonly Row[] = readyProfiles[profile];
  return rows.map(([role, count, weight, byStage, ...personas]) => ({
    id: `${solutionId}-${role}`,
    role,
    count,
    weight,
    personas,
    ...(stages.some(({ id }) => id === byStage) && { byStage }),
  }));
}

/** The seats that held at a time (ISO 8601), for explaining an old figure. */
export function profileAt(solution: Solution, at: string): readonly Seat[] {
  const time = Date.parse(at);
  const then = (solution.earlier ?? []).find(({ until }) => time < Date.parse(until));
  return then?.seats ?? solution.profile;
}

/** The solution with other seats from now on; those before stay in `earlier`, with the time they held. */
export function withProfile(solution: Solution, profile: Seat[], at: string): Solution {
  const { version = 1, since, earlier = [] } = solution;
  const kept = { version, seats: solution.profile, ...(since && { since }), until: at };
  return { ...solution, profile, version: version + 1, since: at, earlier: [...earlier, kept] };
}
