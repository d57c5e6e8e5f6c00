import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulkHull, convexHull, withRoom } from '../../../src/pieces/drawing/hull.ts';
import { overlap, placeLabels, shortened } from '../../../src/pieces/drawing/labels.ts';

const page = { width: 400, height: 300 };
const named = fc.record({
  x: fc.integer({ min: -50, max: 450 }),
  y: fc.integer({ min: -50, max: 350 }),
  radius: fc.integer({ min: 1, max: 20 }),
  width: fc.integer({ min: 5, max: 160 }),
  height: fc.constant(15),
});

describe('names on a page', () => {
  it('never cover one another, and lie on the page', () => {
    fc.assert(
      fc.property(fc.array(named, { maxLength: 60 }), (all) => {
        const placed = placeLabels(all, page).filter((box) => box !== undefined);
        placed.forEach((box, index) => {
          for (const other of placed.slice(0, index)) expect(overlap(box, other)).toBe(false);
          expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width / 2).toBeLessThanOrEqual(page.width);
          expect(box.y - box.height / 2).toBeGreaterThanOrEqual(0);
          expect(box.y + box.height / 2).toBeLessThanOrEqual(page.height);
        });
      }),
    );
  });

  it('never cover an obstacle, which need not be named itself', () => {
    fc.assert(
      fc.property(
        fc.array(named, { maxLength: 40 }),
        fc.array(named, { maxLength: 10 }),
        (all, obstacles) => {
          const placed = placeLabels(all, page, 100, obstacles).filter((box) => box !== undefined);
          for (const { x, y, radius } of obstacles) {
            const within = { x, y, width: radius * 1.4, height: radius * 1.4 };
            for (const box of placed) expect(overlap(box, within)).toBe(false);
          }
        },
      ),
    );
  });

  it('are found for those that come first, and at most so many', () => {
    const circle = { x: 100, y: 100, radius: 5, width: 60, height: 15 };
    const [first, second] = placeLabels([circle, { ...circle, x: 101 }], page, 1);
    expect(first).toBeDefined();
    expect(second).toBeUndefined();
  });

  it('are found in any case for what is always named', () => {
    const circle = { x: 100, y: 100, radius: 5, width: 90, height: 15 };
    const crowd = Array.from({ length: 30 }, (_, at) => ({ ...circle, y: 90 + at }));
    const placed = placeLabels([...crowd, { ...circle, always: true }], page);
    expect(placed.at(-1)).toBeDefined();
  });

  it('are shortened to so many letters', () => {
    expect(shortened('Hội nghị Ngoại giao', 30)).toBe('Hội nghị Ngoại giao');
    expect(shortened('Hội nghị Ngoại giao', 10)).toBe('Hội nghị…');
  });
});

describe('the outline of a group', () => {
  const point = fc.record({
    x: fc.integer({ min: -100, max: 100 }),
    y: fc.integer({ min: -100, max: 100 }),
  });

  it('has every point within it', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
        const hull = convexHull(points);
        fc.pre(hull.length >= 3);
        for (const { x, y } of points) {
          hull.forEach((from, index) => {
            const to = hull[(index + 1) % hull.length]!;
            const turn = (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
            expect(turn).toBeGreaterThanOrEqual(0);
          });
        }
      }),
    );
  });

  it('leaves out strays, and has room around it', () => {
    const cluster = [0, 10, 20].flatMap((x) => [0, 10, 20].map((y) => ({ x, y })));
    const hull = bulkHull([...cluster, { x: 500, y: 500 }]);
    expect(Math.max(...hull.map(({ x }) => x))).toBe(20);
    expect(Math.max(...withRoom(hull).map(({ x }) => x))).toBeGreaterThan(35);
  });
});
