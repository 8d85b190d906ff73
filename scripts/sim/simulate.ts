/** Many histories, each from a seed; the first that violates an invariant is shortened. */

import type { Fault } from './faults/fault.ts';
import { faults } from './faults.ts';
import { type Ground, openGround } from './ground.ts';
import { type Ran, runHistory } from './run.ts';
import { shortest } from './shrink.ts';
import { history, type Step } from './steps.ts';

export interface SimOptions {
  runs: number;
  /** Of the first run; the next ones follow it. */
  seed: number;
  clients?: number;
  steps?: number;
  /** The name of a fault to plant. */
  fault?: string | undefined;
  /** Ends at the first violation. */
  once?: boolean;
  /** How many shorter histories are tried for the first violation. */
  tries?: number;
  /** Told of each violation as it is found. */
  onViolation?: (found: Found) => void;
  ground?: Ground;
}

export interface Found {
  seed: number;
  ran: Ran;
  /** The shortest history found that still violates; only for the first violation. */
  steps: Step[] | null;
  /** Of the shortest history. */
  shortened: Ran | null;
}

export interface Summary {
  runs: number;
  mutations: number;
  violations: number;
}

export const isFault = (name: string): boolean => Object.hasOwn(faults, name);

/** Every third history has pages of three records, so that pulls take several. */
const pageLimit = (seed: number): number | undefined => (seed % 3 === 0 ? 3 : undefined);

export async function simulate(options: SimOptions): Promise<Summary> {
  const { runs, seed, clients = 3, steps = 40, once = false, tries = 150, onViolation } = options;
  const fault: Fault | undefined = options.fault === undefined ? undefined : faults[options.fault];
  const ground = options.ground ?? (await openGround());
  const summary: Summary = { runs: 0, mutations: 0, violations: 0 };
  try {
    for (let number = 0; number < runs; number++) {
      const settings = {
        clients,
        pageLimit: pageLimit(seed + number),
        fault,
        older: (seed + number) % 4 === 0,
      };
      const run = (of: readonly Step[]) => runHistory(ground, of, settings);
      const whole = history(seed + number, steps, clients);
      const ran = await run(whole);
      summary.runs++;
      summary.mutations += ran.mutations;
      if (!ran.violation) continue;
      if (summary.violations++ === 0 && onViolation) {
        const short = await shortest(whole.slice(0, ran.at + 1), run, tries);
        onViolation({ seed: seed + number, ran, ...short });
      } else onViolation?.({ seed: seed + number, ran, steps: null, shortened: null });
      if (once) break;
    }
  } finally {
    if (!options.ground) await ground.close();
  }
  return summary;
}
