/** A graph as plain columns, which another thread can take over: edge `i` leads from node `from[i]` to node `to[i]`. */
export interface PlainGraph {
  readonly nodes: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** The rank of each node among nodes of equal value. */
  readonly rankOf: Uint32Array;
}

/** Stands in `Analytics.community` for a node that nothing else is joined to. */
export const NO_COMMUNITY = 0xffff_ffff;

/** How the nodes stand in the graph as a whole: the same graph always gives the same. */
export interface Analytics {
  /** Adds up to 1. */
  readonly pageRank: Float64Array;
  /** The share of the shortest ways between two others that lead through the node, from 0 to 1. */
  readonly betweenness: Float64Array;
  /** How many nodes betweenness was computed from; all of them when `exact`. */
  readonly pivots: number;
  readonly exact: boolean;
  /** The number of each node's community, or `NO_COMMUNITY`. The largest is 0; of equals, the one with the least node. */
  readonly community: Uint32Array;
  /** How many members each community has. */
  readonly sizes: Uint32Array;
  /** How many others of its community each node is joined to. */
  readonly inner: Uint32Array;
  /** From -0.5 to 1; 0 where there are no edges. */
  readonly modularity: number;
  /** The nodes, those of the greatest value first, equals by `rankOf`. */
  readonly byPageRank: Uint32Array;
  readonly byBetweenness: Uint32Array;
  /** The nodes community by community, each in the order of PageRank; then those that have none. */
  readonly byCommunity: Uint32Array;
}

/** Wherever it is done: in this thread or another. */
export type ComputeAnalytics = (graph: PlainGraph) => Promise<Analytics>;
