import { lowerBound } from '../../util/lower-bound.ts';
import type { Listing } from './page.ts';

/** How a list of numbers shows itself: what a number stands for, its key, and the number of a key. */
export interface Naming<Value> {
  value(number: number): Value;
  key(number: number): string;
  number(key: string): number | undefined;
}

/** A listing of ascending numbers; `null` stands for all numbers below `size`. */
export function numberListing<Value>(
  numbers: Uint32Array | null,
  size: number,
  naming: Naming<Value>,
): Listing<Value> {
  const numberAt = (position: number): number => (numbers === null ? position : numbers[position]!);
  return {
    length: numbers === null ? size : numbers.length,
    at: (position) => naming.value(numberAt(position)),
    keyAt: (position) => naming.key(numberAt(position)),
    find(key) {
      const number = naming.number(key);
      if (number === undefined || numbers === null) return number;
      const position = lowerBound(numbers.length, (index) => numbers[index]! < number);
      return numbers[position] === number ? position : undefined;
    },
  };
}
