import { numbersBelow } from '../../util/numbers-below.ts';
import { betweennessOf } from './betweenness.ts';
import { partition } from './communities.ts';
import type { Analytics, PlainGraph } from './model.ts';
import { pageRanks } from './page-rank.ts';
import { simpleGraph } from './plain-graphology.ts';

/** Sums of fractions differ in their last digits by the order of the terms; nodes that stand alike are to be equal. */
const DIGITS = 10;

const rounded = (values: Float64Array): Float64Array =>
  values.map((value) => (value === 0 ? 0 : Number(value.toPrecision(DIGITS))));

/**
 * Computes all measures: PageRank along the directed edges, parallel ones weighing more; betweenness and communities on the
 * undirected graph without loops and parallel edges.
 * @param work how much betweenness may look at before it is estimated, in nodes and edge ends
 */
export function computeAnalytics(plain: PlainGraph, work?: number): Analytics {
  const { nodes, rankOf } = plain;
  const pageRank = rounded(pageRanks(plain));
  const graph = simpleGraph(plain);
  const { betweenness, ...how } = betweennessOf(graph, nodes, work);
  const groups = partition(graph, nodes);
  const { community } = groups;

  const ordered = (compare: (a: number, b: number) => number): Uint32Array =>
    numbersBelow(nodes).sort(compare);
  const greatestFirst = (values: Float64Array): Uint32Array =>
    ordered((a, b) => values[b]! - values[a]! || rankOf[a]! - rankOf[b]!);
  const between = rounded(betweenness);
  const byPageRank = greatestFirst(pageRank);
  return {
    pageRank,
    betweenness: between,
    ...how,
    ...groups,
    byPageRank,
    byBetweenness: greatestFirst(between),
    // The sort is stable, and those without a community have the greatest number.
    byCommunity: byPageRank.slice().sort((a, b) => community[a]! - community[b]!),
  };
}
