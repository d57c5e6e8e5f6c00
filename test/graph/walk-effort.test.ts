import { describe, expect, it } from 'vitest';
import { cheapestPath } from '../../src/graph/algorithms/cheapest-path.ts';
import { commonNeighbors } from '../../src/graph/algorithms/common-neighbors.ts';
import { Effort } from '../../src/graph/algorithms/effort.ts';
import type { EdgeFlags } from '../../src/graph/algorithms/flags.ts';
import { hubDegree } from '../../src/graph/algorithms/hubs.ts';
import { type PathsOptions, shortestPaths } from '../../src/graph/algorithms/k-shortest-paths.ts';
import { NONE_BARRED } from '../../src/graph/algorithms/path.ts';
import { relatedTo } from '../../src/graph/algorithms/related.ts';
import { PARTS_OF_ONE } from '../../src/graph/algorithms/weight.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { type TerseRecord, testDataset } from '../support/dataset.ts';

const ALL_EDGES: EdgeFlags = { properties: null, statements: null };

/** A hub with 3,000 spokes; two of those lead to one another by a way of few. */
const graph = buildGraph(
  testDataset([
    ...Array.from(
      { length: 3000 },
      (_, index): TerseRecord => [`person:${index}`, 'attends', 'body:hub'],
    ),
    ['person:0', 'chairs', 'conference:a'],
    ['conference:a', 'concerns', 'conference:b'],
    ['person:1', 'chairs', 'conference:b'],
  ]),
);
const node = (id: string): number => graph.nodes.number(id)!;

describe('the effort of walks beside a hub', () => {
  const options = (effort: Effort): PathsOptions => ({
    from: node('person:0'),
    to: node('person:1'),
    maxHops: 6,
    count: 1,
    by: 'weight',
    direction: 'both',
    followed: ALL_EDGES,
    between: () => true,
    effort,
  });

  it('a path by weight is found without going through the hub', () => {
    const effort = new Effort();
    const { path, cost } = cheapestPath(graph, {
      ...options(effort),
      barred: NONE_BARRED,
      greatestCost: Number.POSITIVE_INFINITY,
    });
    expect(path?.nodes.map((one) => graph.nodes.name(one))).toEqual([
      'person:0',
      'conference:a',
      'conference:b',
      'person:1',
    ]);
    expect(cost / PARTS_OF_ONE).toBe(6);
    expect(effort.visited).toBeLessThan(20);
  });

  it('a path dearer than is of use is not looked for', () => {
    const effort = new Effort();
    const greatestCost = 5 * PARTS_OF_ONE;
    const found = cheapestPath(graph, { ...options(effort), barred: NONE_BARRED, greatestCost });
    expect(found.path).toBeNull();
    expect(effort.visited).toBeLessThan(10);
  });

  it.each(['hops', 'weight'] as const)('two paths by %s do not cost the spokes', (by) => {
    const effort = new Effort();
    const { paths } = shortestPaths(graph, { ...options(effort), count: 2, by });
    expect(paths.map(({ nodes }) => nodes.length)).toEqual(by === 'hops' ? [3, 4] : [4, 3]);
    expect(effort.visited).toBeLessThan(100);
  });

  it('what is shared with a hub is looked up, not walked', () => {
    const effort = new Effort();
    const common = commonNeighbors(graph, {
      nodes: [node('body:hub'), node('conference:a')],
      direction: 'both',
      followed: ALL_EDGES,
      kinds: null,
      effort,
    });
    expect(common.map((one) => graph.nodes.name(one))).toEqual(['person:0']);
    expect(effort.visited).toBeLessThan(10);
  });

  it('what is related through the hub alone is left alone', () => {
    const effort = new Effort();
    const { nodes } = relatedTo(graph, {
      node: node('person:0'),
      followed: ALL_EDGES,
      kinds: null,
      effort,
    });
    expect(nodes.map((one) => graph.nodes.name(one.node))).toEqual(['conference:b']);
    expect(effort.visited).toBeLessThan(10);
  });
});

describe('a hub', () => {
  it('has ten times the mean degree, and never less than 50', () => {
    expect(hubDegree(Uint32Array.from([1, 1, 4]))).toBe(50);
    expect(hubDegree(Uint32Array.from([10, 30]))).toBe(200);
    expect(hubDegree(new Uint32Array(0))).toBe(50);
    expect(graph.hubDegree()).toBe(50);
  });
});

describe('an effort', () => {
  it('asks before the first node and then every thousand, and is spent for good', () => {
    let asked = 0;
    const effort = new Effort(() => {
      asked += 1;
      return asked === 3;
    });
    let visits = 0;
    while (!effort.visit()) visits += 1;
    expect([visits, effort.visited, asked]).toEqual([2000, 2000, 3]);
    expect([effort.visit(), effort.isSpent, effort.visited, asked]).toEqual([true, true, 2000, 3]);
  });

  it('goes on for ever when nobody stops it', () => {
    const effort = new Effort();
    for (let visit = 0; visit < 5000; visit += 1) expect(effort.visit()).toBe(false);
    expect(effort.visited).toBe(5000);
  });
});
