import type { Localized } from '../../ontology/model.ts';
import { lazy } from '../../util/lazy.ts';
import { ranksByKind } from '../indices/by-kind.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { NodeOrder } from '../orders.ts';
import type { Postings } from '../postings.ts';
import { communityLabel } from './community-label.ts';
import type { Analytics } from './model.ts';

/** An order over the nodes, with the ranks in it of each kind. */
export interface NodesByKind extends NodeOrder {
  readonly byKind: Postings;
}

/** The measures of a graph, made ready for questions. */
export interface PreparedAnalytics {
  readonly measures: Analytics;
  byPageRank(): NodesByKind;
  byBetweenness(): NodesByKind;
  /** The members of a community are a range of ranks. */
  byCommunity(): NodesByKind;
  /** Where the ranks of each community start, and last where those of none do. */
  readonly starts: Uint32Array;
  members(community: number): Uint32Array;
  label(community: number): Localized;
}

export function prepareAnalytics(graph: KnowledgeGraph, measures: Analytics): PreparedAnalytics {
  const order = (nodeAt: Uint32Array) =>
    lazy((): NodesByKind => {
      const rankOf = new Uint32Array(nodeAt.length);
      nodeAt.forEach((node, rank) => {
        rankOf[node] = rank;
      });
      const ranks = { nodeAt, rankOf };
      return { ...ranks, byKind: ranksByKind(ranks, graph.kindOf, graph.kinds.size) };
    });
  const starts = new Uint32Array(measures.sizes.length + 1);
  measures.sizes.forEach((size, community) => {
    starts[community + 1] = starts[community]! + size;
  });
  const members = (community: number): Uint32Array =>
    measures.byCommunity.subarray(starts[community], starts[community + 1]);
  const labels = Array.from(measures.sizes, (_, community) =>
    lazy(() => communityLabel(graph.dataset.entities, measures, members(community))),
  );
  return {
    measures,
    byPageRank: order(measures.byPageRank),
    byBetweenness: order(measures.byBetweenness),
    byCommunity: order(measures.byCommunity),
    starts,
    members,
    label: (community) => labels[community]!(),
  };
}
