import { MultiDirectedGraph, UndirectedGraph } from 'graphology';
import type { PlainGraph } from './model.ts';

/** What an edge bears: 1 where it is not said. */
export type Weighted = { weight?: number };

/**
 * The indices of the libraries keep where each node's neighbors start, and last how many entries there are, in the
 * narrowest integers that hold the *places* of entries; so many entries overflow these, and the last node loses its
 * neighbors (mnemonist 0.39, `getPointerArray`).
 */
const OVERFLOWING: ReadonlySet<number> = new Set([2 ** 8, 2 ** 16]);

/** The directed graph, with loops and parallel edges. Keys are the numbers of the nodes, in order. */
export function directedGraph({
  nodes,
  from,
  to,
}: PlainGraph): MultiDirectedGraph<object, Weighted> {
  const graph = new MultiDirectedGraph<object, Weighted>();
  for (let node = 0; node < nodes; node += 1) graph.addNode(node);
  from.forEach((source, index) => {
    graph.addEdge(source, to[index]);
  });
  // An edge of no weight beside another changes nothing but the number of entries.
  if (OVERFLOWING.has(graph.size)) graph.addEdge(from[0], to[0], { weight: 0 });
  return graph;
}

/**
 * The undirected graph without loops and parallel edges. Keys are the numbers of the nodes, in order; two more nodes may
 * follow, joined to each other alone by an edge of weight 0.
 */
export function simpleGraph({ nodes, from, to }: PlainGraph): UndirectedGraph<object, Weighted> {
  const graph = new UndirectedGraph<object, Weighted>();
  for (let node = 0; node < nodes; node += 1) graph.addNode(node);
  from.forEach((source, index) => {
    const target = to[index]!;
    if (source !== target) graph.mergeEdge(source, target);
  });
  if (OVERFLOWING.has(graph.size * 2)) {
    graph.addNode(nodes);
    graph.addNode(nodes + 1);
    graph.addEdge(nodes, nodes + 1, { weight: 0 });
  }
  return graph;
}
