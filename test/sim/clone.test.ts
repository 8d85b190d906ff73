// @vitest-environment node
/** What the simulated browsers store is cloned as IndexedDB clones. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clone } from '../../scripts/sim/clone.ts';

test('any value is cloned as `structuredClone` does', () => {
  const options = { withDate: true, withMap: true, withSet: true, withTypedArray: true };
  fc.assert(
    fc.property(fc.anything({ ...options, withSparseArray: true }), (value) => {
      expect(clone(value)).toStrictEqual(structuredClone(value));
    }),
  );
});

test('a clone has nothing in common with the original', () => {
  const row = { keys: ['a'], base: { name: 'Kim' } };
  const copied = clone(row);
  row.keys.push('b');
  row.base.name = 'Lee';
  expect(copied).toEqual({ keys: ['a'], base: { name: 'Kim' } });
});

test('what goes round in circles does so in its clone', () => {
  const round: { own?: object } = {};
  round.own = round;
  const copied = clone(round);
  expect(copied.own).toBe(copied);
  expect(copied).not.toBe(round);
});

test.each([
  ['a function', { save: () => {} }],
  ['a symbol', [Symbol('s')]],
  ['a proxy', { draft: new Proxy({}, {}) }],
])('%s cannot be stored', (_, value) => {
  expect(() => clone(value)).toThrow(expect.objectContaining({ name: 'DataCloneError' }));
});
