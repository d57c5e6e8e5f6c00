import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hatch } from '../../../src/pieces/metric/bar.tsx';
import type { Figure, MetricFigures } from '../../../src/pieces/metric/figures.ts';
import { layOutRows } from '../../../src/pieces/metric/row-layout.ts';

const figure = fc.record({
  amount: fc.integer({ min: 0, max: 1_000_000_000_000 }),
  unit: fc.constantFrom('visit', 'usd', 'person'),
});
const metric = fc
  .tuple(
    fc.string({ minLength: 1, maxLength: 80 }),
    fc.array(figure, { minLength: 1, maxLength: 4 }),
    fc.uuid(),
  )
  .map(
    ([name, figures, id]): MetricFigures => ({
      id,
      kind: 'metric',
      name,
      description: null,
      total: figures.length,
      figures: figures as unknown as readonly Figure[],
    }),
  );

describe('figures as bars', () => {
  it('lie one below the other, start at zero on one scale a unit, and stay within the width', () => {
    fc.assert(
      fc.property(
        fc.array(metric, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 160, max: 1_400 }),
        (metrics, width) => {
          const { groups, barsFrom, height } = layOutRows(metrics, width);
          let bottom = 0;
          for (const { rows, axisY, ticks } of groups) {
            expect(ticks[0]).toEqual({ value: 0, x: barsFrom });
            for (const row of rows) {
              expect(row.y).toBeGreaterThanOrEqual(bottom);
              bottom = row.y + row.height;
              expect(row.bar).toBeGreaterThanOrEqual(0);
              expect(barsFrom + row.bar).toBeLessThanOrEqual(width + 1e-6);
            }
            // Lengths are to one another as the amounts.
            for (const { figure, bar } of rows) {
              const [first] = rows;
              expect(bar * first!.figure.amount).toBeCloseTo(first!.bar * figure.amount, -6);
            }
            expect(axisY).toBeGreaterThanOrEqual(bottom);
            bottom = axisY;
          }
          expect(height).toBeGreaterThan(bottom);
          expect(groups.flatMap(({ rows }) => rows)).toHaveLength(
            metrics.reduce((sum, { figures }) => sum + figures.length, 0),
          );
        },
      ),
    );
  });

  it('are hatched within their edges', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 60 }),
        (width, height) => {
          for (const [, x, y] of hatch(10, 20, width, height).matchAll(
            /[ML]([\d.-]+) ([\d.-]+)/g,
          )) {
            expect(Number(x) >= 10 && Number(x) <= 10 + width).toBe(true);
            expect(Number(y) >= 20 && Number(y) <= 20 + height).toBe(true);
          }
        },
      ),
    );
  });
});
