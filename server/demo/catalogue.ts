import type { Asset } from '#lib/model/records/asset.ts';

/** What the demo company's people come to it by. */
export const assets: Asset[] = [
  {
    id: 'recruiting-playbook',
    name: 'White paper: The recruiting playbook',
    keys: ['recruiting-playbook', 'recruiting white paper'],
    solutionIds: ['talent'],
  },
  {
    id: 'hiring-webinar',
    name: 'Webinar: Hiring in a tight market',
    keys: ['hiring-webinar'],
    solutionIds: ['talent'],
  },
  {
    id: 'payroll-round-table',
    name: 'Payroll round table',
    keys: ['payroll-round-table'],
    solutionIds: ['hr-operations'],
  },
  {
    id: 'academy',
    name: 'The academy pages',
    keys: ['/academy'],
    solutionIds: ['learning'],
  },
];
