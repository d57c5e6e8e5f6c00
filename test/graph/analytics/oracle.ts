import type { PlainGraph } from '../../../src/graph/analytics/model.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number);

/** Who is joined to whom, without loops and parallel edges. */
export function neighborsOf({ nodes, from, to }: PlainGraph): ReadonlySet<number>[] {
  const neighbors = numbers(nodes).map(() => new Set<number>());
  from.forEach((source, index) => {
    const target = to[index]!;
    if (source === target) return;
    neighbors[source]!.add(target);
    neighbors[target]!.add(source);
  });
  return neighbors;
}

/** The walker of PageRank, step by step along every single edge. */
export function pageRanksByWalking({ nodes, from, to }: PlainGraph): number[] {
  const outgoing = numbers(nodes).map((node) => [...to].filter((_, index) => from[index] === node));
  let ranks = numbers(nodes).map(() => 1 / nodes);
  for (let step = 0; step < 200; step += 1) {
    const next = numbers(nodes).map(() => 0.15 / nodes);
    ranks.forEach((rank, node) => {
      const targets = outgoing[node]!.length > 0 ? outgoing[node]! : numbers(nodes);
      for (const target of targets) next[target]! += (0.85 * rank) / targets.length;
    });
    ranks = next;
  }
  return ranks;
}

/** All shortest ways from one node to another, written out; none where there is none. */
function shortestWays(
  neighbors: readonly ReadonlySet<number>[],
  source: number,
  target: number,
): number[][] {
  let ways = [[source]];
  for (let length = 0; length < neighbors.length && ways.length > 0; length += 1) {
    const there = ways.filter((way) => way.at(-1) === target);
    if (there.length > 0) return there;
    ways = ways.flatMap((way) =>
      [...neighbors[way.at(-1)!]!]
        .filter((next) => !way.includes(next))
        .map((next) => [...way, next]),
    );
  }
  return [];
}

/** Of each node, the mean over all pairs of others of the share of their shortest ways that lead through it. */
export function betweennessByWays(graph: PlainGraph): number[] {
  const neighbors = neighborsOf(graph);
  const sums = numbers(graph.nodes).map(() => 0);
  for (const source of numbers(graph.nodes)) {
    for (let target = source + 1; target < graph.nodes; target += 1) {
      const ways = shortestWays(neighbors, source, target);
      for (const way of ways) {
        for (const node of way.slice(1, -1)) sums[node]! += 1 / ways.length;
      }
    }
  }
  const pairs = ((graph.nodes - 1) * (graph.nodes - 2)) / 2;
  return sums.map((sum) => (pairs > 0 ? sum / pairs : 0));
}

/** Newman's modularity, pair by pair (2006, equation 18). */
export function modularityByPairs(graph: PlainGraph, community: ArrayLike<number>): number {
  const neighbors = neighborsOf(graph);
  const twice = neighbors.reduce((sum, { size }) => sum + size, 0);
  let modularity = 0;
  for (const a of numbers(graph.nodes)) {
    for (const b of numbers(graph.nodes)) {
      if (community[a] !== community[b]) continue;
      const expected = (neighbors[a]!.size * neighbors[b]!.size) / twice;
      modularity += (Number(neighbors[a]!.has(b)) - expected) / twice;
    }
  }
  return modularity;
}
