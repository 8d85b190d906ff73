import fc from 'fast-check';
import { test } from 'vitest';
import { Detection } from '#lib/model/detection.ts';
import { bounded } from '#lib/sites/bounds.ts';

const long = fc
  .string({ minLength: 0, maxLength: 40 })
  .chain((text) => fc.integer({ min: 1, max: 200 }).map((times) => text.repeat(times)));
const person = fc.record({
  name: long,
  headline: long,
  title: long,
  company: long,
  location: long,
  linkedin: long,
  salesNavigator: long,
  emails: fc.array(long, { maxLength: 30 }),
});
const account = fc.record({ name: long, linkedin: long, website: long, domains: fc.array(long) });
const at = { site: fc.constant('x'), url: long.map((text) => `https://x.example/${text}`) };

test('whatever a page holds, the other side can parse what is said of it', () => {
  const detection: fc.Arbitrary<Detection> = fc.oneof(
    fc.record({ kind: fc.constant('person' as const), ...at, person, account }),
    fc.record({ kind: fc.constant('account' as const), ...at, account, people: fc.array(person) }),
    fc.record({
      kind: fc.constant('thread' as const),
      ...at,
      people: fc.array(fc.record({ part: fc.constant('from' as const), emails: fc.array(long) }), {
        maxLength: 300,
      }),
      composing: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(detection, (seen) => void Detection.parse(bounded(seen))),
    { numRuns: 60 },
  );
});
