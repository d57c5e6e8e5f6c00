import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/data/dataset.ts';
import { Effort } from '../../src/graph/algorithms/effort.ts';
import { flags } from '../../src/graph/algorithms/flags.ts';
import { neighborhood } from '../../src/graph/algorithms/neighborhood.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts';
import { type TerseRecord, testDataset } from '../support/dataset.ts';
import {
  randomDataset,
  someDirection,
  someKinds,
  someNodes,
  someProperties,
} from '../support/random-dataset.ts';

interface Asked {
  readonly ids: readonly string[];
  readonly depth: number;
  readonly direction: 'out' | 'in' | 'both';
  readonly properties?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly limit: number;
}

function ask(graph: KnowledgeGraph, asked: Asked) {
  const found = neighborhood(graph, {
    ...asked,
    starts: asked.ids.map((id) => graph.nodes.number(id)!),
    followed: { properties: flags(graph.properties, asked.properties), statements: null },
    kinds: flags(graph.kinds, asked.kinds),
    effort: new Effort(),
  });
  return {
    ids: found.nodes.map((node) => graph.nodes.name(node)),
    distances: found.distances,
    edges: [...found.edges].map((number) => graph.statements.name(number)),
    truncated: found.truncated,
  };
}

/** All distances from the starts, by relaxing every edge until nothing changes. */
function naiveDistances(dataset: Dataset, asked: Asked): Map<string, number> {
  const kindOf = new Map(dataset.entities.map(({ id, kind }) => [id, kind]));
  const distances = new Map(asked.ids.map((id) => [id, 0]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const { subject, property, value } of dataset.statements) {
      if (value.type !== 'entity' || asked.properties?.includes(property) === false) continue;
      const ends = [
        ...(asked.direction === 'in' ? [] : [[subject, value.id]]),
        ...(asked.direction === 'out' ? [] : [[value.id, subject]]),
      ] as [string, string][];
      for (const [from, to] of ends) {
        const distance = (distances.get(from) ?? Number.POSITIVE_INFINITY) + 1;
        const mayEnter = asked.kinds?.includes(kindOf.get(to)!) ?? true;
        if (!mayEnter || distance >= (distances.get(to) ?? Number.POSITIVE_INFINITY)) continue;
        distances.set(to, distance);
        changed = true;
      }
    }
  }
  return distances;
}

function naive(dataset: Dataset, graph: KnowledgeGraph, asked: Asked) {
  const distances = naiveDistances(dataset, asked);
  const degree = (id: string): number => graph.graphology().degree(id);
  const rank = (id: string): number => graph.byName.rankOf[graph.nodes.number(id)!]!;
  const starts = new Set(asked.ids);
  const others = [...distances]
    .filter(([id]) => !starts.has(id))
    .sort(([a, da], [b, db]) => da - db || degree(b) - degree(a) || rank(a) - rank(b));
  const within = [
    ...[...starts].map((id): [string, number] => [id, 0]),
    ...others.filter(([, distance]) => distance <= asked.depth),
  ];
  const chosen = within.slice(0, asked.limit);
  const ids = new Set(chosen.map(([id]) => id));
  return {
    ids: [...ids],
    distances: chosen.map(([, distance]) => distance),
    edges: dataset.statements
      .filter(
        ({ subject, property, value }) =>
          value.type === 'entity' &&
          ids.has(subject) &&
          ids.has(value.id) &&
          (asked.properties?.includes(property) ?? true),
      )
      .map(({ id }) => id),
    truncated:
      within.length > asked.limit
        ? 'limit'
        : others.length + starts.size > within.length
          ? 'depth'
          : null,
  };
}

const request = fc.record({
  ids: someNodes,
  depth: fc.nat(4),
  direction: someDirection,
  properties: someProperties,
  kinds: someKinds,
  limit: fc.integer({ min: 1, max: 10 }),
});

describe('neighborhood', () => {
  it('agrees with a naive search', () => {
    fc.assert(
      fc.property(
        randomDataset,
        fc.array(request, { minLength: 1, maxLength: 4 }),
        (dataset, requests) => {
          // One graph for all requests: what one search leaves behind must not show in the next.
          const graph = buildGraph(dataset);
          for (const one of requests) {
            const ids = one.ids.filter((id) => graph.nodes.number(id) !== undefined);
            const asked = { ...one, ids };
            if (ids.length > 0) expect(ask(graph, asked)).toEqual(naive(dataset, graph, asked));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds the edges among hubs without walking them, whatever their number', () => {
    const spokes = (hub: string): TerseRecord[] =>
      Array.from({ length: 300 }, (_, index) => [
        `person:${hub}-${index}`,
        'attends',
        `body:${hub}`,
      ]);
    const dataset = testDataset([
      ...spokes('a'),
      ...spokes('b'),
      ['body:a', 'partOf', 'body:b'],
      ['body:b', 'concerns', 'body:a'],
      ['body:a', 'concerns', 'body:a'],
    ]);
    const asked: Asked = { ids: ['body:a', 'body:b'], depth: 0, direction: 'both', limit: 10 };
    const graph = buildGraph(dataset);
    expect(ask(graph, asked)).toEqual(naive(dataset, graph, asked));
    expect(ask(graph, asked).edges).toHaveLength(3);
  });

  it('finds the edges among hubs whose neighbors have ordinals in another order than their names', () => {
    // The first by name is the last by ordinal, and the greater hub stands in their midst.
    const numbered = Array.from({ length: 300 }, (_, index): TerseRecord[] => {
      const id = `body:n${String(index).padStart(3, '0')}`;
      return [
        [id, 'partOf', 'body:small'],
        [id, 'ordinal', 300 - index],
      ];
    }).flat();
    const others = Array.from(
      { length: 400 },
      (_, index): TerseRecord => [`person:${index}`, 'attends', 'body:great'],
    );
    const graphs = [10, 150, 290].map((ordinal) =>
      testDataset([
        ...numbered,
        ...others,
        ['body:great', 'partOf', 'body:small'],
        ['body:great', 'ordinal', ordinal],
      ]),
    );
    for (const dataset of graphs) {
      const graph = buildGraph(dataset);
      const ids = ['body:small', 'body:great'];
      const asked: Asked = { ids, depth: 0, direction: 'both', limit: 5 };
      expect(ask(graph, asked)).toEqual(naive(dataset, graph, asked));
      expect(ask(graph, asked).edges).toHaveLength(1);
    }
  });
});
