import type { BuyingRole, MemberStatus } from '#lib/model/vocabulary.ts';

export type Cast = [contactId: string, status: MemberStatus, ...roles: BuyingRole[]];
type TouchRow = [
  daysAgo: number,
  team: string,
  channel: string,
  direction: string,
  title: string,
  contactIds: readonly string[],
];

export interface DemoDecision {
  id: string;
  accountId: string;
  solutionId: string;
  stageId: string;
  daysInStage: number;
  amount: number;
  closesInDays: number;
  ownerId: string;
  cast: Cast[];
  touches: TouchRow[];
}

/** ACME's Talent decision has no ratifier yet, Learning's champion has gone quiet: the demo begins with something to do. */
export const decisions: DemoDecision[] = [
  {
    id: 'acme-talent',
    accountId: 'acme',
    solutionId: 'talent',
    stageId: 'qualified',
    daysInStage: 12,
    amount: 180_000,
    closesInDays: 75,
    ownerId: 'ben',
    cast: [
      ['tomas-echeverria', 'confirmed', 'champion'],
      ['helena-brandt', 'confirmed', 'decision_maker', 'economic_buyer'],
      ['priya-raman', 'confirmed', 'evaluator'],
      // By a white paper, not confirmed yet: whoever opens her page can.
      ['nadia-kessler', 'potential'],
    ],
    touches: [
      [
        285,
        'marketing',
        'event',
        'inbound',
        'Webinar: Hiring in a tight market',
        ['tomas-echeverria'],
      ],
      [
        120,
        'marketing',
        'content',
        'inbound',
        'White paper: The recruiting playbook',
        ['tomas-echeverria', 'priya-raman'],
      ],
      [48, 'sales_development', 'call', 'outbound', 'First call', ['tomas-echeverria']],
      [
        26,
        'sales',
        'meeting',
        'outbound',
        'Discovery workshop',
        ['tomas-echeverria', 'priya-raman'],
      ],
      [9, 'sales', 'email', 'inbound', 'Questions on the offer', ['tomas-echeverria']],
      [52, 'sales', 'meeting', 'outbound', 'Introduction to the board sponsor', ['helena-brandt']],
      [
        6,
        'marketing',
        'content',
        'inbound',
        'White paper: The recruiting playbook',
        ['nadia-kessler'],
      ],
    ],
  },
  {
    id: 'acme-hr-operations',
    accountId: 'acme',
    solutionId: 'hr-operations',
    stageId: 'engaged',
    daysInStage: 31,
    amount: 95_000,
    closesInDays: 140,
    ownerId: 'ben',
    cast: [
      ['samuel-adeyemi', 'confirmed', 'champion'],
      ['priya-raman', 'potential', 'evaluator'],
      ['helena-brandt', 'potential', 'decision_maker'],
    ],
    touches: [
      [60, 'marketing', 'event', 'inbound', 'Payroll round table', ['samuel-adeyemi']],
      [
        18,
        'sales_development',
        'email',
        'outbound',
        'Follow-up to the round table',
        ['samuel-adeyemi'],
      ],
    ],
  },
  {
    id: 'acme-learning',
    accountId: 'acme',
    solutionId: 'learning',
    stageId: 'detected',
    daysInStage: 44,
    amount: 60_000,
    closesInDays: 200,
    ownerId: 'ana',
    cast: [
      ['grace-lindqvist', 'potential', 'champion'],
      ['samuel-adeyemi', 'potential', 'user'],
      ['tomas-echeverria', 'potential', 'user'],
    ],
    touches: [
      [44, 'marketing', 'web', 'inbound', 'Visited the academy pages', ['grace-lindqvist']],
    ],
  },
  {
    id: 'globex-talent',
    accountId: 'globex',
    solutionId: 'talent',
    stageId: 'prioritized',
    daysInStage: 6,
    amount: 240_000,
    closesInDays: 110,
    ownerId: 'ben',
    cast: [
      ['ingrid-solheim', 'confirmed', 'champion', 'decision_maker'],
      ['ravi-menon', 'potential', 'ratifier'],
    ],
    touches: [[5, 'sales', 'call', 'outbound', 'Call on the business case', ['ingrid-solheim']]],
  },
  {
    id: 'halcyon-learning',
    accountId: 'halcyon',
    solutionId: 'learning',
    stageId: 'pipeline',
    daysInStage: 20,
    amount: 130_000,
    closesInDays: 30,
    ownerId: 'ben',
    cast: [
      ['noor-haddad', 'confirmed', 'champion'],
      ['pieter-van-dijk', 'confirmed', 'decision_maker'],
      ['lucia-ferri', 'confirmed', 'ratifier'],
    ],
    touches: [
      [11, 'sales', 'meeting', 'outbound', 'Contract review', ['lucia-ferri', 'pieter-van-dijk']],
      [3, 'sales', 'email', 'inbound', 'Signed data processing agreement', ['lucia-ferri']],
      [22, 'customer_success', 'meeting', 'outbound', 'Rollout plan', ['noor-haddad']],
    ],
  },
  {
    id: 'meridian-hr-operations',
    accountId: 'meridian',
    solutionId: 'hr-operations',
    stageId: 'detected',
    daysInStage: 3,
    amount: 40_000,
    closesInDays: 180,
    ownerId: 'ana',
    cast: [['amara-nwosu', 'potential', 'champion']],
    touches: [
      [
        3,
        'marketing',
        'content',
        'inbound',
        'Downloaded: Payroll in nine countries',
        ['amara-nwosu'],
      ],
    ],
  },
];
