import { expect, it } from 'vitest';
import { numbersBelow } from '../../src/util/numbers-below.ts';

it('gives the numbers below an end, from a start on', () => {
  expect([...numbersBelow(4)]).toEqual([0, 1, 2, 3]);
  expect([...numbersBelow(5, 3)]).toEqual([3, 4]);
  expect([...numbersBelow(3, 3)]).toEqual([]);
});
