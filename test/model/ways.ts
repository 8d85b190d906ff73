/** Random ways of decisions through the stages, for the figures. */
import fc from 'fast-check';
import { defaultStages } from '#lib/model/records/stage.ts';
import type { Transition } from '#lib/model/records/transition.ts';

const start = Date.parse('2026-01-01T00:00:00.000Z');
/** So many days after the first of them, ISO 8601. */
export const iso = (days: number) => new Date(start + days * 86_400_000).toISOString();
export const stageIds = defaultStages.map(({ id }) => id);

/** Ways of decisions as they come about: made, moved, sometimes dearer, sometimes taken out. */
const anyWay = fc.record({
  steps: fc.array(
    fc.record({
      days: fc.integer({ min: 1, max: 25 }),
      to: fc.constantFrom(...stageIds),
      amount: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
      currency: fc.constantFrom('EUR', 'USD'),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  accountId: fc.constantFrom('acme', 'globex'),
  solutionId: fc.constantFrom('talent', 'learning'),
  ownerId: fc.constantFrom('ana', 'ben', undefined),
});
export const anyTransitions: fc.Arbitrary<Transition[]> = fc
  .array(fc.tuple(anyWay, fc.integer({ min: 0, max: 9 })), { maxLength: 8 })
  .map((ways) =>
    ways.flatMap(([{ steps, accountId, solutionId, ownerId }, odd], index) => {
      let at = 0;
      let from: string | undefined;
      let before = {};
      const all = steps.map(({ days, to, amount, currency }, step): Transition => {
        at += days;
        const after = amount === undefined ? {} : { amount, currency };
        const one: Transition = {
          id: `d${index}.${step}`,
          opportunityId: `d${index}`,
          ...{ accountId, solutionId, to, before, after, by: 'ana', at: iso(at) },
          ...(ownerId && { ownerId }),
          ...(from && { from }),
        };
        [from, before] = [to, after];
        return one;
      });
      const last = all.at(-1);
      if (odd > 0 || !last) return all;
      const { to, ...gone } = last;
      return [...all, { ...gone, id: `d${index}.gone`, from: to, at: iso(at + 1) }];
    }),
  );
