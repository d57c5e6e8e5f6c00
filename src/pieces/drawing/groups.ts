import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { randomNumbers } from '../../util/random-numbers.ts';

// The package is CommonJS, whose exports are the function itself; its types speak of a default export.
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** A graph as numbers: nodes from 0, and the two ends of each edge. */
export interface Links {
  readonly nodes: number;
  readonly subjects: ArrayLike<number>;
  readonly objects: ArrayLike<number>;
}

/**
 * Groups nodes that are much joined to one another, for where to place them (Blondel and others, Fast Unfolding of Communities in
 * Large Networks, 2008). The communities that people are told of come from the API; these are much like them, and need not be
 * waited for.
 */
export function groupNodes({ nodes, subjects, objects }: Links, seed: number): Uint32Array {
  const graph = new UndirectedGraph<object, { weight: number }>();
  for (let node = 0; node < nodes; node += 1) graph.addNode(node);
  for (let edge = 0; edge < subjects.length; edge += 1) {
    const [subject, object] = [subjects[edge]!, objects[edge]!];
    if (subject === object) continue;
    graph.updateEdge(subject, object, ({ weight = 0 }) => ({ weight: weight + 1 }));
  }
  if (graph.size === 0) return Uint32Array.from({ length: nodes }, (_, node) => node);
  const groups = louvain(graph, { getEdgeWeight: 'weight', rng: randomNumbers(seed) });
  return Uint32Array.from({ length: nodes }, (_, node) => groups[node]!);
}
