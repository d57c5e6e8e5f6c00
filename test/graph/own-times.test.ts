import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownTimes } from '../../src/graph/time/own-times.ts';

const date = fc.constantFrom('2020', '2021', '2021-06', '2021-06-15', '2022-01', '2023');
const sometimes = fc.option(date, { nil: null });
const bound = fc.option(date, { nil: undefined });

it('all times that lie within are among those that are looked at, also what would end before it begins', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(sometimes, sometimes), { maxLength: 8 }),
      bound,
      bound,
      (times, from, to) => {
        const starts = times.map(([start]) => start);
        const ends = times.map(([, end]) => end);
        const { within, among } = ownTimes({ starts, ends } as never);
        const looked = [...among(from, to)];
        const inside = times.flatMap((_, node) => (within(from, to)(node) ? [node] : []));
        expect(looked).toEqual(expect.arrayContaining(inside));
      },
    ),
    { numRuns: 500 },
  );
});
