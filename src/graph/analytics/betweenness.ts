import type { UndirectedGraph } from 'graphology';
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js';

/** How much may be looked at, in nodes and edge ends, to count from every node: tens of seconds. */
const WORK = 1_000_000_000;
/** What part of it an estimate may look at: the columns of a large graph lie in slower memory. */
const PART_OF_ESTIMATE = 1 / 4;
/** Fewer would tell little, however large the graph. */
const LEAST_PIVOTS = 64;

export interface Betweenness {
  readonly betweenness: Float64Array;
  /** How many nodes it was computed from. */
  readonly pivots: number;
  readonly exact: boolean;
}

/**
 * The share of the shortest ways between two others that lead through each of the first `nodes` nodes: counted from every
 * node (Brandes, A Faster Algorithm for Betweenness Centrality, 2001) where that takes no more than `work`, else estimated
 * from as many as a part of it allows, spread evenly (Brandes and Pich, Centrality Estimation in Large Networks, 2007).
 */
export function betweennessOf(graph: UndirectedGraph, nodes: number, work = WORK): Betweenness {
  // From a node without neighbors no way leads anywhere: it needs no work.
  const joined: number[] = [];
  for (let node = 0; node < nodes; node += 1) if (graph.degree(node) > 0) joined.push(node);
  const workOfOne = nodes + 2 * graph.size;
  const exact = joined.length <= Math.max(LEAST_PIVOTS, work / workOfOne);
  const affordable = Math.floor((work * PART_OF_ESTIMATE) / workOfOne);
  const pivots = exact ? joined : spread(joined, Math.max(LEAST_PIVOTS, affordable));

  const dependency = dependencies(graph, pivots);
  const isPivot = new Uint8Array(nodes);
  for (const pivot of pivots) isPivot[pivot] = 1;
  const betweenness = new Float64Array(nodes);
  for (const node of joined) {
    // A node says nothing of itself: the mean is over the pivots beside it, and stands for all the nodes beside it.
    const others = pivots.length - isPivot[node]!;
    if (dependency[node] === 0 || others === 0) continue;
    const ways = (dependency[node]! / others) * (joined.length - 1);
    betweenness[node] = ways / ((nodes - 1) * (nodes - 2));
  }
  return { betweenness, pivots: exact ? nodes : pivots.length, exact };
}

const spread = (nodes: readonly number[], count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => nodes[Math.floor((index * nodes.length) / count)]!);

/** Of each node, the sum over the sources of the shares of the shortest ways from there that lead on through it. */
function dependencies(graph: UndirectedGraph, sources: readonly number[]): Float64Array {
  const sum = new Float64Array(graph.order);
  if (sources.length === 0) return sum;
  const from = createUnweightedIndexedBrandes(graph);
  const share = new Float64Array(graph.order);
  // Counted here, as the library counts in 32 bits, which the ways through a few hubs exceed.
  const ways = new Float64Array(graph.order);
  for (const source of sources) {
    const [visited, predecessors] = from(source);
    // The farthest from the source first.
    const farthest = visited.toArray();
    ways[source] = 1;
    for (let place = farthest.length - 1; place >= 0; place -= 1) {
      const node = farthest[place]!;
      share[node] = 0;
      if (node !== source) ways[node] = 0;
      for (const before of predecessors[node]!) ways[node]! += ways[before]!;
    }
    for (const node of farthest) {
      const each = (1 + share[node]!) / ways[node]!;
      for (const before of predecessors[node]!) share[before]! += ways[before]! * each;
      if (node !== source) sum[node]! += share[node]!;
    }
    visited.clear();
  }
  return sum;
}
