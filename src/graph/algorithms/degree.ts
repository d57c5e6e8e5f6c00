import type { Adjacency } from '../adjacency.ts';

/**
 * How many edge ends each node has, in and out together, a loop counting twice (Diestel, Graph Theory, 1.2 and 1.10).
 */
export function degrees(nodes: number, out: Adjacency, into: Adjacency): Uint32Array {
  return Uint32Array.from({ length: nodes }, (_, node) => out.degree(node) + into.degree(node));
}
