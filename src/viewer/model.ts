import {
  type Drawing,
  edgesAt,
  numbersOf,
  type Positions,
  radiusOf,
} from '../pieces/drawing/drawing.ts';

/** How a drawing's coordinates become pixels. */
export interface Transform {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  /** Pixels for one unit of `radiusOf`: nodes grow less than the picture when it is enlarged. */
  readonly radius: number;
}

/** A drawing with all that is asked of it while somebody looks at it. Coordinates are those of its layout. */
export class Model {
  readonly drawing: Drawing;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly radii: Float32Array;
  readonly numbers: ReadonlyMap<string, number>;
  readonly edgeNumbers: ReadonlyMap<string, number>;
  readonly edgesAt: readonly (readonly number[])[];
  /** The nodes, the best connected first. */
  readonly order: readonly number[];
  readonly shown: Uint8Array;
  readonly shownEdges: Uint8Array;

  constructor(drawing: Drawing, { xs, ys }: Positions) {
    this.drawing = drawing;
    this.xs = Float64Array.from(xs);
    this.ys = Float64Array.from(ys);
    this.radii = Float32Array.from(drawing.degrees, radiusOf);
    this.numbers = numbersOf(drawing);
    this.edgeNumbers = new Map(drawing.edges.ids.map((id, edge) => [id, edge]));
    this.edgesAt = edgesAt(drawing);
    this.order = drawing.ids
      .map((_id, number) => number)
      .sort((a, b) => drawing.degrees[b]! - drawing.degrees[a]! || a - b);
    this.shown = new Uint8Array(drawing.ids.length).fill(1);
    this.shownEdges = new Uint8Array(drawing.edges.ids.length).fill(1);
  }

  /** Says what is to be seen; an edge is, if both its ends are as well. */
  show(node: (number: number) => boolean, edge: (number: number) => boolean): void {
    const { subjects, objects } = this.drawing.edges;
    for (let number = 0; number < this.shown.length; number += 1) {
      this.shown[number] = node(number) ? 1 : 0;
    }
    for (let number = 0; number < this.shownEdges.length; number += 1) {
      const ends = this.shown[subjects[number]!]! & this.shown[objects[number]!]!;
      this.shownEdges[number] = ends === 1 && edge(number) ? 1 : 0;
    }
  }

  /** The other end of an edge. */
  across(edge: number, node: number): number {
    const { subjects, objects } = this.drawing.edges;
    return subjects[edge] === node ? objects[edge]! : subjects[edge]!;
  }

  /** What is seen and joined to a node by something that is seen, each once. */
  neighbors(node: number): readonly number[] {
    const edges = this.edgesAt[node]!.filter((edge) => this.shownEdges[edge]);
    return [...new Set(edges.map((edge) => this.across(edge, node)))].filter(
      (other) => other !== node,
    );
  }

  /** The edges that are seen and join the same two, either way. */
  parallel(edge: number): readonly number[] {
    const { subjects } = this.drawing.edges;
    const subject = subjects[edge]!;
    const object = this.across(edge, subject);
    return this.edgesAt[subject]!.filter(
      (other) => this.shownEdges[other] && this.across(other, subject) === object,
    );
  }

  /** The node at a pixel or at most `slack` pixels beside it, the nearest. */
  nodeAt(x: number, y: number, slack: number, to: Transform): number | undefined {
    let best: number | undefined;
    let least = slack;
    for (let number = 0; number < this.xs.length; number += 1) {
      if (!this.shown[number]) continue;
      const dx = to.x + this.xs[number]! * to.scale - x;
      const dy = to.y + this.ys[number]! * to.scale - y;
      const beside = Math.sqrt(dx * dx + dy * dy) - this.radii[number]! * to.radius;
      if (beside <= least) [best, least] = [number, beside];
    }
    return best;
  }

  /** The edge that passes a pixel, at most `slack` pixels beside it, the nearest. */
  edgeAt(x: number, y: number, slack: number, to: Transform): number | undefined {
    const { subjects, objects } = this.drawing.edges;
    let best: number | undefined;
    let least = slack * slack;
    for (let edge = 0; edge < subjects.length; edge += 1) {
      if (!this.shownEdges[edge]) continue;
      const fromX = to.x + this.xs[subjects[edge]!]! * to.scale;
      const fromY = to.y + this.ys[subjects[edge]!]! * to.scale;
      const alongX = to.x + this.xs[objects[edge]!]! * to.scale - fromX;
      const alongY = to.y + this.ys[objects[edge]!]! * to.scale - fromY;
      const length = alongX * alongX + alongY * alongY;
      const share =
        length === 0
          ? 0
          : Math.min(1, Math.max(0, ((x - fromX) * alongX + (y - fromY) * alongY) / length));
      const dx = fromX + share * alongX - x;
      const dy = fromY + share * alongY - y;
      const distance = dx * dx + dy * dy;
      if (distance < least) [best, least] = [edge, distance];
    }
    return best;
  }

  /** The neighbor that lies most in a direction (`[0, 1]` is down). */
  towards(node: number, [towardsX, towardsY]: readonly [number, number]): number | undefined {
    let best: number | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const other of this.neighbors(node)) {
      const [dx, dy] = [this.xs[other]! - this.xs[node]!, this.ys[other]! - this.ys[node]!];
      const along = dx * towardsX + dy * towardsY;
      const aside = Math.abs(dx * towardsY - dy * towardsX);
      if (along <= 0 || aside > along) continue;
      const distance = along + 2 * aside;
      if (distance < least) [best, least] = [other, distance];
    }
    return best;
  }

  /** The corners of what is seen, or of some of it; `undefined` where there is nothing. */
  bounds(nodes: Iterable<number> = this.order) {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const number of nodes) {
      if (!this.shown[number]) continue;
      const radius = this.radii[number]!;
      left = Math.min(left, this.xs[number]! - radius);
      right = Math.max(right, this.xs[number]! + radius);
      top = Math.min(top, this.ys[number]! - radius);
      bottom = Math.max(bottom, this.ys[number]! + radius);
    }
    return left === Infinity ? undefined : { left, right, top, bottom };
  }
}
