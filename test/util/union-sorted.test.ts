import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lowerBound } from '../../src/util/lower-bound.ts';
import { unionSorted } from '../../src/util/union-sorted.ts';

const sortedList = fc
  .uniqueArray(fc.nat(50), { maxLength: 20 })
  .map((numbers) => Uint32Array.from(numbers).sort());

it('unites ascending lists', () => {
  fc.assert(
    fc.property(fc.array(sortedList, { maxLength: 6 }), (lists) => {
      const naive = [...new Set(lists.flatMap((list) => [...list]))].sort((a, b) => a - b);
      expect([...unionSorted(lists)]).toEqual(naive);
    }),
  );
});

it('finds the first item that is not before what is sought', () => {
  fc.assert(
    fc.property(sortedList, fc.nat(50), (list, sought) => {
      const naive = [...list].filter((number) => number < sought).length;
      expect(lowerBound(list.length, (index) => list[index]! < sought)).toBe(naive);
    }),
  );
});
