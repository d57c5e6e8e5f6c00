import { flags, passes } from '../../graph/algorithms/flags.ts';
import { matchedTexts, type SearchMatch, search } from '../../graph/algorithms/search.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { lowerBound } from '../../util/lower-bound.ts';
import type { Page, SearchHit, SearchRequest } from '../port.ts';
import { cursors } from './cursor.ts';
import { type Listing, page } from './page.ts';

function listing(graph: KnowledgeGraph, matches: readonly SearchMatch[]): Listing<SearchHit> {
  const { entities } = graph.dataset;
  const { rankOf } = graph.byName;
  return {
    length: matches.length,
    at(position) {
      const match = matches[position]!;
      const { node, score } = match;
      return { entity: entities[node]!, score, matched: matchedTexts(graph, match) };
    },
    keyAt(position) {
      const { node, score } = matches[position]!;
      return `${score} ${entities[node]!.id}`;
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

export function searchPage(
  graph: KnowledgeGraph,
  { query, kinds, page: request }: SearchRequest,
): Page<SearchHit> {
  const passing = flags(graph.kinds, kinds);
  const matches = search(graph, query, (node) => passes(passing, graph.kindOf[node]!));
  const list = cursors(graph.dataset.version, { list: 'search', query, kinds });
  return page(listing(graph, matches), request, list);
}
