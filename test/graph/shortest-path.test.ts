import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/data/dataset.ts';
import { Effort } from '../../src/graph/algorithms/effort.ts';
import { flags, passes } from '../../src/graph/algorithms/flags.ts';
import { NONE_BARRED } from '../../src/graph/algorithms/path.ts';
import { shortestPath } from '../../src/graph/algorithms/shortest-path.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts';
import type { Statement } from '../../src/ontology/model.ts';
import { testDataset } from '../support/dataset.ts';
import {
  randomDataset,
  randomNode,
  someDirection,
  someKinds,
  someProperties,
} from '../support/random-dataset.ts';

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly direction: 'out' | 'in' | 'both';
  readonly properties?: readonly string[] | undefined;
  readonly avoidProperties?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly avoidKinds?: readonly string[] | undefined;
}

interface Found {
  readonly nodes: readonly string[];
  readonly statements: readonly string[];
}

function ask(graph: KnowledgeGraph, asked: Asked): { path: Found | null; truncated: boolean } {
  const kinds = flags(graph.kinds, asked.kinds, asked.avoidKinds);
  const { path, truncated } = shortestPath(graph, {
    from: graph.nodes.number(asked.from)!,
    to: graph.nodes.number(asked.to)!,
    maxHops: asked.maxHops,
    direction: asked.direction,
    followed: {
      properties: flags(graph.properties, asked.properties, asked.avoidProperties),
      statements: null,
    },
    between: (node) => passes(kinds, graph.kindOf[node]!),
    barred: NONE_BARRED,
    effort: new Effort(),
  });
  return {
    path: path && {
      nodes: path.nodes.map((node) => graph.nodes.name(node)),
      statements: path.statements.map((statement) => graph.statements.name(statement)),
    },
    truncated,
  };
}

/** The first of all shortest paths by brute force: every walk, shortest first, in the order of ids. */
function naive(dataset: Dataset, asked: Asked): Found | null {
  const { from, to, direction } = asked;
  const kindOf = new Map(dataset.entities.map(({ id, kind }) => [id, kind]));
  const mayPass = (id: string): boolean =>
    id === to ||
    ((asked.kinds?.includes(kindOf.get(id)!) ?? true) &&
      !asked.avoidKinds?.includes(kindOf.get(id)!));
  const edges = dataset.statements.filter(
    ({ property, value }) =>
      value.type === 'entity' &&
      (asked.properties?.includes(property) ?? true) &&
      !asked.avoidProperties?.includes(property),
  );
  const steps = (node: string): { next: string; statement: Statement }[] =>
    edges
      .flatMap((statement) => {
        const object = statement.value.type === 'entity' ? statement.value.id : '';
        return [
          ...(direction !== 'in' && statement.subject === node
            ? [{ next: object, statement }]
            : []),
          ...(direction !== 'out' && object === node
            ? [{ next: statement.subject, statement }]
            : []),
        ];
      })
      .filter(({ next }) => mayPass(next));
  let walks: Found[] = [{ nodes: [from], statements: [] }];
  const seen = new Set([from]);
  while (walks.length > 0) {
    const arrived = walks.find(({ nodes }) => nodes.at(-1) === to);
    if (arrived !== undefined) return arrived;
    const longer = walks.flatMap(({ nodes, statements }) => {
      const options = steps(nodes.at(-1)!).filter(({ next }) => !seen.has(next));
      const firsts = new Map<string, Statement>();
      for (const { next, statement } of options) {
        const known = firsts.get(next);
        const isEarlier =
          known === undefined ||
          dataset.statements.indexOf(statement) < dataset.statements.indexOf(known);
        if (isEarlier) firsts.set(next, statement);
      }
      return [...firsts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([next, { id }]) => ({ nodes: [...nodes, next], statements: [...statements, id] }));
    });
    for (const { nodes } of longer) seen.add(nodes.at(-1)!);
    walks = longer;
  }
  return null;
}

const request = fc.record({
  from: randomNode,
  to: randomNode,
  maxHops: fc.nat(6),
  direction: someDirection,
  properties: someProperties,
  avoidProperties: someProperties,
  kinds: someKinds,
  avoidKinds: someKinds,
});

describe('shortest path', () => {
  it('agrees with a naive search, and says that it stopped short exactly when it must', () => {
    fc.assert(
      fc.property(
        randomDataset,
        fc.array(request, { minLength: 1, maxLength: 4 }),
        (dataset, requests) => {
          // One graph for all requests: what one search leaves behind must not show in the next.
          const graph = buildGraph(dataset);
          for (const asked of requests) {
            const { path, truncated } = ask(graph, asked);
            const expected = naive(dataset, asked);
            if (expected !== null && expected.statements.length <= asked.maxHops) {
              expect(path).toEqual(expected);
              expect(truncated).toBe(false);
            } else {
              expect(path).toBeNull();
              if (expected !== null) expect(truncated).toBe(true);
            }
            const unbounded = ask(graph, { ...asked, maxHops: 20 });
            expect(unbounded).toEqual({ path: expected, truncated: false });
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  const chain = buildGraph(
    testDataset([
      ['person:a', 'attends', 'conference:b'],
      ['conference:b', 'concerns', 'country:c'],
      ['person:lone', 'summary', 'alone'],
    ]),
  );

  it('tells none within the bound from none at all', () => {
    const asked: Asked = { from: 'person:a', to: 'country:c', maxHops: 1, direction: 'both' };
    expect(ask(chain, asked)).toEqual({ path: null, truncated: true });
    expect(ask(chain, { ...asked, to: 'person:lone' })).toEqual({ path: null, truncated: false });
    expect(ask(chain, { ...asked, maxHops: 2 }).path?.nodes).toHaveLength(3);
    // One end that leads nowhere is enough to know that there is none.
    const lone: Asked = { ...asked, from: 'person:lone', maxHops: 0 };
    expect(ask(chain, lone)).toEqual({ path: null, truncated: false });
  });

  it('goes nowhere from a node to itself', () => {
    const asked: Asked = { from: 'person:a', to: 'person:a', maxHops: 0, direction: 'out' };
    expect(ask(chain, asked).path).toEqual({ nodes: ['person:a'], statements: [] });
  });

  it('heeds kinds only between the ends', () => {
    const asked: Asked = { from: 'person:a', to: 'country:c', maxHops: 5, direction: 'both' };
    expect(ask(chain, { ...asked, avoidKinds: ['person', 'country'] }).path).not.toBeNull();
    expect(ask(chain, { ...asked, avoidKinds: ['conference'] }).path).toBeNull();
  });
});
