import { wordsSought } from '../../graph/algorithms/search.ts';
import type { SearchMatch } from '../../graph/algorithms/search-matches.ts';
import { matchedTexts, toldGrade } from '../../graph/algorithms/search-told.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { SearchHit, SearchPage, SearchRequest } from '../port.ts';
import { cursors } from './cursor.ts';
import { page } from './page.ts';
import { byRelevance } from './relevance.ts';

/** Words find, and the filter narrows what they found: so facets of a search tell what each narrower one finds. */
export function searchPage(
  graph: KnowledgeGraph,
  { query, filter = {}, asOf, page: request }: SearchRequest,
): SearchPage {
  const { entities, version } = graph.dataset;
  const sought = wordsSought(graph, query);
  const toHit = (match: SearchMatch): SearchHit => ({
    entity: entities[match.node]!,
    score: match.score,
    grade: toldGrade(graph, sought, match),
    field: match.field,
    matched: matchedTexts(graph, match),
  });
  const listing = byRelevance(graph, query, filter, asOf, toHit);
  return {
    ...page(listing, request, cursors(version, { list: 'search', query, filter, asOf })),
    best: listing.length === 0 ? null : listing.at(0).grade,
  };
}
