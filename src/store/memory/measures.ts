import { NO_COMMUNITY } from '../../graph/analytics/model.ts';
import type { PreparedAnalytics } from '../../graph/analytics/prepare.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { AnalyticsInfo, Connectedness, Measures } from '../port.ts';
import { communityId } from './communities.ts';

export function connectednessOf(graph: KnowledgeGraph, id: string): Connectedness | null {
  const node = graph.nodes.number(id);
  if (node === undefined) return null;
  const degree = graph.degree[node]!;
  return { degree, hub: degree >= graph.hubDegree() };
}

export function measuresOf(
  graph: KnowledgeGraph,
  { measures }: PreparedAnalytics,
  id: string,
): Measures | null {
  const node = graph.nodes.number(id);
  if (node === undefined) return null;
  const community = measures.community[node]!;
  return {
    pageRank: measures.pageRank[node]!,
    betweenness: measures.betweenness[node]!,
    community: communityId(community),
    communityPlace: community === NO_COMMUNITY ? null : community,
  };
}

export const analyticsInfo = ({ measures }: PreparedAnalytics): AnalyticsInfo => ({
  pivots: measures.pivots,
  exact: measures.exact,
  modularity: measures.modularity,
  communities: measures.sizes.length,
});
