import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earliest, latest } from '../../src/util/date-bounds.ts';
import { isBefore } from '../../src/util/iso-date.ts';

describe('the bounds of a date', () => {
  it.each([
    ['2021', 202101010000, 202112312359],
    ['2021-02', 202102010000, 202102282359],
    ['2024-02', 202402010000, 202402292359],
    ['2021-04', 202104010000, 202104302359],
    ['2021-12-18', 202112180000, 202112182359],
    ['2021-12-18T12:44', 202112181244, 202112181244],
    ['0001', 101010000, 112312359],
  ])('of %s', (date, first, last) => {
    expect([earliest(date), latest(date)]).toEqual([first, last]);
  });

  const part = (greatest: number) =>
    fc.integer({ min: 1, max: greatest }).map((n) => String(n).padStart(2, '0'));
  const date = fc
    .tuple(fc.constantFrom('2020', '2021'), part(12), part(28), part(23), part(59))
    .chain(([year, month, day, hour, minute]) =>
      fc.constantFrom(
        year,
        `${year}-${month}`,
        `${year}-${month}-${day}`,
        `${year}-${month}-${day}T${hour}:${minute}`,
      ),
    );

  it('say which of two is before the other for sure', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(latest(a) < earliest(b)).toBe(isBefore(a, b));
        expect(earliest(a)).toBeLessThanOrEqual(latest(a));
        // One within the other lies within its bounds.
        if (a.startsWith(b)) {
          expect(earliest(a)).toBeGreaterThanOrEqual(earliest(b));
          expect(latest(a)).toBeLessThanOrEqual(latest(b));
        }
      }),
    );
  });
});
