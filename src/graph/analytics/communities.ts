import type { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { randomNumbers } from '../../util/random-numbers.ts';
import { NO_COMMUNITY } from './model.ts';
import type { Weighted } from './plain-graphology.ts';

// The package is CommonJS, whose exports are the function itself; its types speak of a default export.
const louvain = louvainModule as unknown as typeof louvainModule.default;

export interface Partition {
  readonly community: Uint32Array;
  readonly sizes: Uint32Array;
  readonly inner: Uint32Array;
  readonly modularity: number;
}

/**
 * Groups the first `nodes` nodes so that more edges than chance would have it join nodes of one group (Blondel and others,
 * Fast Unfolding of Communities in Large Networks, 2008). What is random in it comes from a fixed seed.
 */
export function partition(graph: UndirectedGraph<object, Weighted>, nodes: number): Partition {
  const community = new Uint32Array(nodes).fill(NO_COMMUNITY);
  const inner = new Uint32Array(nodes);
  if (graph.size === 0) return { community, sizes: new Uint32Array(0), inner, modularity: 0 };
  const found = louvain.detailed(graph, { getEdgeWeight: 'weight', rng: randomNumbers(1) });

  const members = new Map<number, number[]>();
  for (let node = 0; node < nodes; node += 1) {
    if (graph.degree(node) === 0) continue;
    const name = found.communities[node]!;
    const known = members.get(name);
    if (known === undefined) members.set(name, [node]);
    else known.push(node);
  }
  // Members ascend, so that the first is the least.
  const ordered = [...members.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  ordered.forEach((group, number) => {
    for (const node of group) community[node] = number;
  });
  graph.forEachEdge((_key, _attributes, one, other) => {
    const [a, b] = [Number(one), Number(other)];
    if (community[a] !== community[b]) return;
    inner[a]! += 1;
    inner[b]! += 1;
  });
  const sizes = Uint32Array.from(ordered, ({ length }) => length);
  return { community, sizes, inner, modularity: found.modularity };
}
