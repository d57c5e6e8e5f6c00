/**
 * `GraphStore`, the port between the API and whatever holds the graph. Types only.
 *
 * The batch contract: every method takes a list of requests and gives one answer per request, in the same
 * order: the value, `null` where the thing is known not to exist, or an Error for that request alone. A method
 * may answer at once or by a promise. It never throws for one bad request among good ones.
 * Filters, orders and paging are the store's work; no answer is unbounded.
 *
 * `asOf`, where a request has it, is an ISO 8601 date of any precision: the answer then holds only what is there as of
 * that date. What has begun for sure by its end and not ended before it begins is there; what bears no date always is;
 * a statement is not there before its ends and what its qualifiers name; and what a source shows at one moment stands
 * until a source shows another in its place, where one holds at a time.
 */
import type { Entity, Ontology, Statement } from '../ontology/model.ts';
import type { AggregateAnswer, AggregateRequest } from './port/aggregates.ts';
import type {
  AnalyticsInfo,
  CommunitiesRequest,
  Community,
  Connectedness,
  Measures,
  MembersRequest,
  Ranked,
  RankingRequest,
} from './port/analytics.ts';
import type { Method, Page } from './port/call.ts';
import type { Drawing, DrawingRequest } from './port/drawings.ts';
import type {
  EntitiesRequest,
  Neighbor,
  NeighborsRequest,
  SearchPage,
  SearchRequest,
  StatementsRequest,
  Suggestion,
  SuggestionsRequest,
} from './port/lists.ts';
import type {
  Disagreement,
  DisagreementsRequest,
  Paragraph,
  ParagraphsRequest,
} from './port/sources.ts';
import type {
  OwnTime,
  SeriesPoint,
  SeriesRequest,
  TimelineEntry,
  TimelineRequest,
} from './port/time.ts';
import type {
  CommonNeighbor,
  CommonNeighborsRequest,
  Neighborhood,
  NeighborhoodRequest,
  PathRequest,
  PathsAnswer,
  RelatedEntity,
  RelatedRequest,
  TracePage,
  TraceRequest,
} from './port/walks.ts';

export type * from './port/aggregates.ts';
export type * from './port/analytics.ts';
export type * from './port/call.ts';
export type * from './port/drawings.ts';
export type * from './port/lists.ts';
export type * from './port/sources.ts';
export type * from './port/time.ts';
export type * from './port/walks.ts';

/** What the store holds. Fixed while one dataset version is served. */
export interface Meta {
  /** Content hash of the dataset. */
  readonly version: string;
  readonly ontology: Ontology;
  readonly counts: Counts;
}

export interface Counts {
  readonly entities: number;
  readonly statements: number;
  /** Statements whose value is an entity. */
  readonly edges: number;
  readonly citations: number;
  readonly sources: number;
}

export interface CountsRequest {
  readonly asOf?: string;
}

/** Wherever a method takes an id of an entity, a former id serves as well; ids that come back are the present ones. */
export interface GraphStore {
  meta(): Meta;
  readonly entities: Method<string, Entity>;
  readonly statements: Method<string, Statement>;
  readonly counts: Method<CountsRequest, Counts>;
  readonly entityPages: Method<EntitiesRequest, Page<Entity>>;
  readonly statementPages: Method<StatementsRequest, Page<Statement>>;
  /** `null` for an unknown id. */
  readonly neighbors: Method<NeighborsRequest, Page<Neighbor>>;
  readonly search: Method<SearchRequest, SearchPage>;
  readonly suggestions: Method<SuggestionsRequest, readonly Suggestion[]>;
  /** Unknown ids among the given are left out; `null` when none is known. */
  readonly neighborhoods: Method<NeighborhoodRequest, Neighborhood>;
  readonly drawings: Method<DrawingRequest, Drawing>;
  /** `null` when either end is unknown. */
  readonly paths: Method<PathRequest, PathsAnswer>;
  /** `null` when any of the ids is unknown. */
  readonly commonNeighbors: Method<CommonNeighborsRequest, Page<CommonNeighbor>>;
  /** `null` for an unknown id. */
  readonly related: Method<RelatedRequest, Page<RelatedEntity>>;
  /** `null` for an unknown id. */
  readonly traces: Method<TraceRequest, TracePage>;
  /** `null` for an unknown id. */
  readonly times: Method<string, OwnTime>;
  readonly timelines: Method<TimelineRequest, Page<TimelineEntry>>;
  /** `null` for what is no metric. */
  readonly series: Method<SeriesRequest, Page<SeriesPoint>>;
  readonly aggregates: Method<AggregateRequest, AggregateAnswer>;
  readonly disagreements: Method<DisagreementsRequest, Page<Disagreement>>;
  /** `null` for an unknown id. */
  readonly connectedness: Method<string, Connectedness>;
  /**
   * `null` for an unknown id. These and what follows, but for a ranking by degree, are computed once for a dataset version,
   * which may take long; where that fails, the answer is the error ANALYTICS_UNAVAILABLE, and a later question tries again.
   */
  readonly measures: Method<string, Measures>;
  readonly rankings: Method<RankingRequest, Page<Ranked>>;
  readonly communities: Method<CommunitiesRequest, Page<Community>>;
  /** `null` for an unknown community. */
  readonly members: Method<MembersRequest, Page<Ranked>>;
  /** One request of no content: how the measures were made. */
  readonly analytics: Method<null, AnalyticsInfo>;
  /** `null` for what is no source. */
  readonly paragraphs: Method<ParagraphsRequest, Page<Paragraph>>;
}
