import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateCounter } from '../../../src/server/access/rate-counter.ts';

const WINDOW = 100;

describe('a counter of requests', () => {
  it('counts as somebody would who writes down every request', () => {
    const steps = fc.array(
      fc.record({ client: fc.constantFrom('a', 'b', 'c'), pause: fc.nat(60) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        let time = 0;
        const counter = createRateCounter(10, () => time);
        const seen: Record<string, number[]> = {};
        for (const { client, pause } of all) {
          time += pause;
          const [first = time] = seen[client] ?? [];
          const own = first + WINDOW > time ? [...(seen[client] ?? []), time] : [time];
          seen[client] = own;
          expect(counter.increment(client, WINDOW)).toEqual({
            count: own.length,
            ttl: own[0]! + WINDOW - time,
          });
        }
      }),
    );
  });

  it('keeps no more clients than it may, those who asked last', () => {
    const counter = createRateCounter(3, () => 0);
    const count = (client: string) =>
      (counter.increment(client, WINDOW) as { count: number }).count;
    for (const client of ['a', 'b', 'a', 'c', 'd']) count(client);
    // `b` is the one that has not asked the longest.
    expect(['a', 'c', 'd'].map(count)).toEqual([3, 2, 2]);
    expect(count('b')).toBe(1);
  });
});
