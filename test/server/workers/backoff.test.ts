import { expect, it } from 'vitest';
import { backoff } from '../../../src/server/workers/backoff.ts';

it('a worker that ends again and again is waited for longer each time, up to a bound', () => {
  const waits = Array.from({ length: 40 }, (_, index) => backoff(index));
  expect(waits.slice(0, 5)).toEqual([0, 0, 250, 500, 1000]);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.at(-1)).toBe(30_000);
});
