/** Chance from a seed: the same seed gives the same history on every machine. */

export interface Random {
  /** A whole number from 0 below `under`. */
  below: (under: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(of: readonly [T, ...T[]]) => T;
  /** One of these, each as likely as its weight says. */
  weighted: <T>(of: readonly (readonly [weight: number, value: T])[]) => T;
}

/** Mulberry32, public domain, by Tommy Ettinger. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 4; warm++) next(); // neighbouring seeds begin alike
  const below = (under: number) => Math.floor(next() * under);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (of) => of[below(of.length)] ?? of[0],
    weighted(of) {
      let left = next() * of.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of of) {
        left -= weight;
        if (left < 0) return value;
      }
      const last = of.at(-1);
      if (!last) throw new RangeError('nothing to pick from');
      return last[1];
    },
  };
}
