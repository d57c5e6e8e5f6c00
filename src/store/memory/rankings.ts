import type { PreparedAnalytics } from '../../graph/analytics/prepare.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Metric, Page, Ranked, RankingRequest } from '../port.ts';
import { cursors } from './cursor.ts';
import { page } from './page.ts';
import { type RankedSpan, rankedListing } from './ranked.ts';

type Order = Pick<RankedSpan, 'order' | 'values'>;

export const degreeOrder = ({ byDegree, degree }: KnowledgeGraph): Order => ({
  order: byDegree,
  values: degree,
});

export function orderBy(
  metric: Metric,
  graph: KnowledgeGraph,
  analytics: () => PreparedAnalytics,
): Order {
  switch (metric) {
    case 'degree':
      return degreeOrder(graph);
    case 'pageRank':
      return { order: analytics().byPageRank(), values: analytics().measures.pageRank };
    case 'betweenness':
      return { order: analytics().byBetweenness(), values: analytics().measures.betweenness };
  }
}

export function rankingPage(
  graph: KnowledgeGraph,
  order: Order,
  { metric, kinds, page: request }: RankingRequest,
): Page<Ranked> {
  const span = { ...order, start: 0, end: graph.nodes.size };
  const list = cursors(graph.dataset.version, { list: 'ranking', metric, kinds });
  return page(rankedListing(graph, span, kinds), request, list);
}
