import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanBetween, spanOf } from '../../../src/pieces/chart/moments.ts';
import { createTimeScale } from '../../../src/pieces/chart/time-scale.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const date = fc
  .tuple(
    fc.integer({ min: 1, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom(4, 7, 10),
  )
  .map(([year, month, day, length]) =>
    `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`.slice(0, length),
  );
const spans = fc.array(
  fc.tuple(date, date).map(([a, b]) => (a < b ? spanBetween(a, b) : spanOf(a))),
  { minLength: 1, maxLength: 30 },
);

describe('dates as stretches of time', () => {
  it('take in all that their precision leaves open', () => {
    expect(new Date(spanOf('2021').start).toISOString()).toBe('2021-01-01T00:00:00.000Z');
    expect(new Date(spanOf('2021').end).toISOString()).toBe('2022-01-01T00:00:00.000Z');
    expect(new Date(spanOf('2024-02').end).toISOString()).toBe('2024-03-01T00:00:00.000Z');
    expect(new Date(spanOf('0044-03-15').start).getUTCFullYear()).toBe(44);
    expect(spanOf('2021-12-18T09:30').end - spanOf('2021-12-18T09:30').start).toBe(60_000);
  });
});

describe('a scale of time', () => {
  it('never runs backwards, stays within its width, and tells the moment of a place', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 100, max: 2_000 }), (all, width) => {
        const scale = createTimeScale(all, width);
        const times = all.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
        let before = 0;
        for (const time of times) {
          const place = scale.at(time);
          expect(place).toBeGreaterThanOrEqual(before - 1e-6);
          expect(place).toBeLessThanOrEqual(width + 1e-6);
          expect(Math.abs(scale.at(scale.when(place)) - place)).toBeLessThan(0.01);
          before = place;
        }
      }),
    );
  });

  it('has parts that follow one another from edge to edge', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 100, max: 2_000 }), (all, width) => {
        const { parts } = createTimeScale(all, width);
        expect(parts[0]!.from).toBe(0);
        expect(parts.at(-1)!.to).toBeCloseTo(width, 6);
        for (const [at, part] of parts.entries()) {
          expect(part.to).toBeGreaterThan(part.from);
          if (at > 0) {
            expect(part.start).toBe(parts[at - 1]!.end);
            expect(part.from).toBeCloseTo(parts[at - 1]!.to, 6);
          }
        }
      }),
    );
  });

  it('presses long empty times together and gives room to full years', () => {
    const dates = ['1930', ...Array.from({ length: 20 }, () => '2024-05-01'), '2022-01-01'];
    const { parts, grain } = createTimeScale(dates.map(spanOf), 800);
    expect(grain).toBe('year');
    const pressed = parts.filter((part) => part.pressed);
    expect(pressed.map(({ date }) => date)).toEqual(['1931']);
    const width = (year: string): number => {
      const part = parts.find(({ date }) => date === year)!;
      return part.to - part.from;
    };
    expect(width('2024')).toBeGreaterThan(2 * width('2022'));
    expect(pressed[0]!.to - pressed[0]!.from).toBeLessThan(width('1930'));
  });

  it('tells months where the time is short, and keeps to a range that is asked for', () => {
    const scale = createTimeScale([spanOf('2023-12-19')], 600, spanBetween('2023', '2024'));
    expect(scale.grain).toBe('month');
    expect(scale.parts[0]!.start).toBe(spanOf('2023').start);
    expect(scale.parts.at(-1)!.end).toBe(spanOf('2024').end);
    expect(scale.at(spanOf('1999').start)).toBe(0);
  });
});
