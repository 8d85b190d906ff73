import type { Team } from '#lib/model/vocabulary.ts';

interface DemoStep {
  title: string;
  team: Team;
  ownerId?: string;
  /** From today on; before it, the step is overdue. */
  dueInDays?: number;
  done?: true;
}

/** Plays by decision, in order: one step is overdue, so that the demo shows what that looks like. */
export const plays: Record<string, DemoStep[]> = {
  'acme-talent': [
    {
      title: 'Discovery workshop with the recruiting team',
      team: 'sales',
      ownerId: 'ben',
      done: true,
    },
    {
      title: 'Send the recruiting benchmark to Priya',
      team: 'marketing',
      ownerId: 'mia',
      dueInDays: -3,
    },
    {
      title: 'Find who signs for purchasing',
      team: 'sales_development',
      ownerId: 'ana',
      dueInDays: 4,
    },
    { title: 'Board sponsor call', team: 'sales', ownerId: 'ben', dueInDays: 16 },
  ],
};
