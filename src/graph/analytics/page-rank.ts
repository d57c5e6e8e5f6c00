import pagerankModule from 'graphology-metrics/centrality/pagerank.js';
import type { PlainGraph } from './model.ts';
import { directedGraph } from './plain-graphology.ts';

// The package is CommonJS, whose exports are the function itself; its types speak of a default export.
const pagerank = pagerankModule as unknown as typeof pagerankModule.default;

/** How often a walker goes on along an edge rather than to any node. */
const DAMPING = 0.85;
/** The ranks have settled when one more step moves less than this in all. */
const LEAST_CHANGE = 1e-12;
/** More than enough: each step leaves at most `DAMPING` of the change before it. */
const STEPS = 500;

/**
 * The share of time that a walker along the edges spends at each node; where no edge leads on, it goes to any node
 * (Page, Brin, Motwani and Winograd, The PageRank Citation Ranking, 1999).
 */
export function pageRanks(plain: PlainGraph): Float64Array {
  if (plain.nodes === 0) return new Float64Array(0);
  const ranks = pagerank(directedGraph(plain), {
    getEdgeWeight: 'weight',
    alpha: DAMPING,
    // The library multiplies it by the number of nodes.
    tolerance: LEAST_CHANGE / plain.nodes,
    maxIterations: STEPS,
  });
  return Float64Array.from({ length: plain.nodes }, (_, node) => ranks[node]!);
}
