import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackRows } from '../../src/web/views/figures/stack.ts';

const levels = ['low', 'middle', 'high'];
const row = fc.record({
  group1: fc.constantFrom(...levels),
  label1: fc.constant(null),
  group2: fc.constantFrom('2021', '2024', '2021/2023', null),
  count: fc.integer({ min: 1, max: 20 }),
});

describe('counts stacked by level', () => {
  it('lie on one another without a gap, and are all there', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const columns = stackRows(rows, levels);
        for (const { parts, total } of columns) {
          let foot = 0;
          for (const { from, to } of parts) {
            expect(from).toBe(foot);
            expect(to).toBeGreaterThan(from);
            foot = to;
          }
          expect(total).toBe(foot);
        }
        const sum = (counts: readonly number[]): number =>
          counts.reduce((all, count) => all + count, 0);
        expect(sum(columns.map(({ total }) => total))).toBe(sum(rows.map(({ count }) => count)));
      }),
    );
  });

  it('are in the order of their times: a stretch after the year it begins in, what has none last', () => {
    const rows = ['2024', null, '2021/2023', '2021', '2022'].map((group2) => ({
      group1: 'high',
      label1: null,
      group2,
      count: 1,
    }));
    expect(stackRows(rows, levels).map(({ time }) => time)).toEqual([
      '2021',
      '2021/2023',
      '2022',
      '2024',
      null,
    ]);
  });
});
