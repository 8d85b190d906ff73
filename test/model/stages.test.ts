import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profileAt, type ReadyProfile, readyProfiles, readySeats } from '#lib/model/profiles.ts';
import { Profile, Solution } from '#lib/model/records/solution.ts';
import { defaultStages, type Stage } from '#lib/model/records/stage.ts';
import { firstStage, strandedStages } from '#lib/model/stages.ts';
import { StageKind } from '#lib/model/vocabulary.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const anyStages: fc.Arbitrary<Stage[]> = fc
  .tuple(
    ...ids.map((id, order) =>
      fc.record({
        id: fc.constant(id),
        label: fc.constant(id),
        kind: fc.constantFrom(...StageKind.options),
        order: fc.constant(order),
        next: fc.subarray(ids),
      }),
    ),
  )
  .map((stages) => [...stages]);

/** Every walk of at most as many steps as there are stages. */
function reachesEnd(stages: Stage[], from: Stage, steps = stages.length): boolean {
  if (from.kind === 'won' || from.kind === 'lost') return true;
  if (steps === 0) return false;
  return stages.some((to) => from.next.includes(to.id) && reachesEnd(stages, to, steps - 1));
}

test('a stage is stranded exactly if no walk from it reaches an end', () => {
  fc.assert(
    fc.property(anyStages, (stages) => {
      const stranded = strandedStages(stages).map(({ id }) => id);
      const walked = stages.filter((stage) => !reachesEnd(stages, stage)).map(({ id }) => id);
      expect(stranded).toEqual(walked);
    }),
  );
});

test('the default waterfall strands nobody and begins at Target', () => {
  expect(strandedStages(defaultStages)).toEqual([]);
  expect(firstStage(defaultStages)?.id).toBe('target');
  expect(firstStage([...defaultStages].reverse())?.id).toBe('target');
});

describe('a ready profile', () => {
  test.each(Object.keys(readyProfiles) as ReadyProfile[])('%s is a profile', (name) => {
    const seats = readySeats(name, 'talent', defaultStages);
    expect(Profile.parse(seats)).toEqual(seats);
    expect(new Set(seats.map(({ id }) => id)).size).toBe(seats.length);
    expect(seats.every(({ byStage }) => byStage !== undefined)).toBe(true);
  });

  test('leaves out stages that the workspace does not have', () => {
    expect(readySeats('service', 'talent', []).some((seat) => 'byStage' in seat)).toBe(false);
  });
});

test('the profile of a time is the one that held then', () => {
  const [first, second, third] = [1, 2, 3].map((version) => [
    { id: `s${version}`, role: 'user' as const, count: version, weight: 1, personas: [] },
  ]);
  const solution = Solution.parse({
    id: 'talent',
    name: 'Talent',
    profile: third,
    version: 3,
    since: '2026-06-01T00:00:00.000Z',
    earlier: [
      { version: 1, seats: first, until: '2026-03-01T00:00:00.000Z' },
      {
        version: 2,
        seats: second,
        since: '2026-03-01T00:00:00.000Z',
        until: '2026-06-01T00:00:00.000Z',
      },
    ],
  });
  const at = (time: string) => profileAt(solution, time)[0]?.count;
  expect([
    at('2025-01-01T00:00:00Z'),
    at('2026-02-28T23:59:59Z'),
    at('2026-03-01T00:00:00Z'),
    at('2026-05-31T23:00:00Z'),
    at('2026-06-01T00:00:00Z'),
  ]).toEqual([1, 1, 2, 2, 3]);
});
