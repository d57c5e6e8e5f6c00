import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanBetween } from '../../../src/pieces/chart/moments.ts';
import { createTimeScale } from '../../../src/pieces/chart/time-scale.ts';
import { layOutMarks } from '../../../src/pieces/timeline/layout.ts';

const mark = fc
  .tuple(
    fc.integer({ min: 1900, max: 2050 }),
    fc.integer({ min: 0, max: 12 }),
    fc.constantFrom('', '-03', '-11-30'),
    fc.string({ maxLength: 60 }),
  )
  .map(([year, years, rest, label]) => ({
    span: spanBetween(`${year}${rest}`, years === 0 ? `${year}${rest}` : `${year + years}`),
    label,
  }));

describe('the layout of a timeline', () => {
  it('keeps marks and labels apart and within its width', () => {
    fc.assert(
      fc.property(
        fc.array(mark, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 160, max: 1_600 }),
        (marks, width) => {
          const scale = createTimeScale(
            marks.map(({ span }) => span),
            width,
          );
          const { placed, lanes } = layOutMarks(marks, scale, width);
          for (const [at, one] of placed.entries()) {
            expect(one.from).toBeGreaterThanOrEqual(-1e-6);
            expect(one.to).toBeLessThanOrEqual(width + 1e-6);
            expect(one.left).toBeGreaterThanOrEqual(one.from);
            expect(one.right).toBeLessThanOrEqual(one.to);
            expect(one.lane).toBeLessThan(lanes);
            for (const other of placed.slice(at + 1)) {
              if (other.lane !== one.lane) continue;
              expect(one.to <= other.from || other.to <= one.from).toBe(true);
            }
          }
        },
      ),
    );
  });
});
