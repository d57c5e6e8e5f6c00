import type { SearchMatch } from '../../graph/algorithms/search-matches.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { EntityFilter } from '../port.ts';
import { select } from './entity-filter.ts';
import type { Listing } from './page.ts';

/** What a search finds and a filter leaves: the best match first, then by name. */
export function byRelevance<Value>(
  graph: KnowledgeGraph,
  query: string,
  filter: EntityFilter,
  asOf: string | undefined,
  toValue: (match: SearchMatch) => Value,
): Listing<Value> {
  const matches = graph.search(query).ranked(kept(graph, query, filter, asOf));
  return {
    length: matches.length,
    at: (position) => toValue(matches.at(position)),
    keyAt(position) {
      const { node, score } = matches.at(position);
      return `${score} ${graph.nodes.name(node)}`;
    },
    find(key) {
      const space = key.indexOf(' ');
      const node = graph.nodes.number(key.slice(space + 1));
      return node === undefined ? undefined : matches.positionOf(node, Number(key.slice(0, space)));
    },
  };
}

/** Which nodes a filter leaves; nothing where it leaves all. */
function kept(
  graph: KnowledgeGraph,
  query: string,
  filter: EntityFilter,
  asOf: string | undefined,
): ((node: number) => boolean) | undefined {
  const isFilter = Object.values(filter).some((condition) => condition !== undefined);
  if (!isFilter && asOf === undefined) return undefined;
  const { rankOf } = graph.byName;
  // What is sought is a condition too: of very many that pass the others only those that were found need to be looked at.
  const { ranks } = select(graph, { by: 'name', filter: { searched: query, and: [filter] }, asOf });
  const left = new Set(ranks);
  return (node) => left.has(rankOf[node]!);
}
