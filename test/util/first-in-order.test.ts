import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstInOrder } from '../../src/util/first-in-order.ts';

it('the first in an order are what stands first when all are in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), fc.integer({ min: 1, max: 9 }), (values, limit) => {
      const compare = (a: number, b: number): number => values[a]! - values[b]! || a - b;
      const all = [...values.keys()].sort(compare);
      expect(firstInOrder(values.length, limit, compare)).toEqual(all.slice(0, limit));
    }),
  );
});
