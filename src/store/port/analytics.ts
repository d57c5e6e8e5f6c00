/** How entities stand in the graph as a whole. Types only. */
import type { Entity, Localized } from '../../ontology/model.ts';
import type { PageRequest } from './call.ts';

/** How much is joined to an entity, whatever the date. */
export interface Connectedness {
  /** How many statements join it to others; a loop counts twice. */
  readonly degree: number;
  /** Whether so many do that a way through it tells little: see `graph/algorithms/hubs.ts`. */
  readonly hub: boolean;
}

/** How an entity stands in the graph as a whole, whatever the date. */
export interface Measures {
  readonly pageRank: number;
  readonly betweenness: number;
  /** The id of its community; `null` for what nothing is joined to. */
  readonly community: string | null;
  /** The place of its community in the list of all, from 0. */
  readonly communityPlace: number | null;
}

export type Metric = 'degree' | 'pageRank' | 'betweenness';

export interface RankingRequest {
  readonly metric: Metric;
  readonly kinds?: readonly string[];
  readonly page: PageRequest;
}

export interface Ranked {
  readonly entity: Entity;
  readonly value: number;
  /** From 1; equals share a position. */
  readonly position: number;
}

export interface Community {
  /** Stable while the dataset version is. */
  readonly id: string;
  /** Named after the members that stand out most. */
  readonly label: Localized;
  readonly size: number;
  /** The members of the greatest PageRank, the first few. */
  readonly leading: readonly Entity[];
}

export interface CommunitiesRequest {
  /** Only these; all when absent. The largest first. */
  readonly ids?: readonly string[];
  readonly page: PageRequest;
}

export interface MembersRequest {
  readonly community: string;
  readonly kinds?: readonly string[];
  /** By PageRank, the greatest first. */
  readonly page: PageRequest;
}

/** How the measures were made. */
export interface AnalyticsInfo {
  /** How many nodes betweenness was computed from; all of them when `exact`. */
  readonly pivots: number;
  readonly exact: boolean;
  readonly modularity: number;
  readonly communities: number;
}
