import type { Team } from '#lib/model/vocabulary.ts';

export interface DemoUser {
  id: string;
  name: string;
  email: string;
  team: Team;
}

/** The demo workspace sells; its people are invented and share one published password. */
export const demoWorkspace = { ws: 'demo', name: 'Northwind Software' };
export const demoPassword = 'quorum-demo';
export const demoUsers: DemoUser[] = [
  { id: 'ana', name: 'Ana Ruiz', email: 'ana@northwind.example', team: 'sales_development' },
  { id: 'ben', name: 'Ben Okafor', email: 'ben@northwind.example', team: 'sales' },
  { id: 'mia', name: 'Mia Chen', email: 'mia@northwind.example', team: 'marketing' },
  { id: 'ada', name: 'Ada Novak', email: 'ada@northwind.example', team: 'admin' },
];
