/** Who is asking: every question and every edit is answered for one user of one workspace. */
import type { Team } from '#lib/model/vocabulary.ts';

export interface Actor {
  ws: string;
  userId: string;
  team: Team;
}
