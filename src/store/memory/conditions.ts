import { numbersBelow } from '../../util/numbers-below.ts';
import { unionSorted } from '../../util/union-sorted.ts';

/** One condition of a filter, over the numbers of what is filtered. */
export interface Condition {
  /** At most so many numbers fulfil it. */
  readonly count: number;
  /** The numbers that fulfil it, ascending and each once. */
  list(): Uint32Array;
  holds(number: number): boolean;
}

/**
 * The numbers that fulfil all conditions, ascending: the list of the narrowest, tested by the others. `null`,
 * meaning all numbers, when there is no condition.
 */
export function fulfilling(conditions: readonly Condition[]): Uint32Array | null {
  const [narrowest, ...others] = [...conditions].sort((a, b) => a.count - b.count);
  if (narrowest === undefined) return null;
  const list = narrowest.list();
  return others.length === 0
    ? list
    : list.filter((number) => others.every((condition) => condition.holds(number)));
}

/** The condition that a test makes over the numbers below `size`, for which nothing is prepared. */
export const tested = (size: number, holds: (number: number) => boolean): Condition => ({
  count: size,
  list: () => numbersBelow(size).filter(holds),
  holds,
});

/** What fulfils all conditions of one of several lists. */
export function anyOf(size: number, alternatives: readonly (readonly Condition[])[]): Condition {
  return {
    count: alternatives.reduce((sum, one) => sum + leastOf(size, one), 0),
    list: () => unionSorted(alternatives.map((one) => fulfilling(one) ?? numbersBelow(size))),
    holds: (number) =>
      alternatives.some((conditions) => conditions.every((condition) => condition.holds(number))),
  };
}

/** What does not fulfil all of the conditions. */
export const noneOf = (size: number, conditions: readonly Condition[]): Condition => ({
  count: size,
  list() {
    const without = fulfilling(conditions) ?? numbersBelow(size);
    let place = 0;
    return numbersBelow(size).filter((number) => {
      if (without[place] !== number) return true;
      place += 1;
      return false;
    });
  },
  holds: (number) => !conditions.every((condition) => condition.holds(number)),
});

const leastOf = (size: number, conditions: readonly Condition[]): number =>
  conditions.reduce((least, { count }) => Math.min(least, count), size);
