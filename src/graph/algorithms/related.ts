import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { eachNeighbor } from './each-neighbor.ts';
import type { Effort } from './effort.ts';
import { firstStatement } from './first-statement.ts';
import { type EdgeFlags, type Flags, passes } from './flags.ts';

export interface RelatedOptions {
  readonly node: number;
  readonly followed: EdgeFlags;
  /** Kinds that what is related may be of; what is shared may be of any. */
  readonly kinds: Flags;
  readonly effort: Effort;
}

export interface Related {
  /** The greatest score first, then by name. */
  readonly nodes: readonly { readonly node: number; readonly score: number }[];
  /** The neighbors that another node shares, the least connected first, then by name. */
  readonly sharedWith: (other: number) => number[];
}

/**
 * What shares neighbors with a node: the sum over these of 1 / ln(degree) (Adamic and Adar, Friends and Neighbors on the
 * Web, 2003). A neighbor counts once, however many statements join it, and whichever way; its degree is that in the
 * whole graph. Hubs do not count as shared: what nearly all share tells next to nothing, and would make the answer cost the
 * whole graph.
 */
export function relatedTo(
  graph: KnowledgeGraph,
  { node, followed, kinds, effort }: RelatedOptions,
): Related {
  const [seen] = graph.scratch;
  seen.clear();
  seen.set(node, 0);
  const shared: number[] = [];
  eachNeighbor(graph, node, 'both', followed, (neighbor) => {
    if (seen.has(neighbor)) return false;
    seen.set(neighbor, 0);
    if (graph.degree[neighbor]! < graph.hubDegree()) shared.push(neighbor);
    return false;
  });
  const byName = graph.byName.rankOf;
  // Added from the least connected on, so that sums of the same parts are the same number.
  shared.sort((a, b) => graph.degree[a]! - graph.degree[b]! || byName[a]! - byName[b]!);

  const scores = new Map<number, number>();
  for (const neighbor of shared) {
    if (effort.visit()) break;
    const score = 1 / Math.log(graph.degree[neighbor]!);
    seen.clear();
    seen.set(node, 0);
    seen.set(neighbor, 0);
    eachNeighbor(graph, neighbor, 'both', followed, (other) => {
      if (seen.has(other) || !passes(kinds, graph.kindOf[other]!)) return false;
      seen.set(other, 0);
      scores.set(other, (scores.get(other) ?? 0) + score);
      return false;
    });
  }
  return {
    nodes: Array.from(scores, ([other, score]) => ({ node: other, score })).sort(
      (a, b) => b.score - a.score || byName[a.node]! - byName[b.node]!,
    ),
    sharedWith(other) {
      const isJoined = joinedTo(graph, other, followed, shared.length);
      return shared.filter((neighbor) => neighbor !== other && isJoined(neighbor));
    },
  };
}

/** Tells what a node is joined to, in the cheaper way for so many questions. */
function joinedTo(
  graph: KnowledgeGraph,
  node: number,
  followed: EdgeFlags,
  questions: number,
): (other: number) => boolean {
  if (graph.degree[node]! > questions) {
    return (other) => firstStatement(graph, other, node, 'both', followed) !== undefined;
  }
  const around = new Set<number>();
  eachNeighbor(graph, node, 'both', followed, (neighbor) => {
    around.add(neighbor);
    return false;
  });
  return (other) => around.has(other);
}
