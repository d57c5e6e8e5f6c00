import type { NodesByKind } from '../../graph/analytics/prepare.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { numbersOf } from '../../graph/numbering.ts';
import { lowerBound } from '../../util/lower-bound.ts';
import { unionSorted } from '../../util/union-sorted.ts';
import type { Ranked } from '../port.ts';
import type { Listing } from './page.ts';

/** The nodes from one rank up to another of an order by value, the greatest first. */
export interface RankedSpan {
  readonly order: NodesByKind;
  readonly start: number;
  readonly end: number;
  readonly values: Uint32Array | Float64Array;
}

/** The nodes of a span, of the given kinds alone where there are any; positions count within the list. */
export function rankedListing(
  graph: KnowledgeGraph,
  { order, start, end, values }: RankedSpan,
  kinds: readonly string[] | undefined,
): Listing<Ranked> {
  const { entities } = graph.dataset;
  const within = (ranks: Uint32Array): Uint32Array => {
    const placeOf = (bound: number): number =>
      lowerBound(ranks.length, (place) => ranks[place]! < bound);
    return ranks.subarray(placeOf(start), placeOf(end));
  };
  const ranks =
    kinds === undefined
      ? null
      : unionSorted(
          Array.from(numbersOf(graph.kinds, kinds), (kind) => within(order.byKind.of(kind))),
        );
  const nodeAt = (position: number): number =>
    order.nodeAt[ranks === null ? start + position : ranks[position]!]!;
  return {
    length: ranks === null ? end - start : ranks.length,
    at(position) {
      const node = nodeAt(position);
      const value = values[node]!;
      const greater = lowerBound(position, (place) => values[nodeAt(place)]! > value);
      return { entity: entities[node]!, value, position: greater + 1 };
    },
    keyAt: (position) => entities[nodeAt(position)]!.id,
    find(id) {
      const node = graph.nodes.number(id);
      const rank = node === undefined ? undefined : order.rankOf[node]!;
      if (rank === undefined || rank < start || rank >= end) return undefined;
      if (ranks === null) return rank - start;
      const position = lowerBound(ranks.length, (place) => ranks[place]! < rank);
      return ranks[position] === rank ? position : undefined;
    },
  };
}
