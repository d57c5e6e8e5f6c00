import fc from 'fast-check';
import { expect, it } from 'vitest';
import { whole } from '../../src/util/gradual.ts';
import { sortGradually } from '../../src/util/sort-gradually.ts';

it('sorts as sort does, equals in the order in which they stood', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3_000 }),
      fc.integer({ min: 1, max: 50 }),
      (size, keys) => {
        const key = (value: number): number => (value * 7_919) % keys;
        const values = Uint32Array.from({ length: size }, (_, place) => (place * 104_729) % 10_007);
        const compare = (a: number, b: number): number => key(a) - key(b);
        const expected = Uint32Array.from([...values].sort(compare));
        expect(whole(sortGradually(values, compare))).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});

it('yields often, whatever the size', () => {
  const values = Uint32Array.from({ length: 20_000 }, (_, place) => (place * 7) % 20_000);
  let compared = 0;
  let most = 0;
  const work = sortGradually(values, (a, b) => {
    compared += 1;
    return a - b;
  });
  while (!work.next().done) {
    most = Math.max(most, compared);
    compared = 0;
  }
  expect(most).toBeLessThan(10_000);
});
