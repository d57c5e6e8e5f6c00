import { textWidth } from '../text.ts';
import { type Drawing, type Positions, radiusOf } from './drawing.ts';
import { type Box, type Named, placeLabels, shortened } from './labels.ts';

/** A drawing as it lies on a page: where each node is, how large, and where its name stands, in pixels. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
}

export interface SceneNode {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly label: (Box & { readonly text: string }) | undefined;
}

export interface SceneEdge {
  readonly number: number;
  /** From the rim of the subject to that of the object. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

export interface SceneOptions {
  readonly width: number;
  readonly height: number;
  readonly labelSize: number;
  readonly labels: number;
  /** Nodes that are named in any case. */
  readonly named?: ReadonlySet<string>;
}

const EDGE_OF_PAGE = 14;
const LONGEST_LABEL = 30;
/** Where there are few on a wide page, names have more room. */
const LONGEST_AMONG_FEW = 52;
const FEW = 40;
const WIDE = 700;
const GREATEST_SCALE = 2.2;
/** How much farther than the other way nodes may lie apart the way in which a page has room: names need it. */
const GREATEST_STRETCH = 1.6;

/** Where to put the nodes of a picture, and how far to enlarge them, so that all can be seen and the page is made use of. */
export function fitPage(
  positions: Positions,
  radii: readonly number[],
  { width, height }: { readonly width: number; readonly height: number },
): {
  readonly scale: number;
  readonly x: (x: number) => number;
  readonly y: (y: number) => number;
} {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  radii.forEach((radius, number) => {
    left = Math.min(left, positions.xs[number]! - radius);
    right = Math.max(right, positions.xs[number]! + radius);
    top = Math.min(top, positions.ys[number]! - radius);
    bottom = Math.max(bottom, positions.ys[number]! + radius);
  });
  if (radii.length === 0) return { scale: 1, x: () => width / 2, y: () => height / 2 };
  const across = (width - 2 * EDGE_OF_PAGE) / (right - left);
  const down = (height - 2 * EDGE_OF_PAGE) / (bottom - top);
  const scale = Math.min(GREATEST_SCALE, across, down);
  const stretched = scale * GREATEST_STRETCH;
  const [scaleX, scaleY] = [Math.min(across, stretched), Math.min(down, stretched)];
  return {
    scale,
    x: (x) => width / 2 + (x - (left + right) / 2) * scaleX,
    y: (y) => height / 2 + (y - (top + bottom) / 2) * scaleY,
  };
}

/** Lays a drawing out on a page, with as many names as there is room for. */
export function makeScene(drawing: Drawing, positions: Positions, options: SceneOptions): Scene {
  const radii = drawing.degrees.map(radiusOf);
  const { scale, x, y } = fitPage(positions, radii, options);
  const circles = drawing.ids.map((_id, number) => ({
    x: x(positions.xs[number]!),
    y: y(positions.ys[number]!),
    radius: Math.max(1.2, radii[number]! * Math.min(scale, 1)),
  }));
  const hasRoom = drawing.ids.length <= FEW && options.width >= WIDE;
  const longest = hasRoom ? LONGEST_AMONG_FEW : LONGEST_LABEL;
  const texts = drawing.names.map((name) => shortened(name, longest));
  const order = drawing.ids
    .map((_id, number) => number)
    .sort((a, b) => drawing.degrees[b]! - drawing.degrees[a]! || a - b);
  const named = order.map(
    (number): Named => ({
      ...circles[number]!,
      width: textWidth(texts[number]!, options.labelSize),
      height: options.labelSize * 1.25,
      always: options.named?.has(drawing.ids[number]!) === true,
    }),
  );
  const labels = new Map(
    placeLabels(named, options, options.labels).map((box, index) => [order[index]!, box]),
  );
  const { subjects, objects } = drawing.edges;
  return {
    width: options.width,
    height: options.height,
    nodes: circles.map((circle, number) => {
      const box = labels.get(number);
      return { number, ...circle, label: box && { ...box, text: texts[number]! } };
    }),
    edges: drawing.edges.ids.flatMap((_id, number) => {
      const [subject, object] = [circles[subjects[number]!]!, circles[objects[number]!]!];
      const [dx, dy] = [object.x - subject.x, object.y - subject.y];
      const length = Math.hypot(dx, dy);
      if (length <= subject.radius + object.radius) return [];
      const [alongX, alongY] = [dx / length, dy / length];
      return {
        number,
        from: [subject.x + alongX * subject.radius, subject.y + alongY * subject.radius] as const,
        to: [object.x - alongX * object.radius, object.y - alongY * object.radius] as const,
      };
    }),
  };
}
