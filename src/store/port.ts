/**
 * `GraphStore`, the port between the API and whatever holds the graph. Types only.
 *
 * The batch contract: every method takes a list of requests and gives one answer per request, in the same
 * order: the value, `null` where the thing is known not to exist, or an Error for that request alone. A method
 * may answer at once or by a promise. It never throws for one bad request among good ones.
 * Filters, orders and paging are the store's work; no answer is unbounded.
 */
import type { Entity, Localized, Ontology, Statement } from '../ontology/model.ts';

export type Answer<T> = T | null | Error;
export type Answers<T> = readonly Answer<T>[] | Promise<readonly Answer<T>[]>;

/**
 * Relay paging. `first` and `last` are bounded by the caller; without either, the store cuts the page at a bound of
 * its own. Cursors are the store's own, opaque strings, good for one list of one dataset version.
 */
export interface PageRequest {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

export interface Page<T> {
  readonly items: readonly { readonly value: T; readonly cursor: string }[];
  /** How many there are in all, whatever the page. */
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/**
 * Why and at which bound an answer stops short of what there is: more nodes within the depth (`limit`) or beyond it
 * (`depth`), or nothing found within the hops though the search could go on (`hops`).
 */
export interface Truncation {
  readonly reason: 'limit' | 'depth' | 'hops';
  readonly bound: number;
}

export interface EntityFilter {
  readonly kinds?: readonly string[];
  /** Only entities that have a statement with one of these properties. */
  readonly properties?: readonly string[];
  /** Only entities that a statement joins to one of these, in either direction. */
  readonly related?: readonly string[];
}

export interface EntitiesRequest {
  readonly filter?: EntityFilter;
  /**
   * `name` in Vietnamese collation (the default); `degree`, most edges first; or `ordinal`, by the smallest value of the
   * property of that name, those without one last. Equals come by name.
   */
  readonly order?: 'name' | 'degree' | 'ordinal';
  readonly page: PageRequest;
}

/** All given conditions hold; within a list any one suffices, so that an empty list lets nothing pass. */
export interface StatementFilter {
  readonly subjects?: readonly string[];
  /** Statements whose value is one of these entities. */
  readonly objects?: readonly string[];
  /** Statements that have one of these as subject or value. */
  readonly about?: readonly string[];
  readonly properties?: readonly string[];
  /** Kinds of the subject. */
  readonly kinds?: readonly string[];
  readonly sources?: readonly string[];
  /** Paragraphs of the sources; one citation must fulfil this and `sources`. */
  readonly paragraphs?: readonly number[];
  readonly ranks?: readonly Statement['rank'][];
  /** Only statements with (true) or without (false) an inferred citation. */
  readonly inferred?: boolean;
}

export interface StatementsRequest {
  readonly filter?: StatementFilter;
  readonly page: PageRequest;
}

export type Direction = 'out' | 'in' | 'both';

/**
 * Answered by property in the order of the ontology, then by the neighbor's ordinal (those without one last), then by name,
 * `out` before `in`; a loop is one of each.
 */
export interface NeighborsRequest {
  readonly id: string;
  /** Properties to follow; all when absent. */
  readonly properties?: readonly string[];
  readonly direction: Direction;
  /** Kinds that the neighbor may be of. */
  readonly kinds?: readonly string[];
  readonly page: PageRequest;
}

export interface Neighbor {
  readonly entity: Entity;
  readonly statement: Statement;
  /** `out` when the asked entity is the subject of the statement. */
  readonly direction: 'out' | 'in';
}

export interface SearchRequest {
  readonly query: string;
  readonly kinds?: readonly string[];
  readonly page: PageRequest;
}

export interface SearchHit {
  readonly entity: Entity;
  /** Greater is better; comparable within one answer only. */
  readonly score: number;
  /** The names, aliases or texts that matched. */
  readonly matched: readonly string[];
}

export interface NeighborhoodRequest {
  readonly ids: readonly string[];
  /** Greatest distance in hops. */
  readonly depth: number;
  readonly properties?: readonly string[];
  readonly kinds?: readonly string[];
  readonly direction: Direction;
  /** Greatest number of nodes, the given ones included. */
  readonly limit: number;
}

/**
 * The given nodes, then the nearest first, then the better connected, then by name. Edges are all those with one of
 * the properties and both ends among the nodes, in the order of the dataset.
 */
export interface Neighborhood {
  readonly nodes: readonly { readonly entity: Entity; readonly distance: number }[];
  readonly edges: readonly Statement[];
  readonly truncated: Truncation | null;
}

export interface PathRequest {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly properties?: readonly string[];
  readonly avoidProperties?: readonly string[];
  /** Kinds that the entities between the two ends may be of. */
  readonly kinds?: readonly string[];
  readonly avoidKinds?: readonly string[];
  readonly direction: Direction;
}

/**
 * A shortest path: one more entity than statements, both ends included. Of several, the one whose ids come first,
 * read from the start; of parallel statements the first of the dataset.
 */
export interface Path {
  readonly entities: readonly Entity[];
  readonly statements: readonly Statement[];
}

export interface PathAnswer {
  readonly path: Path | null;
  /** Set when the search stopped at its bound, so that `path: null` means "none within so many hops". */
  readonly truncated: Truncation | null;
}

export interface AggregateRequest {
  /** What is counted, by what. */
  readonly by:
    | 'entitiesByKind'
    | 'statementsByProperty'
    | 'statementsBySource'
    | 'statementsByKind';
  /** Counts only statements that pass; with `entitiesByKind`, only the subjects of such statements. */
  readonly filter?: StatementFilter;
}

/** Groups with nothing in them are left out; the greatest come first, then by key. */
export interface AggregateRow {
  readonly key: string;
  readonly count: number;
}

/** Why rival statements differ. */
export type DisagreementKind =
  | 'contradiction'
  | 'different-dates'
  | 'different-scope'
  | 'change-of-holder';

export interface DisagreementsRequest {
  readonly about?: readonly string[];
  readonly properties?: readonly string[];
  readonly kinds?: readonly DisagreementKind[];
  readonly page: PageRequest;
}

export interface Disagreement {
  /** A hash of its kind, what it is about, its property and the ids of its statements. */
  readonly id: string;
  readonly kind: DisagreementKind;
  /** What the statements disagree about: their subject, the metric of a figure, or the office of its holders. */
  readonly about: Entity;
  readonly property: string;
  readonly statements: readonly Statement[];
  /** Why it was so classed. */
  readonly reason: Localized;
}

/** What the store holds. Fixed while one dataset version is served. */
export interface Meta {
  /** Content hash of the dataset. */
  readonly version: string;
  readonly ontology: Ontology;
  readonly counts: {
    readonly entities: number;
    readonly statements: number;
    /** Statements whose value is an entity. */
    readonly edges: number;
    readonly citations: number;
    readonly sources: number;
  };
}

export interface GraphStore {
  meta(): Meta;
  entities(ids: readonly string[]): Answers<Entity>;
  statements(ids: readonly string[]): Answers<Statement>;
  entityPages(requests: readonly EntitiesRequest[]): Answers<Page<Entity>>;
  statementPages(requests: readonly StatementsRequest[]): Answers<Page<Statement>>;
  /** `null` for an unknown id. */
  neighbors(requests: readonly NeighborsRequest[]): Answers<Page<Neighbor>>;
  search(requests: readonly SearchRequest[]): Answers<Page<SearchHit>>;
  /** Unknown ids among the given are left out; `null` when none is known. */
  neighborhoods(requests: readonly NeighborhoodRequest[]): Answers<Neighborhood>;
  /** `null` when either end is unknown. */
  paths(requests: readonly PathRequest[]): Answers<PathAnswer>;
  aggregates(requests: readonly AggregateRequest[]): Answers<readonly AggregateRow[]>;
  disagreements(requests: readonly DisagreementsRequest[]): Answers<Page<Disagreement>>;
}
