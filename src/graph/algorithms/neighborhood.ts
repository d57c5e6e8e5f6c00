import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type Direction, eachNeighbor } from './each-neighbor.ts';
import type { Effort } from './effort.ts';
import { type EdgeFlags, type Flags, passes } from './flags.ts';
import { inducedEdges } from './induced-edges.ts';

export interface NeighborhoodOptions {
  /** Where to begin; each node once. */
  readonly starts: readonly number[];
  /** Greatest distance in hops. */
  readonly depth: number;
  readonly direction: Direction;
  /** Edges that may be followed, and that are shown. */
  readonly followed: EdgeFlags;
  /** Kinds that nodes other than the starts may be of. */
  readonly kinds: Flags;
  /** Greatest number of nodes, starts included. */
  readonly limit: number;
  readonly effort: Effort;
}

export interface NodesAround {
  readonly nodes: readonly number[];
  /** Aligned with `nodes`. */
  readonly distances: readonly number[];
  /** Statements with both ends among the nodes, in the order of the dataset. */
  readonly edges: Uint32Array;
  /**
   * `limit` when more nodes lie within the depth, `depth` when more lie beyond it, `time` when the effort was spent before
   * that was known; else `null`.
   */
  readonly truncated: 'limit' | 'depth' | 'time' | null;
}

/**
 * The nodes around some nodes: breadth first, level by level (Moore, The Shortest Path through a Maze, 1959),
 * within a level the better connected first, then by name; and all edges among the chosen nodes. Of the level at which
 * the effort is spent, the nodes found so far are there.
 */
export function neighborhood(graph: KnowledgeGraph, options: NeighborhoodOptions): NodesAround {
  const { starts, depth, direction, followed, kinds, limit, effort } = options;
  const nodes = starts.slice(0, limit);
  const distances = nodes.map(() => 0);
  let truncated: NodesAround['truncated'] = starts.length > limit ? 'limit' : null;
  const [seen] = graph.scratch;
  seen.clear();
  for (const start of starts) seen.set(start, 0);

  let frontier = nodes.slice();
  for (let distance = 1; truncated === null && frontier.length > 0; distance += 1) {
    const room = distance > depth ? 0 : limit - nodes.length;
    const level: number[] = [];
    for (const node of frontier) {
      if (effort.visit()) break;
      const stop = eachNeighbor(graph, node, direction, followed, (neighbor) => {
        if (seen.has(neighbor) || !passes(kinds, graph.kindOf[neighbor]!)) return false;
        seen.set(neighbor, distance);
        level.push(neighbor);
        // With no room left, one more node is enough to know that something is left out.
        return room === 0;
      });
      if (stop) break;
    }
    if (level.length > room) truncated = distance > depth ? 'depth' : 'limit';
    else if (effort.isSpent) truncated = 'time';
    const { rankOf } = graph.byDegree;
    level.sort((a, b) => rankOf[a]! - rankOf[b]!);
    frontier = level.slice(0, room);
    for (const node of frontier) {
      nodes.push(node);
      distances.push(distance);
    }
  }
  return { nodes, distances, edges: inducedEdges(graph, nodes, followed), truncated };
}
