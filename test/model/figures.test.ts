import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosen, conversion, figures, stays, value, velocity, volume } from '#lib/model/figures.ts';
import { quartiles } from '#lib/model/quartiles.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import { anyTransitions, iso, stageIds } from './ways.ts';

const day = 86_400_000;
/** A decision taken out after `now` was still there then. */
const window = { from: iso(20), until: iso(60), now: iso(100) };

/** Where every decision stood on each day, looked up day by day. */
function standing(transitions: Transition[], id: string, at: number): Transition | undefined {
  return transitions
    .filter((one) => one.opportunityId === id && Date.parse(one.at) <= at)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
}
const decisions = (transitions: Transition[]) =>
  [...new Set(transitions.map(({ opportunityId }) => opportunityId))].filter(
    (id) =>
      !transitions.some(
        (one) => one.opportunityId === id && one.to === undefined && one.at <= window.now,
      ),
  );
/** The days on which a decision came to a stage from elsewhere, within the window. */
const arrivals = (transitions: Transition[], id: string, stageId: string) =>
  transitions
    .filter(
      (one) =>
        one.opportunityId === id &&
        one.to === stageId &&
        one.from !== stageId &&
        one.at >= window.from &&
        one.at < window.until &&
        one.at <= window.now,
    )
    .map(({ at }) => Date.parse(at))
    .sort((a, b) => a - b);

describe('each figure is what a plain recomputation gives', () => {
  const check = (
    plain: (transitions: Transition[], stageId: string) => unknown,
    figure: (transitions: Transition[], stageId: string) => unknown,
  ) =>
    fc.assert(
      fc.property(anyTransitions, fc.constantFrom(...stageIds), (transitions, stageId) => {
        expect(figure(transitions, stageId)).toEqual(plain(transitions, stageId));
      }),
      { numRuns: 400 },
    );
  const now = Date.parse(window.now);

  test('volume', () => {
    check(
      (all, stageId) => decisions(all).filter((id) => arrivals(all, id, stageId).length > 0).length,
      (all, stageId) => volume(stays(all, now), stageId, window),
    );
  });

  test('value', () => {
    check(
      (all, stageId) => {
        const sums: Record<string, number> = {};
        for (const id of decisions(all)) {
          const arrived = arrivals(all, id, stageId).at(-1);
          if (arrived === undefined) continue;
          let last = standing(all, id, arrived);
          for (let at = arrived; at <= now; at += day) {
            const there = standing(all, id, at);
            if (there?.to !== stageId) break;
            last = there;
          }
          const { amount, currency = '' } = last?.after ?? {};
          if (amount !== undefined) sums[currency] = (sums[currency] ?? 0) + amount;
        }
        return sums;
      },
      (all, stageId) => value(stays(all, now), stageId, window),
    );
  });

  test('conversion', () => {
    const order = (id: string) => stageIds.indexOf(id);
    check(
      (all, stageId) => {
        let [moved, standingThere, left] = [0, 0, 0];
        for (const id of decisions(all)) {
          const [arrived] = arrivals(all, id, stageId);
          if (arrived === undefined) continue;
          let on = false;
          for (let at = arrived; at <= now; at += day) {
            const there = standing(all, id, at)?.to ?? '';
            if (order(there) > order(stageId) && there !== 'lost') on = true;
          }
          if (on) moved++;
          else if (standing(all, id, now)?.to === stageId) standingThere++;
          else left++;
        }
        const decided = moved + left;
        return {
          entered: moved + standingThere + left,
          ...{ moved, left, standing: standingThere },
          rate: decided ? moved / decided : null,
        };
      },
      (all, stageId) => conversion(stays(all, now), stageId, window, defaultStages),
    );
  });

  test('velocity', () => {
    check(
      (all, stageId) => {
        const times: { time: number; ended: boolean }[] = [];
        for (const id of decisions(all))
          for (const arrived of arrivals(all, id, stageId)) {
            let days = 0;
            while (
              arrived + days * day < now &&
              standing(all, id, arrived + days * day)?.to === stageId
            )
              days++;
            const ended = standing(all, id, arrived + days * day)?.to !== stageId;
            times.push({ time: days, ended });
          }
        const ended = times.filter((one) => one.ended).length;
        return { ...plainQuartiles(times), ended, open: times.length - ended };
      },
      (all, stageId) => velocity(stays(all, now), stageId, window),
    );
  });

  test('for any filter, as if the others were not there', () => {
    const filter = fc.record(
      {
        accountIds: fc.subarray(['acme', 'globex']),
        solutionIds: fc.subarray(['talent', 'learning']),
        ownerIds: fc.subarray(['ana', 'ben']),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyTransitions, filter, (all, filter) => {
        const kept = all.filter(
          (one) =>
            (filter.accountIds?.includes(one.accountId) ?? true) &&
            (filter.solutionIds?.includes(one.solutionId) ?? true) &&
            (filter.ownerIds ? filter.ownerIds.some((id) => id === one.ownerId) : true),
        );
        expect(chosen(all, filter)).toEqual(kept);
        expect(figures(all, defaultStages, window, filter)).toEqual(
          figures(kept, defaultStages, window),
        );
      }),
    );
  });
});

type Times = { time: number; ended: boolean }[];

/** Survival counted anew for each time, in whole numbers over one denominator. */
function plainQuartiles(times: Times) {
  const ends = [...new Set(times.flatMap(({ time, ended }) => (ended ? [time] : [])))].sort(
    (a, b) => a - b,
  );
  const survival = (until: number) => {
    let [above, below] = [1n, 1n];
    for (const end of ends.filter((time) => time <= until)) {
      const under = BigInt(times.filter(({ time }) => time >= end).length);
      const over = BigInt(times.filter(({ time, ended }) => ended && time === end).length);
      above *= under - over;
      below *= under;
    }
    return { above, below };
  };
  const first = (quarter: bigint) =>
    ends.find((time) => {
      const { above, below } = survival(time);
      return above * 4n <= below * quarter;
    }) ?? null;
  return { lower: first(3n), median: first(2n), upper: first(1n) };
}

const anyTimes = fc.array(
  fc.record({ time: fc.integer({ min: 0, max: 12 }), ended: fc.boolean() }),
  { maxLength: 30 },
);

test('quartiles are what exact fractions give', () => {
  fc.assert(
    fc.property(anyTimes, (times) => {
      expect(quartiles(times)).toEqual(plainQuartiles(times));
    }),
    { numRuns: 1000 },
  );
});

test('with nothing open, quartiles are those of the sorted list', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 30 }), (list) => {
      const sorted = [...list].sort((a, b) => a - b);
      const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
      expect(quartiles(list.map((time) => ({ time, ended: true })))).toEqual({
        lower: at(0.25),
        median: at(0.5),
        upper: at(0.75),
      });
    }),
  );
});

test('a decision that changed hands is its present owner’s, with all its way', () => {
  const step = (id: string, ownerId: string, days: number) => ({
    ...{ id, ownerId, opportunityId: 'd', accountId: 'acme', solutionId: 'talent', by: 'ana' },
    ...{ to: 'target', before: {}, after: {}, at: iso(days) },
  });
  const way = [step('1', 'ana', 30), { ...step('2', 'ben', 40), from: 'target', to: 'won' }];
  expect(chosen(way, { ownerIds: ['ben'] })).toEqual(way);
  expect(chosen(way, { ownerIds: ['ana'] })).toEqual([]);
});

test('an open stay makes the median longer or unknown, never shorter; dropping it would not', () => {
  const ended = [2, 4, 6].map((time) => ({ time, ended: true }));
  expect(quartiles(ended).median).toBe(4);
  expect(quartiles([...ended, { time: 5, ended: false }]).median).toBe(4);
  expect(quartiles([...ended, { time: 9, ended: false }, { time: 9, ended: false }]).median).toBe(
    6,
  );
  expect(quartiles([{ time: 3, ended: false }]).median).toBeNull();
});
