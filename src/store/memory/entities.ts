import { eachNeighbor } from '../../graph/algorithms/each-neighbor.ts';
import { ALL_EDGES, flags, passes } from '../../graph/algorithms/flags.ts';
import type { KnowledgeGraph, OrderedNodes } from '../../graph/knowledge-graph.ts';
import { numbersOf } from '../../graph/numbering.ts';
import type { Entity } from '../../ontology/model.ts';
import { lazy } from '../../util/lazy.ts';
import { unionSorted } from '../../util/union-sorted.ts';
import type { EntitiesRequest, EntityFilter, Page } from '../port.ts';
import { type Condition, fulfilling } from './conditions.ts';
import { cursors } from './cursor.ts';
import { numberListing } from './number-listing.ts';
import { page } from './page.ts';

const sum = (counts: Iterable<number>): number => [...counts].reduce((a, b) => a + b, 0);

/** The conditions of a filter, over ranks in the order. */
function conditions(
  graph: KnowledgeGraph,
  order: OrderedNodes,
  { kinds, properties, related }: EntityFilter,
): Condition[] {
  const found: Condition[] = [];
  if (kinds !== undefined) {
    const numbers = [...numbersOf(graph.kinds, kinds)];
    const passing = flags(graph.kinds, kinds);
    found.push({
      count: sum(numbers.map((kind) => order.byKind.count(kind))),
      list: () => unionSorted(numbers.map((kind) => order.byKind.of(kind))),
      holds: (rank) => passes(passing, graph.kindOf[order.nodeAt[rank]!]!),
    });
  }
  if (properties !== undefined) {
    const numbers = [...numbersOf(graph.properties, properties)];
    const passing = flags(graph.properties, properties);
    found.push({
      count: sum(numbers.map((property) => order.byProperty.count(property))),
      list: () => unionSorted(numbers.map((property) => order.byProperty.of(property))),
      holds: (rank) =>
        graph.statementsBySubject
          .of(order.nodeAt[rank]!)
          .some((statement) => passes(passing, graph.columns.property[statement]!)),
    });
  }
  if (related !== undefined) {
    const numbers = [...numbersOf(graph.nodes, related)];
    const ranks = lazy(() => {
      const around = new Set<number>();
      for (const node of numbers) {
        eachNeighbor(graph, node, 'both', ALL_EDGES, (neighbor) => {
          around.add(order.rankOf[neighbor]!);
          return false;
        });
      }
      return around;
    });
    found.push({
      count: sum(numbers.map((node) => graph.degree[node]!)),
      list: () => Uint32Array.from(ranks()).sort(),
      holds: (rank) => ranks().has(rank),
    });
  }
  return found;
}

const orders: Readonly<
  Record<NonNullable<EntitiesRequest['order']>, (graph: KnowledgeGraph) => OrderedNodes>
> = {
  name: (graph) => graph.byName,
  degree: (graph) => graph.byDegree,
  ordinal: (graph) => graph.byOrdinal(),
};

export function entityPage(
  graph: KnowledgeGraph,
  { filter = {}, order: by = 'name', page: request }: EntitiesRequest,
): Page<Entity> {
  const { entities, version } = graph.dataset;
  const order = orders[by](graph);
  const ranks = fulfilling(conditions(graph, order, filter));
  const listing = numberListing(ranks, entities.length, {
    value: (rank) => entities[order.nodeAt[rank]!]!,
    key: (rank) => entities[order.nodeAt[rank]!]!.id,
    number(id) {
      const node = graph.nodes.number(id);
      return node === undefined ? undefined : order.rankOf[node]!;
    },
  });
  return page(listing, request, cursors(version, { list: 'entities', by, ...filter }));
}
