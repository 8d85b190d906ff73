/** Quartiles of durations of which some have not ended yet. */

export interface Quartiles {
  lower: number | null;
  median: number | null;
  upper: number | null;
}

/** `ended: false`: it lasts at least this long. */
export interface Duration {
  time: number;
  ended: boolean;
}

/**
 * Kaplan and Meier's estimate: S(t) is the product, over all times up to t at which something ended, of
 * 1 - ended there / still under way just before. A quartile is the first time at which S is at most 1 - its share
 * (0.75, 0.5, 0.25), and null where S stays above. What has not ended counts as under way up to its own time.
 */
export function quartiles(durations: readonly Duration[]): Quartiles {
  const sorted = [...durations].sort((a, b) => a.time - b.time);
  const first = (share: number) => firstAtMost(sorted, 1 - share);
  return { lower: first(0.25), median: first(0.5), upper: first(0.75) };
}

/** Products of fractions are off by a hair: 3/4 x 2/3 is not quite 1/2. */
const hair = 1e-12;

function firstAtMost(sorted: readonly Duration[], level: number): number | null {
  let survival = 1;
  for (let index = 0; index < sorted.length; ) {
    const time = sorted[index]?.time ?? 0;
    let next = index;
    while (sorted[next]?.time === time) next++;
    const ended = sorted.slice(index, next).filter((one) => one.ended).length;
    survival *= 1 - ended / (sorted.length - index);
    if (ended > 0 && survival <= level + hair) return time;
    index = next;
  }
  return null;
}
