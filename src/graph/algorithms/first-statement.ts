import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { Direction } from './each-neighbor.ts';
import type { EdgeFlags } from './flags.ts';
import { edgesTo } from './induced-edges.ts';

/** The first statement of the dataset that passes and joins `node` to `other`, in the direction seen from `node`. */
export function firstStatement(
  graph: KnowledgeGraph,
  node: number,
  other: number,
  direction: Direction,
  followed: EdgeFlags,
): number | undefined {
  let first: number | undefined;
  const consider = (statement: number): void => {
    if (first === undefined || statement < first) first = statement;
  };
  const isSmaller = graph.degree[node]! <= graph.degree[other]!;
  const [from, to] = isSmaller ? [node, other] : [other, node];
  const [out, into] = isSmaller ? [graph.out, graph.in] : [graph.in, graph.out];
  if (direction !== 'in') edgesTo(graph, out, from, to, followed, consider);
  if (direction !== 'out') edgesTo(graph, into, from, to, followed, consider);
  return first;
}
