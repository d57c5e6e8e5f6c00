import type { Point } from './drawing.ts';

/** The corners of the smallest convex shape around some points (Andrew's monotone chain, 1979), in their order around it. */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length <= 2) return sorted;
  const half = (ordered: readonly Point[]): Point[] => {
    const corners: Point[] = [];
    for (const point of ordered) {
      while (corners.length >= 2 && turn(corners.at(-2)!, corners.at(-1)!, point) <= 0) {
        corners.pop();
      }
      corners.push(point);
    }
    corners.pop();
    return corners;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const turn = (a: Point, b: Point, c: Point): number =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** How much farther than most a point may lie from the middle of its group, to be within its hull. */
const STRAY = 1.6;

/** The shape around the bulk of a group: points that lie far from the others do not stretch it over what is not theirs. */
export function bulkHull(points: readonly Point[]): readonly Point[] {
  const median = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const middle = { x: median(points.map(({ x }) => x)), y: median(points.map(({ y }) => y)) };
  const distances = points.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y));
  const most = median(distances) * STRAY;
  return convexHull(points.filter((_point, number) => distances[number]! <= most));
}

const ROOM = 20;
const ROUNDING = 12;

/** A convex shape with some room around it and round corners. */
export const withRoom = (corners: readonly Point[]): readonly Point[] =>
  convexHull(
    corners.flatMap(({ x, y }) =>
      Array.from({ length: ROUNDING }, (_, step) => {
        const angle = (2 * Math.PI * step) / ROUNDING;
        return { x: x + ROOM * Math.cos(angle), y: y + ROOM * Math.sin(angle) };
      }),
    ),
  );
