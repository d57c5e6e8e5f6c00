import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { NodePath } from './path.ts';

/**
 * Costs are whole numbers of so many parts of 1, so that a sum does not depend on its order and equally long paths
 * are equally long to the last digit.
 */
export const PARTS_OF_ONE = 2 ** 32;

/** What a node adds to the cost of each step to or from it: the binary logarithm of its degree, in parts. */
export const weightOf = (degree: number): number => Math.round(Math.log2(degree) * PARTS_OF_ONE);

/** What a path costs, in parts: each step the weights of its two ends. */
export function pathWeight(graph: KnowledgeGraph, { nodes }: Pick<NodePath, 'nodes'>): number {
  const weights = nodes.map((node) => weightOf(graph.degree[node]!));
  return weights.slice(1).reduce((sum, weight, index) => sum + weights[index]! + weight, 0);
}
