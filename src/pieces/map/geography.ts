import { type GeoPermissibleObjects, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { CountryCodes, World } from './world.ts';

/** A country as it is drawn, in pixels. */
export interface DrawnCountry extends CountryCodes {
  readonly key: string;
  /** Its outline; `undefined` where it is but a point. */
  readonly path?: string;
  /** The middle of its largest part. */
  readonly x: number;
  readonly y: number;
}

/**
 * The map is cut where there is least land, east of Iceland's west coast and through Greenland, so that Viet Nam lies near the
 * middle with Asia, Australia and America on either side.
 */
const CUT = 25.5;
const EDGE = 4;

const memory = new WeakMap<World, Map<string, readonly DrawnCountry[]>>();

/** All countries in a frame of some size, on an Equal Earth projection: areas are true to one another. */
export function drawWorld(world: World, width: number, height: number): readonly DrawnCountry[] {
  const key = `${width}×${height}`;
  const sizes = memory.get(world) ?? new Map<string, readonly DrawnCountry[]>();
  memory.set(world, sizes);
  const known = sizes.get(key);
  if (known !== undefined) return known;

  const { features } = feature(world.shapes, world.shapes.objects.countries);
  const projection = geoEqualEarth()
    .rotate([CUT - 180, 0])
    .fitExtent(
      [
        [EDGE, EDGE],
        [Math.max(width - EDGE, EDGE + 1), Math.max(height - EDGE, EDGE + 1)],
      ],
      {
        type: 'GeometryCollection',
        geometries: [
          ...features.map(({ geometry }) => geometry),
          { type: 'MultiPoint', coordinates: world.points.map(({ at }) => [...at]) },
        ],
      },
    );
  const path = geoPath(projection).digits(1);
  const largest = (shape: (typeof features)[number]): GeoPermissibleObjects => {
    const { geometry } = shape;
    if (geometry.type !== 'MultiPolygon') return shape;
    const parts = geometry.coordinates.map((coordinates) => ({
      type: 'Polygon' as const,
      coordinates,
    }));
    return parts.reduce((a, b) => (path.area(b) > path.area(a) ? b : a));
  };
  const drawn: DrawnCountry[] = features.map((shape, at) => {
    const [x, y] = path.centroid(largest(shape));
    return {
      ...shape.properties,
      key: shape.properties.alpha3 ?? `shape ${at}`,
      path: path(shape) ?? '',
      x,
      y,
    };
  });
  for (const { alpha2, alpha3, at } of world.points) {
    const place = projection([...at]);
    if (place !== null) drawn.push({ alpha2, alpha3, key: alpha3, x: place[0], y: place[1] });
  }
  if (sizes.size > 20) sizes.clear();
  sizes.set(key, drawn);
  return drawn;
}

/** An arc between two places, bent upwards, as lines of flight are drawn. */
export function arcBetween(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const bend = Math.min(0.22 * length, 60);
  const sign = dx >= 0 ? 1 : -1;
  const middle = {
    x: (from.x + to.x) / 2 + (sign * (dy * bend)) / (length || 1),
    y: (from.y + to.y) / 2 - (sign * (dx * bend)) / (length || 1),
  };
  const round = (number: number): number => Math.round(number * 10) / 10;
  return `M${round(from.x)} ${round(from.y)}Q${round(middle.x)} ${round(middle.y)} ${round(to.x)} ${round(to.y)}`;
}
