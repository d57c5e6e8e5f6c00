import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanBetween } from '../../../src/pieces/chart/moments.ts';
import { createTimeScale } from '../../../src/pieces/chart/time-scale.ts';
import { textWidth } from '../../../src/pieces/text.ts';
import { namedParts } from '../../../src/pieces/timeline/chart.tsx';

const years = fc.array(fc.integer({ min: 1900, max: 2050 }), { minLength: 1, maxLength: 30 });

describe('the names along an axis', () => {
  it('never meet, be they dates or the dots of a gap', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 160, max: 1_600 }), (dates, width) => {
        const scale = createTimeScale(
          dates.map((year) => spanBetween(`${year}`, `${year}`)),
          width,
        );
        const places = [...namedParts(scale, 'en')].map(([part, label]) => {
          const middle = (part.from + part.to) / 2;
          const half = textWidth(label, 11) / 2;
          return { from: middle - half, to: middle + half };
        });
        const inOrder = places.toSorted((a, b) => a.from - b.from);
        for (const [at, place] of inOrder.entries()) {
          expect(place.from - (inOrder[at - 1]?.to ?? -Infinity)).toBeGreaterThanOrEqual(8 - 1e-6);
        }
      }),
    );
  });

  it('name a date rather than a gap where there is room for one alone', () => {
    const spans = ['1930', '2024'].map((year) => spanBetween(year, year));
    const named = namedParts(createTimeScale(spans, 90), 'vi');
    expect([...named.values()]).toContain('1930');
  });
});
