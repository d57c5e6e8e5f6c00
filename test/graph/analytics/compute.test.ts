import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeAnalytics } from '../../../src/graph/analytics/compute.ts';
import { NO_COMMUNITY, type PlainGraph } from '../../../src/graph/analytics/model.ts';
import { betweennessByWays, modularityByPairs, neighborsOf, pageRanksByWalking } from './oracle.ts';

type Edge = readonly [from: number, to: number];

const plain = (nodes: number, edges: readonly Edge[]): PlainGraph => ({
  nodes,
  from: Uint32Array.from(edges, ([from]) => from),
  to: Uint32Array.from(edges, ([, to]) => to),
  // Against the numbers, so that it shows which of the two decides.
  rankOf: Uint32Array.from({ length: nodes }, (_, node) => nodes - 1 - node),
});

/** Small multigraphs: loops, parallel edges, lone nodes. */
const someGraph: fc.Arbitrary<PlainGraph> = fc.integer({ min: 1, max: 9 }).chain((nodes) => {
  const node = fc.integer({ min: 0, max: nodes - 1 });
  return fc
    .array(fc.tuple(node, node), { maxLength: 24, size: 'max' })
    .map((edges) => plain(nodes, edges));
});

const path: readonly Edge[] = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 4],
];

/** Every pair of the nodes, once. */
const clique = (nodes: readonly number[]): Edge[] =>
  nodes.flatMap((a, index) => nodes.slice(index + 1).map((b): Edge => [a, b]));

const range = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, index) => start + index);

describe('PageRank', () => {
  it('is where a walker spends its time', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        const { pageRank } = computeAnalytics(graph);
        pageRanksByWalking(graph).forEach((rank, node) => {
          expect(pageRank[node]).toBeCloseTo(rank, 6);
        });
        expect(pageRank.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 8);
      }),
    );
  });

  it('counts parallel edges', () => {
    const { pageRank } = computeAnalytics(
      plain(3, [
        [0, 1],
        [0, 1],
        [0, 2],
      ]),
    );
    expect(pageRank[1]).toBeGreaterThan(pageRank[2]!);
  });
});

describe('betweenness', () => {
  it('is the share of the shortest ways, written out', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        const { betweenness, exact, pivots } = computeAnalytics(graph);
        betweennessByWays(graph).forEach((share, node) => {
          expect(betweenness[node]).toBeCloseTo(share, 8);
        });
        expect([exact, pivots]).toEqual([true, graph.nodes]);
      }),
    );
  });

  it('is 1 in the middle of a star, and 0 at its tips', () => {
    const { betweenness } = computeAnalytics(
      plain(
        5,
        range(1, 5).map((tip): Edge => [tip, 0]),
      ),
    );
    expect([...betweenness]).toEqual([1, 0, 0, 0, 0]);
  });

  it('counts more ways than 32 bits hold', () => {
    // Eleven layers of ten nodes: 10 ** 10 ways from one end to the other, alike for all nodes of a layer.
    const layers = range(0, 11).map((layer) => range(1 + layer * 10, 11 + layer * 10));
    const edges = [
      ...layers[0]!.map((node): Edge => [0, node]),
      ...layers
        .slice(1)
        .flatMap((layer, index) =>
          layer.flatMap((node) => layers[index]!.map((before): Edge => [before, node])),
        ),
      ...layers.at(-1)!.map((node): Edge => [node, 111]),
    ];
    const { betweenness } = computeAnalytics(plain(112, edges));
    const middle = layers[5]!.map((node) => betweenness[node]!);
    expect(new Set(middle).size).toBe(1);
    // Between 51 nodes on either side lie 10; between the 45 pairs of a layer next to it, 20.
    expect(middle[0]! * ((111 * 110) / 2)).toBeCloseTo((51 * 51) / 10 + (2 * 45) / 20, 6);
  });

  it('is estimated from some nodes where counting is too much work, and says so', () => {
    // Two stars of 300 tips whose middles are joined.
    const graph = plain(602, [
      [0, 1],
      ...range(2, 302).map((tip): Edge => [tip, 0]),
      ...range(302, 602).map((tip): Edge => [tip, 1]),
    ]);
    const workOfOne = 602 + 2 * 601;
    const how = (work?: number) => {
      const { exact, pivots } = computeAnalytics(graph, work);
      return { exact, pivots };
    };
    expect(how()).toEqual({ exact: true, pivots: 602 });
    expect(how(602 * workOfOne)).toEqual({ exact: true, pivots: 602 });
    expect(how(602 * workOfOne - 1)).toEqual({ exact: false, pivots: 150 });
    expect(how(400 * workOfOne)).toEqual({ exact: false, pivots: 100 });
    expect(how(1)).toEqual({ exact: false, pivots: 64 });

    const counted = computeAnalytics(graph);
    const estimated = computeAnalytics(graph, 1);
    for (const middle of [0, 1]) {
      expect(estimated.betweenness[middle]).toBeCloseTo(counted.betweenness[middle]!, 1);
      expect(estimated.betweenness[middle]).toBeLessThanOrEqual(1);
    }
    expect([...estimated.byBetweenness.slice(0, 2)].toSorted()).toEqual([0, 1]);
  });
});

describe('communities', () => {
  it('part the joined nodes, by size and then by the least node, and modularity is what it means', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        const { community, sizes, inner, modularity } = computeAnalytics(graph);
        const neighbors = neighborsOf(graph);
        const members = Array.from(sizes, (_, number) =>
          range(0, graph.nodes).filter((node) => community[node] === number),
        );
        expect(members.map(({ length }) => length)).toEqual([...sizes]);
        const lone = range(0, graph.nodes).filter((node) => neighbors[node]!.size === 0);
        expect(range(0, graph.nodes).filter((node) => community[node] === NO_COMMUNITY)).toEqual(
          lone,
        );
        expect(members.flat().length + lone.length).toBe(graph.nodes);
        expect(members).toEqual(members.toSorted((a, b) => b.length - a.length || a[0]! - b[0]!));
        neighbors.forEach((around, node) => {
          const own = [...around].filter((other) => community[other] === community[node]);
          expect(inner[node]).toBe(own.length);
        });
        if (sizes.length === 0) expect(modularity).toBe(0);
        else expect(modularity).toBeCloseTo(modularityByPairs(graph, community), 8);
      }),
    );
  });

  it('are what hangs together', () => {
    const { community } = computeAnalytics(
      plain(12, [...clique(range(0, 5)), ...clique(range(5, 11)), [4, 5]]),
    );
    expect([...community]).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, NO_COMMUNITY]);
  });
});

describe('analytics', () => {
  it('of the same graph are the same', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        expect(computeAnalytics(graph)).toEqual(computeAnalytics(graph));
      }),
    );
  });

  it('order the nodes: the greatest first, equals by rank; by community, then by PageRank', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        const found = computeAnalytics(graph);
        const { pageRank, betweenness, community } = found;
        const nodes = range(0, graph.nodes);
        const ranks = (a: number, b: number): number => graph.rankOf[a]! - graph.rankOf[b]!;
        const byPageRank = (a: number, b: number): number =>
          pageRank[b]! - pageRank[a]! || ranks(a, b);
        expect([...found.byPageRank]).toEqual(nodes.toSorted(byPageRank));
        expect([...found.byBetweenness]).toEqual(
          nodes.toSorted((a, b) => betweenness[b]! - betweenness[a]! || ranks(a, b)),
        );
        expect([...found.byCommunity]).toEqual(
          nodes.toSorted((a, b) => community[a]! - community[b]! || byPageRank(a, b)),
        );
      }),
    );
  });

  it('are equal for nodes that stand alike', () => {
    const { pageRank, betweenness } = computeAnalytics(plain(9, clique(range(0, 9)).flatMap(both)));
    expect(new Set(pageRank).size).toBe(1);
    expect(new Set(betweenness).size).toBe(1);
  });

  it('of nothing are nothing', () => {
    expect(computeAnalytics(plain(0, []))).toMatchObject({
      pageRank: new Float64Array(0),
      sizes: new Uint32Array(0),
      pivots: 0,
      exact: true,
      modularity: 0,
    });
  });

  // So many entries as just overflow the narrow integers that the libraries count them in.
  it.each([
    ['128 edges', 128],
    ['256 edges', 256],
    ['32,768 edges', 32_768],
    ['65,536 edges', 65_536],
  ])('are right with %s', (_, count) => {
    const width = Math.ceil(Math.sqrt(2 * count)) + 1;
    const edges = clique(range(0, width)).slice(-count + path.length);
    const whole = plain(width + 5, [
      ...edges,
      // The last nodes are those whose neighbors got lost.
      ...path.map(([from, to]): Edge => [width + from, width + to]),
    ]);
    expect(whole.from.length).toBe(count);
    const { betweenness, community, pageRank } = computeAnalytics(whole);
    const tail = range(width, width + 5);
    expect(new Set(tail.map((node) => community[node])).size).toBe(1);
    expect(pageRank[width + 4]).toBeGreaterThan(pageRank[width + 3]!);
    expect(betweenness[width + 2]).toBeGreaterThan(betweenness[width + 1]!);
    expect(betweenness[width + 3]).toBe(betweenness[width + 1]);
    expect(pageRank.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 8);
  });
});

const both = ([from, to]: Edge): Edge[] => [
  [from, to],
  [to, from],
];
