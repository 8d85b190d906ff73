/** Shortening a failing history: leave steps out, in ever smaller pieces, as long as it still fails (delta debugging). */
import type { Ran } from './run.ts';
import type { Step } from './steps.ts';

/** Tries at most `tries` histories. */
export async function shortest(
  failing: readonly Step[],
  run: (steps: readonly Step[]) => Promise<Ran>,
  tries = 150,
): Promise<{ steps: Step[]; shortened: Ran | null }> {
  let best = [...failing];
  let shortened: Ran | null = null;
  for (let size = Math.ceil(best.length / 2); size >= 1 && tries > 0; ) {
    let shorter = false;
    for (let start = 0; start < best.length && tries > 0; ) {
      const without = [...best.slice(0, start), ...best.slice(start + size)];
      tries--;
      const ran = await run(without);
      if (ran.violation) {
        best = without.slice(0, ran.at + 1);
        shortened = ran;
        shorter = true;
      } else start += size;
    }
    if (size > 1) size = Math.ceil(size / 2);
    else if (!shorter) break;
  }
  return { steps: best, shortened };
}
