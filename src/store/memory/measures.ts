import { hubDegree } from '../../graph/algorithms/hubs.ts';
import type { PreparedAnalytics } from '../../graph/analytics/prepare.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { lazy } from '../../util/lazy.ts';
import type { AnalyticsInfo, Connectedness, Measures } from '../port.ts';
import { communityId } from './communities.ts';

/** Answers how much is joined to an entity. */
export function connectednessIn(graph: KnowledgeGraph): (id: string) => Connectedness | null {
  const hub = lazy(() => hubDegree(graph.degree));
  return (id) => {
    const node = graph.nodes.number(id);
    if (node === undefined) return null;
    const degree = graph.degree[node]!;
    return { degree, hub: degree >= hub() };
  };
}

export function measuresOf(
  graph: KnowledgeGraph,
  { measures }: PreparedAnalytics,
  id: string,
): Measures | null {
  const node = graph.nodes.number(id);
  if (node === undefined) return null;
  return {
    pageRank: measures.pageRank[node]!,
    betweenness: measures.betweenness[node]!,
    community: communityId(measures.community[node]!),
  };
}

export const analyticsInfo = ({ measures }: PreparedAnalytics): AnalyticsInfo => ({
  pivots: measures.pivots,
  exact: measures.exact,
  modularity: measures.modularity,
  communities: measures.sizes.length,
});
