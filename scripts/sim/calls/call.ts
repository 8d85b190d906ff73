/** One edit of a history: every mutation that a client makes, over few records, so that they meet. */
import type { Call } from '../../../lib/model/mutation.ts';
import { decisionCalls } from './decisions.ts';
import type { Draw, Drawn } from './draw.ts';
import { exclusionCalls } from './exclusions.ts';
import { mergeCalls } from './merges.ts';
import { peopleCalls } from './people.ts';
import { playCalls } from './plays.ts';
import { tagCalls } from './tags.ts';
import { textCalls } from './texts.ts';
import { touchCalls } from './touches.ts';

const all: readonly Drawn[] = [
  ...peopleCalls,
  ...mergeCalls,
  ...exclusionCalls,
  ...decisionCalls,
  ...touchCalls,
  ...tagCalls,
  ...textCalls,
  ...playCalls,
];

export const drawCall = (of: Draw): Call => of.chance.weighted(all)(of);
