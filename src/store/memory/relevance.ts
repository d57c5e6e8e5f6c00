import type { SearchMatch } from '../../graph/algorithms/search.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { lowerBound } from '../../util/lower-bound.ts';
import type { EntityFilter } from '../port.ts';
import { select } from './entity-filter.ts';
import type { Listing } from './page.ts';

/** What a search finds and a filter, which asks for the same text, leaves: the best match first, then by name. */
export function byRelevance<Value>(
  graph: KnowledgeGraph,
  query: string,
  filter: EntityFilter,
  asOf: string | undefined,
  toValue: (match: SearchMatch) => Value,
): Listing<Value> {
  const { rankOf } = graph.byName;
  const { ranks } = select(graph, { by: 'name', filter, asOf });
  const left = new Set(ranks);
  const matches = graph.search(query).filter(({ node }) => left.has(rankOf[node]!));
  return {
    length: matches.length,
    at: (position) => toValue(matches[position]!),
    keyAt(position) {
      const { node, score } = matches[position]!;
      return `${score} ${graph.nodes.name(node)}`;
    },
    find(key) {
      const space = key.indexOf(' ');
      const score = Number(key.slice(0, space));
      const node = graph.nodes.number(key.slice(space + 1));
      if (node === undefined) return undefined;
      const position = lowerBound(matches.length, (index) => {
        const match = matches[index]!;
        return (
          match.score > score || (match.score === score && rankOf[match.node]! < rankOf[node]!)
        );
      });
      return matches[position]?.node === node ? position : undefined;
    },
  };
}
