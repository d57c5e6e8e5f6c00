import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type Direction, eachNeighbor } from './each-neighbor.ts';
import type { Effort } from './effort.ts';
import { firstStatement } from './first-statement.ts';
import { type EdgeFlags, type Flags, passes } from './flags.ts';

export interface CommonNeighborsOptions {
  /** At least one. */
  readonly nodes: readonly number[];
  /** As seen from the nodes. */
  readonly direction: Direction;
  readonly followed: EdgeFlags;
  /** Kinds that the neighbors may be of. */
  readonly kinds: Flags;
  readonly effort: Effort;
}

/**
 * The nodes to which all of the nodes are joined, the least connected first, then by name. Only the least connected of the
 * nodes is walked; in the others its neighbors are looked up, so that a hub among the nodes does not cost its degree.
 */
export function commonNeighbors(
  graph: KnowledgeGraph,
  { nodes, direction, followed, kinds, effort }: CommonNeighborsOptions,
): number[] {
  const [least, ...others] = [...nodes].sort((a, b) => graph.degree[a]! - graph.degree[b]!);
  const [seen] = graph.scratch;
  seen.clear();
  const common: number[] = [];
  eachNeighbor(graph, least!, direction, followed, (neighbor) => {
    if (seen.has(neighbor) || !passes(kinds, graph.kindOf[neighbor]!)) return false;
    seen.set(neighbor, 0);
    const isCommon = others.every(
      (node) => firstStatement(graph, node, neighbor, direction, followed) !== undefined,
    );
    if (isCommon) common.push(neighbor);
    return effort.visit();
  });
  return common.sort(
    (a, b) =>
      graph.degree[a]! - graph.degree[b]! || graph.byName.rankOf[a]! - graph.byName.rankOf[b]!,
  );
}
