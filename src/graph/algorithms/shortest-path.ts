import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { adjacenciesOf, type Direction, eachNeighbor, reverse } from './each-neighbor.ts';
import { passes } from './flags.ts';
import { eachEdgeTo } from './induced-edges.ts';
import type { NodeValues } from './node-values.ts';
import type { NodePath, SpurOptions } from './path.ts';

export interface PathFound {
  readonly path: NodePath | null;
  /** Set when no path was found within the hops, though both ends lead further. */
  readonly truncated: boolean;
}

/** One of the two searches: the levels reached so far, and each node's distance from its end. */
interface Side {
  readonly levels: number[][];
  readonly distance: NodeValues;
  readonly direction: Direction;
}

const frontierOf = ({ levels }: Side): readonly number[] => levels.at(-1)!;

/**
 * A shortest path by breadth first search from both ends, the smaller frontier first (Pohl, Bi-directional
 * Search, 1971). Of several shortest paths it is the one whose nodes come first in the order of their ids,
 * read from `from`; of parallel edges the one that comes first in the dataset. None when its effort is spent.
 */
export function shortestPath(graph: KnowledgeGraph, options: SpurOptions): PathFound {
  const { from, to, maxHops, direction, effort } = options;
  if (from === to) return { path: { nodes: [from], statements: [] }, truncated: false };
  const [forwardDistance, backwardDistance] = graph.scratch;
  const start = (end: number, distance: NodeValues, towards: Direction): Side => {
    distance.clear();
    distance.set(end, 0);
    return { levels: [[end]], distance, direction: towards };
  };
  const forward = start(from, forwardDistance, direction);
  const backward = start(to, backwardDistance, reverse(direction));
  const work = (side: Side): number => {
    let sum = 0;
    for (const node of frontierOf(side)) sum += graph.degree[node]!;
    return sum;
  };

  for (let hops = 1; hops <= maxHops; hops += 1) {
    const [side, other] =
      work(forward) <= work(backward) ? [forward, backward] : [backward, forward];
    const met = grow(graph, options, side, other);
    if (effort.isSpent) return { path: null, truncated: false };
    if (met) return { path: firstPath(graph, options, forward, backward), truncated: false };
    if (frontierOf(side).length === 0) return { path: null, truncated: false };
  }
  const truncated = [forward, backward].every((side) => canGrow(graph, options, side));
  return { path: null, truncated };
}

/** Whether the search of one side may go on from a node to a neighbor: to its far end, or to one that may lie between. */
function mayStep(options: SpurOptions, side: Side, node: number, neighbor: number): boolean {
  const { from, to, between, barred } = options;
  // A search backwards arrives by the first step of the path.
  if (neighbor === from) return !barred.has(node);
  if (node === from && side.distance.get(from) === 0 && barred.has(neighbor)) return false;
  return neighbor === to || between(neighbor);
}

/** Adds the next level to a side, whole unless the effort is spent, and tells whether it meets the other side. */
function grow(graph: KnowledgeGraph, options: SpurOptions, side: Side, other: Side): boolean {
  const { properties, statements } = options.followed;
  const { distance, levels } = side;
  const adjacencies = adjacenciesOf(graph, side.direction);
  const level: number[] = [];
  let met = false;
  for (const node of frontierOf(side)) {
    if (options.effort.visit()) break;
    for (const adjacency of adjacencies) {
      const firstGroup = adjacency.groupStart(node);
      const lastGroup = adjacency.groupEnd(node);
      const groups = properties === null ? lastGroup - firstGroup : 1;
      for (let group = firstGroup; group < lastGroup; group += groups) {
        if (!passes(properties, adjacency.properties[group]!)) continue;
        const end = adjacency.starts[group + groups]!;
        for (let edge = adjacency.starts[group]!; edge < end; edge += 1) {
          const neighbor = adjacency.neighbors[edge]!;
          if (distance.has(neighbor) || !passes(statements, adjacency.statements[edge]!)) continue;
          if (!mayStep(options, side, node, neighbor)) continue;
          distance.set(neighbor, levels.length);
          level.push(neighbor);
          met ||= other.distance.has(neighbor);
        }
      }
    }
  }
  levels.push(level);
  return met;
}

function canGrow(graph: KnowledgeGraph, options: SpurOptions, side: Side): boolean {
  return frontierOf(side).some((node) =>
    eachNeighbor(
      graph,
      node,
      side.direction,
      options.followed,
      (neighbor) => !side.distance.has(neighbor) && mayStep(options, side, node, neighbor),
    ),
  );
}

/** The first of the shortest paths through two searches that have just met. */
function firstPath(
  graph: KnowledgeGraph,
  options: SpurOptions,
  forward: Side,
  backward: Side,
): NodePath {
  const { from, direction, followed, barred } = options;
  const backwardDepth = backward.levels.length - 1;

  // The nodes of each forward level but the first that lie on a shortest path, from where the searches met back towards `from`.
  let later = frontierOf(forward).filter((node) => backward.distance.has(node));
  const onPath = forward.levels.length === 1 ? [] : [later];
  for (let depth = forward.levels.length - 2; depth > 0; depth -= 1) {
    const next = later;
    const isNext = new Set(next);
    later = forward.levels[depth]!.filter((node) =>
      eachEdgeTo(
        graph,
        node,
        direction,
        followed,
        next,
        (one) => isNext.has(one),
        () => true,
      ),
    );
    onPath.unshift(later);
  }

  const nodes = [from];
  const statements: number[] = [];
  const step = (level: readonly number[], isOnLevel: (node: number) => boolean): void => {
    let best = Number.POSITIVE_INFINITY;
    let by = Number.POSITIVE_INFINITY;
    const node = nodes.at(-1)!;
    eachEdgeTo(graph, node, direction, followed, level, isOnLevel, (neighbor, statement) => {
      if (neighbor > best || (nodes.length === 1 && barred.has(neighbor))) return false;
      by = neighbor < best ? statement : Math.min(by, statement);
      best = neighbor;
      return false;
    });
    nodes.push(best);
    statements.push(by);
  };
  for (const level of onPath) {
    const isOnLevel = new Set(level);
    step(level, (node) => isOnLevel.has(node));
  }
  for (let left = backwardDepth - 1; left >= 0; left -= 1) {
    step(backward.levels[left]!, (node) => backward.distance.get(node) === left);
  }
  return { nodes, statements };
}
