import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Drawing, type Positions, radiusOf } from '../../../src/pieces/drawing/drawing.ts';
import {
  layOut,
  layOutBeside,
  layOutRoughly,
  NODE_MARGIN,
} from '../../../src/pieces/drawing/layout.ts';
import { drawingOf, drawings } from './arbitrary.ts';

/** How much the two that overlap most do, in units of the layout; below 0 where there is room between all. */
function greatestOverlap({ degrees }: Drawing, { xs, ys }: Positions): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let one = 0; one < degrees.length; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const distance = Math.hypot(xs[one]! - xs[other]!, ys[one]! - ys[other]!);
      most = Math.max(most, radiusOf(degrees[one]!) + radiusOf(degrees[other]!) - distance);
    }
  }
  return most;
}

describe('a layout', () => {
  it('is the same each time, finite, and lays no node on another', () => {
    fc.assert(
      fc.property(drawings(), (drawing) => {
        const positions = layOut(drawing);
        expect(positions.xs).toHaveLength(drawing.ids.length);
        expect([...positions.xs, ...positions.ys].every(Number.isFinite)).toBe(true);
        expect(layOut(drawing)).toEqual(positions);
        expect(greatestOverlap(drawing, positions)).toBeLessThanOrEqual(0.01 - NODE_MARGIN);
      }),
      { numRuns: 40 },
    );
  });

  it('tells its progress, which never goes back', () => {
    const told: number[] = [];
    layOut(
      drawingOf(4, [
        [0, 1],
        [1, 2],
        [2, 3],
      ]),
      (done) => told.push(done),
    );
    expect(told.length).toBeGreaterThan(50);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBeLessThanOrEqual(1);
  });

  it('lays what is much joined nearer together than what is not', () => {
    const clique = (from: number): [number, number][] =>
      [0, 1, 2, 3, 4, 5].flatMap((one) =>
        [0, 1, 2, 3, 4, 5]
          .filter((other) => other < one)
          .map((other): [number, number] => [from + one, from + other]),
      );
    const { xs, ys } = layOut(drawingOf(12, [...clique(0), ...clique(6), [0, 6]]));
    const mean = (pairs: readonly (readonly [number, number])[]): number =>
      pairs.reduce((sum, [a, b]) => sum + Math.hypot(xs[a]! - xs[b]!, ys[a]! - ys[b]!), 0) /
      pairs.length;
    const across = clique(0).map(([one, other]): [number, number] => [one, other + 6]);
    expect(mean([...clique(0), ...clique(6)]) * 1.3).toBeLessThan(mean(across));
  });

  it('keeps what nothing joins near the rest, so that all can be drawn large', () => {
    const ring = Array.from({ length: 58 }, (_, node): [number, number] => [node, (node + 1) % 58]);
    const { xs, ys } = layOut(
      drawingOf(60, [...ring, ...ring.map(([one]): [number, number] => [one, 0])]),
    );
    const distances = Array.from(xs, (x, node) => Math.hypot(x, ys[node]!)).sort((a, b) => a - b);
    expect(distances.at(-1)! / distances[Math.floor(59 * 0.95)]!).toBeLessThan(1.35);
  });

  it('begins with places that are finite too', () => {
    fc.assert(
      fc.property(drawings(), (drawing) => {
        const { xs, ys } = layOutRoughly(drawing);
        expect([...xs, ...ys].every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('laying out beside what has its place', () => {
  it('moves nothing that has one, and puts the others where there is room', () => {
    fc.assert(
      fc.property(drawings(30), fc.integer({ min: 1, max: 5 }), (drawing, every) => {
        const whole = layOut(drawing);
        const placed = (id: string) => {
          const number = drawing.ids.indexOf(id);
          return number % every === 0 ? { x: whole.xs[number]!, y: whole.ys[number]! } : undefined;
        };
        const positions = layOutBeside(drawing, placed);
        expect([...positions.xs, ...positions.ys].every(Number.isFinite)).toBe(true);
        drawing.ids.forEach((id, number) => {
          const place = placed(id);
          if (place === undefined) return;
          expect({ x: positions.xs[number], y: positions.ys[number] }).toEqual(place);
        });
        expect(layOutBeside(drawing, placed)).toEqual(positions);
      }),
      { numRuns: 60 },
    );
  });

  it('puts what is new next to what it is joined to', () => {
    const drawing = drawingOf(5, [
      [0, 3],
      [0, 4],
      [1, 2],
    ]);
    const corners = [
      { x: 0, y: 0 },
      { x: 900, y: 0 },
      { x: 900, y: 90 },
    ];
    const { xs, ys } = layOutBeside(drawing, (id) => corners[Number(id.split('-')[1])]);
    for (const number of [3, 4]) expect(Math.hypot(xs[number]!, ys[number]!)).toBeLessThan(120);
  });
});
