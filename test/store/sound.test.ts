import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damageIn, type Found } from '#lib/store/rescue.ts';
import { isPlainlySound } from '#lib/store/sound.ts';

const meta = {
  ...{ id: 'meta', client: 'client-0001', epoch: null },
  ...{ nextMutationId: 1, lastMutationId: 0 },
};
const empty: Found = { outbox: [], unresolved: [] };

test('a cache with nothing that waits is told sound without its shapes', () => {
  for (const sound of [
    { ...empty, meta: [] },
    { ...empty, meta: [meta] },
    { ...empty, meta: [{ ...meta, epoch: 'one', salt: 'salt' }] },
  ]) {
    expect(isPlainlySound(sound)).toBe(true);
    expect(damageIn(sound)).toBeNull();
  }
});

test.each<[string, Found]>([
  ['an edit that waits', { ...empty, outbox: [{}], meta: [meta] }],
  ['what was refused', { ...empty, unresolved: [{}], meta: [meta] }],
  ['rows of other tables', { ...empty, meta: [meta], scopes: [{}] }],
])('%s is left to the shapes', (_, found) => {
  expect(isPlainlySound(found)).toBe(false);
});

test('what the shapes find damaged is never told sound', () => {
  const strange = fc.anything();
  const like = fc.record(
    {
      id: fc.oneof(fc.constant('meta'), strange),
      client: fc.oneof(fc.constant('client-0001'), fc.string({ maxLength: 70 }), strange),
      epoch: fc.oneof(fc.constant(null), fc.string(), strange),
      nextMutationId: fc.oneof(fc.integer({ min: -1, max: 3 }), fc.double(), strange),
      lastMutationId: fc.oneof(fc.integer({ min: -1, max: 3 }), fc.double(), strange),
    },
    { requiredKeys: [] },
  );
  let sound = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(like, strange), { maxLength: 2 }), (rows) => {
      const found = { ...empty, meta: rows };
      if (!isPlainlySound(found)) return;
      sound++;
      expect(damageIn(found)).toBeNull();
    }),
    { numRuns: 500 },
  );
  expect(sound).toBeGreaterThan(0);
});
