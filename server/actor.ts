/** Who is asking: every question and every edit is answered for one user of one workspace. */
import type { Team } from '#lib/model/vocabulary.ts';

export interface Actor {
  ws: string;
  userId: string;
  team: Team;
}

/** Whose eyes a reader has: a user's, or without one those of an API key, which an admin made. */
export type Asker = Pick<Actor, 'ws'> & Partial<Actor>;
