/** One thing measured in rounds, each time beside the bare thing it is compared with. Times in milliseconds. */
export interface Measured {
  what: string;
  /** What it is compared with, in a few words. */
  bare: string;
  rounds: { ours: number; bare: number }[];
  /** So many done in each round: then the table tells how many a second instead of how long. */
  each?: number;
}

export interface Results {
  measured: Measured[];
  /** What a reader must know of how it was measured. */
  notes: string[];
}

export type Bench = (rounds: number) => Promise<Results>;

/** Takes turns in who begins, so that what the machine warms up for does not favour one. */
export async function inTurns(
  rounds: number,
  ours: (round: number) => Promise<number>,
  bare: (round: number) => Promise<number>,
): Promise<Measured['rounds']> {
  const all: Measured['rounds'] = [];
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0 ? await ours(round) : undefined;
    const other = await bare(round);
    all.push({ ours: first ?? (await ours(round)), bare: other });
  }
  return all;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
