import type { Team } from '#lib/model/vocabulary.ts';

interface DemoStep {
  title: string;
  team: Team;
  ownerId?: string;
  /** From today on; before it, the step is overdue. */
  dueInDays?: number;
  done?: true;
}

/** Notes by decision: who wrote what, how many days ago. */
export const notes: Record<string, [daysAgo: number, by: string, text: string][]> = {
  'acme-talent': [
    [21, 'ana', 'Tomás forwards everything to Helena. He wants numbers he can show her.'],
    [
      8,
      'ben',
      'Budget is set for spring. Helena asks for a fixed price over three years, and for a reference in logistics.',
    ],
  ],
};

export const nextSteps: Record<string, string> = {
  'acme-talent': 'Send Helena the three-year price.\nAsk Globex for a reference call.',
};

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
