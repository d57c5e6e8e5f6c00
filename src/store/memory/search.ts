import { matchedTexts } from '../../graph/algorithms/search.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Page, SearchHit, SearchRequest } from '../port.ts';
import { cursors } from './cursor.ts';
import { page } from './page.ts';
import { byRelevance } from './relevance.ts';

/** Words find, and the filter narrows what they found: so facets of a search tell what each narrower one finds. */
export function searchPage(
  graph: KnowledgeGraph,
  { query, filter = {}, asOf, page: request }: SearchRequest,
): Page<SearchHit> {
  const { entities, version } = graph.dataset;
  const listing = byRelevance(graph, query, { and: [filter] }, asOf, (match) => ({
    entity: entities[match.node]!,
    score: match.score,
    matched: matchedTexts(graph, match),
  }));
  return page(listing, request, cursors(version, { list: 'search', query, filter, asOf }));
}
