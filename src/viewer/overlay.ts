import type { Point } from '../pieces/drawing/drawing.ts';
import { bulkHull, withRoom } from '../pieces/drawing/hull.ts';
import {
  type Named,
  type Obstacle,
  overlap,
  placeLabels,
  shortened,
} from '../pieces/drawing/labels.ts';
import type { Model, Transform } from './model.ts';
import { mixed, type Theme, withOpacity } from './theme.ts';

/** What is emphasised: one node with its neighbors, or one edge with its ends. */
export interface Emphasis {
  readonly node?: number | undefined;
  readonly edge?: number | undefined;
}

/** A path through a drawing, by the positions of its edges and nodes. */
export interface Trail {
  readonly edges: readonly number[];
  readonly nodes: ReadonlySet<number>;
}

/** Communities by position: what they are called, and who is in which. */
export interface Communities {
  readonly labels: readonly string[];
  /** The community of each node of the drawing; `null` for none. */
  readonly of: readonly (number | null)[];
}

export interface OverlayState {
  readonly model: Model;
  readonly theme: Theme;
  readonly transform: Transform;
  readonly width: number;
  readonly height: number;
  readonly emphasis: Emphasis;
  /** Where the selection is, when something else is emphasised. */
  readonly selected: number | undefined;
  readonly pinned: ReadonlySet<string>;
  /** Edges that are drawn out of the others, and the nodes at them. */
  readonly trail: Trail;
  readonly colour: (node: number) => string;
  readonly propertyLabel: (property: string) => string;
  /** While the picture moves fewer names are drawn. */
  readonly moving: boolean;
}

const LABEL_SIZE = 13;
const EDGE_LABEL_SIZE = 11;
/** Among few, names are told in full; among many, each is short, so that more of them have room. */
const LONGEST_LABEL = { few: 64, some: 36, many: 26 } as const;
const [FEW, MANY] = [30, 150];
/** How much room there is for a name among few nodes, and how many more of them double it. */
const ROOM_FOR_NAME = 9_500;
const DOUBLING = 260;
/** No name covers a node of at least this radius in pixels. */
const LARGE = 8;
/** So many communities are named, the largest. */
const NAMED_COMMUNITIES = 7;
const CANDIDATES = 500;
/** With more edges than this at a node, their labels would say nothing. */
const LABELLED_EDGES = 14;

interface Text {
  readonly text: string;
  readonly named: Named;
  readonly bold: boolean;
  /** The colour of the community that it names. */
  readonly community?: string;
}

/** A name as it was drawn, for tests that no two collide. */
export interface DrawnLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Draws what sigma does not: names that do not collide, what is emphasised, and the outlines of communities. */
export class Overlay {
  readonly #widths = new Map<string, number>();
  #hulls: { readonly community: number; readonly corners: readonly Point[] }[] = [];
  /** The names that were drawn last. */
  labels: readonly DrawnLabel[] = [];

  /** Finds the outlines anew, after nodes moved or communities became known. */
  outline(model: Model, communities: Communities | undefined): void {
    this.#hulls = [];
    if (communities === undefined) return;
    const members = new Map<number, Point[]>();
    communities.of.forEach((community, node) => {
      if (community === null || !model.shown[node]) return;
      const point = { x: model.xs[node]!, y: model.ys[node]! };
      const known = members.get(community);
      if (known === undefined) members.set(community, [point]);
      else known.push(point);
    });
    // An outline around all of it would tell nothing apart.
    if (members.size < 2) return;
    for (const [community, points] of members) {
      if (points.length < 4) continue;
      this.#hulls.push({ community, corners: withRoom(bulkHull(points)) });
    }
  }

  drawHulls(
    context: CanvasRenderingContext2D,
    { theme, transform, width, height }: OverlayState,
    communities: Communities | undefined,
    strong: boolean,
  ): void {
    context.clearRect(0, 0, width, height);
    if (communities === undefined) return;
    for (const { community, corners } of this.#hulls) {
      const path = new Path2D();
      for (const { x, y } of corners) {
        path.lineTo(transform.x + x * transform.scale, transform.y + y * transform.scale);
      }
      path.closePath();
      const colour = theme.community(community);
      context.fillStyle = withOpacity(colour, strong ? 0.17 : 0.09);
      context.fill(path);
      context.lineWidth = strong ? 1.5 : 1;
      context.strokeStyle = withOpacity(colour, strong ? 0.6 : 0.28);
      context.stroke(path);
    }
  }

  /** Draws the names of nodes, and those of `communities` where these are to be named. */
  draw(
    context: CanvasRenderingContext2D,
    state: OverlayState,
    communities?: Communities | undefined,
  ): void {
    const { width, height, emphasis, model } = state;
    context.clearRect(0, 0, width, height);
    this.#drawTrail(context, state);
    const emphasised = this.#emphasise(context, state);
    this.#ring(context, state, state.selected);
    this.#pins(context, state);
    const ofNodes = this.#texts(context, state, emphasised);
    const ofCommunities =
      communities === undefined || emphasised !== undefined
        ? []
        : this.#communityTexts(context, state, communities);
    const texts = [...ofCommunities, ...ofNodes];
    const room = ROOM_FOR_NAME * (1 + ofNodes.length / DOUBLING) * (state.moving ? 2 : 1);
    const boxes = placeLabels(
      texts.map(({ named }) => named),
      { width, height },
      Math.round((width * height) / room) + ofCommunities.length,
      emphasised === undefined ? this.#obstacles(state) : [],
    );
    const labels: DrawnLabel[] = [];
    boxes.forEach((box, index) => {
      if (box === undefined) return;
      const { text, bold, community } = texts[index]!;
      if (community !== undefined) {
        context.beginPath();
        context.roundRect(box.x - box.width / 2, box.y - box.height / 2, box.width, box.height, 6);
        context.fillStyle = mixed(community, state.theme.paper, 0.3);
        context.fill();
        context.fillStyle = state.theme.ink;
        this.#setFont(context, state, LABEL_SIZE, bold);
        context.fillText(text, box.x, box.y);
      } else this.#write(context, state, text, box, LABEL_SIZE, bold);
      labels.push({ text, ...box });
    });
    this.labels = labels;
    if (emphasis.edge !== undefined) this.#nameEdge(context, state, emphasis.edge, true);
    else if (emphasis.node !== undefined) {
      const edges = model.edgesAt[emphasis.node]!.filter((edge) => model.shownEdges[edge]);
      if (edges.length <= LABELLED_EDGES) {
        for (const edge of edges) this.#nameEdge(context, state, edge, false);
      }
    }
  }

  /** Dims all but what is emphasised, and draws that again on top; tells what it is. */
  #emphasise(
    context: CanvasRenderingContext2D,
    state: OverlayState,
  ): ReadonlySet<number> | undefined {
    const { emphasis, model, theme, width, height } = state;
    const { node, edge } = emphasis;
    if (node === undefined && edge === undefined) return undefined;
    context.fillStyle = withOpacity(theme.paper, 0.78);
    context.fillRect(0, 0, width, height);
    const edges =
      edge !== undefined
        ? model.parallel(edge)
        : model.edgesAt[node!]!.filter((at) => model.shownEdges[at]);
    const nodes = new Set<number>(node === undefined ? [] : [node]);
    for (const at of edges) {
      nodes.add(model.drawing.edges.subjects[at]!);
      nodes.add(model.drawing.edges.objects[at]!);
    }
    context.lineWidth = edge === undefined ? 1.2 : 2.2;
    context.strokeStyle = edge === undefined ? withOpacity(theme.soft, 0.9) : theme.accent;
    context.fillStyle = context.strokeStyle;
    for (const at of edges) this.#arrow(context, state, at);
    for (const number of nodes) this.#disc(context, state, number);
    if (node !== undefined) this.#ring(context, state, node);
    return nodes;
  }

  #drawTrail(context: CanvasRenderingContext2D, state: OverlayState): void {
    const { edges, nodes } = state.trail;
    context.lineWidth = 3;
    context.strokeStyle = state.theme.accent;
    context.fillStyle = state.theme.accent;
    for (const edge of edges) this.#arrow(context, state, edge);
    for (const node of nodes) {
      this.#disc(context, state, node);
      this.#ring(context, state, node);
    }
  }

  #disc(context: CanvasRenderingContext2D, state: OverlayState, node: number): void {
    const { x, y, radius } = this.#place(state, node);
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = state.colour(node);
    context.fill();
  }

  #place({ model, transform }: OverlayState, node: number) {
    return {
      x: transform.x + model.xs[node]! * transform.scale,
      y: transform.y + model.ys[node]! * transform.scale,
      radius: Math.max(1, model.radii[node]! * transform.radius),
    };
  }

  #arrow(context: CanvasRenderingContext2D, state: OverlayState, edge: number): void {
    const { subjects, objects } = state.model.drawing.edges;
    const from = this.#place(state, subjects[edge]!);
    const to = this.#place(state, objects[edge]!);
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const x = to.x - Math.cos(angle) * to.radius;
    const y = to.y - Math.sin(angle) * to.radius;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(x, y);
    context.stroke();
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x - 8 * Math.cos(angle + 0.4), y - 8 * Math.sin(angle + 0.4));
    context.lineTo(x - 8 * Math.cos(angle - 0.4), y - 8 * Math.sin(angle - 0.4));
    context.fill();
  }

  #ring(context: CanvasRenderingContext2D, state: OverlayState, node: number | undefined): void {
    if (node === undefined || !state.model.shown[node]) return;
    const { x, y, radius } = this.#place(state, node);
    context.beginPath();
    context.arc(x, y, radius + 3.5, 0, 2 * Math.PI);
    context.lineWidth = 2.5;
    context.strokeStyle = state.theme.accent;
    context.stroke();
  }

  #pins(context: CanvasRenderingContext2D, state: OverlayState): void {
    for (const id of state.pinned) {
      const node = state.model.numbers.get(id);
      if (node === undefined || !state.model.shown[node]) continue;
      const { x, y, radius } = this.#place(state, node);
      context.beginPath();
      context.arc(x, y, Math.max(1.5, radius * 0.4), 0, 2 * Math.PI);
      context.fillStyle = state.theme.paper;
      context.fill();
    }
  }

  /** The nodes in sight that are too large to be written over. */
  #obstacles(state: OverlayState): readonly Obstacle[] {
    const { model, transform, width, height } = state;
    const obstacles: Obstacle[] = [];
    for (const node of model.order) {
      if (obstacles.length >= CANDIDATES || model.radii[node]! * transform.radius < LARGE) break;
      if (!model.shown[node]) continue;
      const { x, y, radius } = this.#place(state, node);
      if (x > -radius && y > -radius && x < width + radius && y < height + radius) {
        obstacles.push({ x, y, radius });
      }
    }
    return obstacles;
  }

  /** The names of the largest communities, each above or, where that is out of sight, at the top of its outline. */
  #communityTexts(
    context: CanvasRenderingContext2D,
    state: OverlayState,
    { labels }: Communities,
  ): readonly Text[] {
    const { transform, theme } = state;
    return [...this.#hulls]
      .sort((a, b) => a.community - b.community)
      .slice(0, NAMED_COMMUNITIES)
      .flatMap(({ community, corners }) => {
        const label = labels[community];
        if (label === undefined) return [];
        const text = shortened(label, LONGEST_LABEL.some);
        const width = this.#width(context, state, text, true) + 14;
        const top = corners.reduce((best, corner) => (corner.y < best.y ? corner : best));
        const x = transform.x + top.x * transform.scale;
        const y = Math.max(16, transform.y + top.y * transform.scale);
        // Beside that point to its right is the first place that is tried: the middle is to be on it.
        const named = { x: x - width / 2 - 4, y, radius: 0, width, height: 20 };
        return { text, bold: true, named, community: theme.community(community) };
      });
  }

  /** What may be named: what is emphasised alone, or else what can be seen, the best connected first. */
  #texts(
    context: CanvasRenderingContext2D,
    state: OverlayState,
    emphasised: ReadonlySet<number> | undefined,
  ): readonly Text[] {
    const { model, emphasis, selected, trail, width, height } = state;
    const isSeen = (node: number): boolean => {
      const { x, y } = this.#place(state, node);
      return x >= -20 && y >= -20 && x <= width + 20 && y <= height + 20;
    };
    const most = state.moving ? CANDIDATES / 4 : CANDIDATES;
    // What is on the trail is named however little it is connected.
    const seen = emphasised === undefined ? [...trail.nodes].filter(isSeen) : [];
    for (const node of model.order) {
      if (seen.length >= most) break;
      const isLeft = emphasised === undefined ? !trail.nodes.has(node) : emphasised.has(node);
      if (model.shown[node] && isLeft && isSeen(node)) seen.push(node);
    }
    const { few, some, many } = LONGEST_LABEL;
    const longest = seen.length <= FEW ? few : seen.length <= MANY ? some : many;
    return seen.map((node): Text => {
      const { x, y, radius } = this.#place(state, node);
      const isOnTrail = emphasised === undefined && trail.nodes.has(node);
      const bold = node === emphasis.node || node === selected || isOnTrail;
      const text = shortened(model.drawing.names[node]!, bold ? 80 : longest);
      const always = bold || (emphasis.edge !== undefined && emphasised?.has(node) === true);
      const named = { x, y, radius, width: this.#width(context, state, text, bold), height: 17 };
      return { text, bold, named: always ? { ...named, always } : named };
    });
  }

  #font({ theme }: OverlayState, size: number, bold: boolean): string {
    return `${bold ? '600 ' : ''}${size}px ${theme.font}`;
  }

  #width(
    context: CanvasRenderingContext2D,
    state: OverlayState,
    text: string,
    bold: boolean,
  ): number {
    const key = `${bold} ${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    context.font = this.#font(state, LABEL_SIZE, bold);
    const { width } = context.measureText(text);
    this.#widths.set(key, width);
    return width;
  }

  /** Widths are measured anew: another typeface may have arrived. */
  forgetWidths(): void {
    this.#widths.clear();
  }

  #setFont(
    context: CanvasRenderingContext2D,
    state: OverlayState,
    size: number,
    bold: boolean,
  ): void {
    context.font = this.#font(state, size, bold);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
  }

  #write(
    context: CanvasRenderingContext2D,
    state: OverlayState,
    text: string,
    { x, y }: Point,
    size: number,
    bold: boolean,
  ): void {
    this.#setFont(context, state, size, bold);
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = state.theme.paper;
    context.strokeText(text, x, y);
    context.fillStyle = state.theme.ink;
    context.fillText(text, x, y);
  }

  /** What an edge says, in its middle: with all that join the same two, when it is looked at itself. */
  #nameEdge(
    context: CanvasRenderingContext2D,
    state: OverlayState,
    edge: number,
    whole: boolean,
  ): void {
    const { model, propertyLabel } = state;
    const { subjects, objects, properties } = model.drawing.edges;
    const from = this.#place(state, subjects[edge]!);
    const to = this.#place(state, objects[edge]!);
    const names = whole
      ? [...new Set(model.parallel(edge).map((at) => propertyLabel(properties[at]!)))]
      : [propertyLabel(properties[edge]!)];
    const text = shortened(names.join(' · '), whole ? 90 : 30);
    context.font = this.#font(state, EDGE_LABEL_SIZE, false);
    const length = Math.hypot(to.x - from.x, to.y - from.y) - from.radius - to.radius;
    const { width } = context.measureText(text);
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    const box = { ...middle, width, height: 14 };
    const hasRoom = length >= width + 12 && !this.labels.some((label) => overlap(label, box));
    if (!whole && !hasRoom) return;
    this.#write(context, state, text, middle, EDGE_LABEL_SIZE, whole);
    if (!whole) this.labels = [...this.labels, { text, ...box }];
  }
}
