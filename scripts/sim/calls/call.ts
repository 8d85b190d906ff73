/** One edit of a history: every mutation that a client makes, over few records, so that they meet. */
import type { Call } from '../../../lib/model/mutation.ts';
import type { Names } from '../ids.ts';
import type { Random } from '../random.ts';
import { decisionCalls } from './decisions.ts';
import { peopleCalls } from './people.ts';
import { playCalls } from './plays.ts';
import { tagCalls } from './tags.ts';
import { textCalls } from './texts.ts';
import { touchCalls } from './touches.ts';

/** What a draw is made with; `tag` is unique to it, for the ids and texts that it makes. */
export interface Draw {
  chance: Random;
  tag: string;
  names: Names;
}
export type Drawn = readonly [weight: number, draw: (of: Draw) => Call];

const all: readonly Drawn[] = [
  ...peopleCalls,
  ...decisionCalls,
  ...touchCalls,
  ...tagCalls,
  ...textCalls,
  ...playCalls,
];

export const drawCall = (of: Draw): Call => of.chance.weighted(all)(of);

/** Every mutation that a history may draw, for seeing that none was forgotten. */
export function drawable(of: () => Draw): Set<string> {
  return new Set(all.map(([, draw]) => draw(of()).name));
}
