import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLanes } from '../../../src/pieces/chart/lanes.ts';

const extent = fc
  .tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 200 }))
  .map(([from, length]) => ({ from, to: from + length }));

describe('lanes', () => {
  it('hold extents that do not meet, and are as few as the most that lie over one place', () => {
    fc.assert(
      fc.property(fc.array(extent, { maxLength: 60 }), (extents) => {
        const lanes = assignLanes(extents);
        expect(lanes).toHaveLength(extents.length);
        for (const [a, one] of extents.entries()) {
          for (const [b, other] of extents.entries()) {
            if (a >= b || lanes[a] !== lanes[b]) continue;
            expect(one.to <= other.from || other.to <= one.from).toBe(true);
          }
        }
        const over = (place: number): number =>
          extents.filter(({ from, to }) => from <= place && place < Math.max(to, from + 0.5))
            .length;
        const most = Math.max(0, ...extents.map(({ from }) => over(from)));
        expect(new Set(lanes).size).toBeLessThanOrEqual(Math.max(most, extents.length > 0 ? 1 : 0));
      }),
    );
  });

  it('keep the space that is asked for', () => {
    expect(
      assignLanes(
        [
          { from: 0, to: 10 },
          { from: 15, to: 20 },
        ],
        10,
      ),
    ).toEqual([0, 1]);
    expect(
      assignLanes(
        [
          { from: 0, to: 10 },
          { from: 20, to: 25 },
        ],
        10,
      ),
    ).toEqual([0, 0]);
  });
});
