import { randomNumbers } from '../../util/random-numbers.ts';
import { type Drawing, type Positions, radiusOf } from './drawing.ts';
import { createForce } from './force.ts';
import { groupNodes, type Links } from './groups.ts';
import { spread } from './spread.ts';

/** Least free space between two nodes, in the units of `radiusOf`. */
export const NODE_MARGIN = 3;
/** How much room there is for one node among many, were they all spread evenly; among few, names need more. */
const ROOM = 34;
const roomFor = (nodes: number): number => ROOM * (1 + 4 / (1 + nodes / 8));
const SEED = 25;
/** The angle at which the leaves of a plant lie farthest from one another. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** From how many times the distance within which most nodes lie a node counts as a stray, and in how much room strays lie. */
const STRAYING = 1.05;
const STRAYING_ROOM = 0.2;

/** How far a layout has come, from 0 to 1. */
export type Progress = (done: number) => void;

const linksOf = ({ ids, edges }: Drawing): Links => ({
  nodes: ids.length,
  subjects: edges.subjects,
  objects: edges.objects,
});

/** More steps for a small graph, where they cost little and every node is looked at. */
const stepsFor = (nodes: number): number =>
  Math.round(Math.min(160, Math.max(90, 200_000 / (nodes + 1))));

/** Lays groups out like the seeds of a sunflower, the largest in the middle, and their nodes around the centre of each. */
function place(links: Links, groups: Uint32Array): Positions {
  const members = new Map<number, number[]>();
  groups.forEach((group, node) => {
    const known = members.get(group);
    if (known === undefined) members.set(group, [node]);
    else known.push(node);
  });
  const xs = new Float64Array(links.nodes);
  const ys = new Float64Array(links.nodes);
  const random = randomNumbers(SEED);
  let before = 0;
  const ordered = [...members.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  ordered.forEach((nodes, number) => {
    const distance = ROOM * Math.sqrt(before + nodes.length / 2) * 0.6;
    const angle = number * GOLDEN_ANGLE;
    const reach = ROOM * Math.sqrt(nodes.length) * 0.45;
    nodes.forEach((node, index) => {
      const away = reach * Math.sqrt((index + 0.5) / nodes.length);
      const turn = index * GOLDEN_ANGLE + random() * 0.1;
      xs[node] = Math.cos(angle) * distance + Math.cos(turn) * away;
      ys[node] = Math.sin(angle) * distance + Math.sin(turn) * away;
    });
    before += nodes.length;
  });
  return { xs, ys };
}

/** Moves the middle of a picture to 0, and scales it so that a node has `ROOM` on average; strays do not count, and are drawn in. */
function settle({ xs, ys }: Positions): void {
  const count = xs.length;
  if (count === 0) return;
  const middle = (of: Float64Array): number =>
    of.reduce((sum, coordinate) => sum + coordinate, 0) / count;
  const [middleX, middleY] = [middle(xs), middle(ys)];
  const distances = Float64Array.from(xs, (x, node) =>
    Math.hypot(x - middleX, ys[node]! - middleY),
  ).sort();
  const reach = distances[Math.floor((count - 1) * 0.95)]!;
  const scale = reach > 0 ? (roomFor(count) * Math.sqrt(count)) / 2 / reach : 1;
  for (let node = 0; node < count; node += 1) {
    const distance = Math.hypot(xs[node]! - middleX, ys[node]! - middleY);
    const kept = distance === 0 ? scale : (scale * drawnIn(distance, reach)) / distance;
    xs[node] = (xs[node]! - middleX) * kept;
    ys[node] = (ys[node]! - middleY) * kept;
  }
}

/** How far out a stray goes: little farther than most do, since all that is shown is drawn as small as the farthest asks. */
function drawnIn(distance: number, reach: number): number {
  const near = reach * STRAYING;
  if (reach === 0 || distance <= near) return distance;
  const beyond = (distance - near) / reach;
  return near + (reach * STRAYING_ROOM * beyond) / (STRAYING_ROOM + beyond);
}

/** A layout that is done a step at a time, for threads that have other work. */
export function* layOutGradually(drawing: Drawing): Generator<number, Positions> {
  const links = linksOf(drawing);
  const groups = groupNodes(links, SEED);
  const start = place(links, groups);
  yield 0.05;
  const steps = links.subjects.length === 0 ? 0 : stepsFor(links.nodes);
  const force = createForce(links, start, groups);
  for (let step = 0; step < steps; step += 1) {
    force.advance();
    yield 0.05 + (0.9 * (step + 1)) / steps;
  }
  const xs = Float64Array.from({ length: links.nodes }, (_, node) => force.x(node));
  const ys = Float64Array.from({ length: links.nodes }, (_, node) => force.y(node));
  settle({ xs, ys });
  spread({ xs, ys, radii: drawing.degrees.map(radiusOf) }, NODE_MARGIN);
  return { xs, ys };
}

/** Where nodes lie to begin with: at once, by their groups alone; what is final is much like it. */
export function layOutRoughly(drawing: Drawing): Positions {
  const links = linksOf(drawing);
  const positions = place(links, groupNodes(links, SEED));
  settle(positions);
  return positions;
}

/**
 * Says where the nodes of a drawing lie: what is much joined lies together, and no two overlap. The same drawing is laid out the
 * same each time. Pure, so that it may run in any thread.
 */
export function layOut(drawing: Drawing, progress?: Progress): Positions {
  const work = layOutGradually(drawing);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    progress?.(value);
  }
}

/**
 * Places nodes that are new to a picture near their neighbors; those that have a place keep it, and nothing overlaps that need
 * not. `placed` tells the place of those that have one.
 */
export function layOutBeside(
  drawing: Drawing,
  placed: (id: string) => { readonly x: number; readonly y: number } | undefined,
): Positions {
  const count = drawing.ids.length;
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  const known = drawing.ids.map((id, number) => {
    const place = placed(id);
    if (place !== undefined) [xs[number], ys[number]] = [place.x, place.y];
    return place !== undefined;
  });
  const neighbors: number[][] = drawing.ids.map(() => []);
  drawing.edges.subjects.forEach((subject, edge) => {
    neighbors[subject]!.push(drawing.edges.objects[edge]!);
    neighbors[drawing.edges.objects[edge]!]!.push(subject);
  });
  const reached = [...known];
  let waiting = drawing.ids.map((_id, number) => number).filter((number) => !known[number]);
  while (waiting.length > 0) {
    const before = waiting.length;
    // Those next to what has a place first; what nothing joins to it comes last, below it all.
    const now = waiting.filter((node) => neighbors[node]!.some((other) => reached[other]));
    const around = now.length > 0 ? now : waiting.slice(0, 1);
    around.forEach((node, index) => {
      const near = neighbors[node]!.filter((other) => reached[other]);
      const [x, y] =
        near.length > 0
          ? [
              near.reduce((sum, other) => sum + xs[other]!, 0) / near.length,
              near.reduce((sum, other) => sum + ys[other]!, 0) / near.length,
            ]
          : [0, lowest(ys, reached) + 2 * ROOM];
      const away = near.length === 1 ? ROOM * (0.9 + 0.12 * Math.sqrt(index)) : ROOM * 0.5;
      xs[node] = x + Math.cos(index * GOLDEN_ANGLE) * away;
      ys[node] = y + Math.sin(index * GOLDEN_ANGLE) * away;
    });
    for (const node of around) reached[node] = true;
    waiting = waiting.filter((node) => !reached[node]);
    if (waiting.length === before) break;
  }
  spread(
    { xs, ys, radii: drawing.degrees.map(radiusOf) },
    NODE_MARGIN,
    (node) => known[node] === true,
  );
  return { xs, ys };
}

const lowest = (ys: Float64Array, counts: readonly boolean[]): number =>
  ys.reduce((most, y, node) => (counts[node] ? Math.max(most, y) : most), 0);
