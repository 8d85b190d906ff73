/** How one edit of a history is drawn. */
import type { Call } from '../../../lib/model/mutation.ts';
import type { Names } from '../ids.ts';
import type { Random } from '../random.ts';

/** What a draw is made with; `tag` is unique to it, for the ids and texts that it makes. */
export interface Draw {
  chance: Random;
  tag: string;
  names: Names;
}
export type Drawn = readonly [weight: number, draw: (of: Draw) => Call];
