import type { Dataset } from '../data/dataset.ts';
import type { Gradual } from '../util/gradual.ts';
import type { Adjacency } from './adjacency.ts';
import type { NodeValues } from './algorithms/node-values.ts';
import type { SearchMatches } from './algorithms/search-matches.ts';
import type { StatementColumns } from './columns.ts';
import type { Disagreements } from './disagreements/model.ts';
import type { Graphology } from './graphology.ts';
import type { BeginningIndex } from './indices/by-beginning.ts';
import type { DateIndex } from './indices/by-date.ts';
import type { RankIndex } from './indices/by-rank.ts';
import type { SoleSourceIndex } from './indices/by-sole-source.ts';
import type { SourceIndex } from './indices/by-source.ts';
import type { TextIndex } from './indices/by-text.ts';
import type { ValueIndex } from './indices/by-value.ts';
import type { Numbering } from './numbering.ts';
import type { NodeOrder } from './orders.ts';
import type { Postings } from './postings.ts';
import type { FigureIndex } from './time/figures.ts';
import type { Moment } from './time/moment.ts';
import type { OwnTimes } from './time/own-times.ts';
import type { TimeIndex } from './time/time-index.ts';

/** An order over the entities, and the ranks in it that a filter leaves, ascending. */
export interface OrderedNodes extends NodeOrder {
  readonly byKind: Postings;
  /** By the properties of the statements on an entity. */
  readonly byProperty: Postings;
}

/**
 * A dataset as a graph, with the indices that answer questions about it. Entities are nodes of graphology, numbered
 * as in the dataset; statements, numbered likewise, are edges where their value is an entity; indices are prepared from both.
 * Never changes.
 * Methods without an argument make what they answer with when first asked, and keep it, as do many of the indices; what
 * takes long can be made in steps before.
 */
export interface KnowledgeGraph {
  readonly dataset: Dataset;
  readonly graphology: Graphology;
  /** What the first questions do without, as steps for whoever has time before it is needed. */
  readonly later: readonly Pick<Gradual<unknown>, 'step'>[];

  readonly nodes: Numbering;
  readonly statements: Numbering;
  readonly kinds: Numbering;
  readonly properties: Numbering;

  readonly kindOf: Uint16Array;
  /** Edges of each node, in and out together. */
  readonly degree: Uint32Array;
  /** The degree from which a node is a hub. */
  hubDegree(): number;
  readonly columns: StatementColumns;
  /** In the Vietnamese collation of Vietnamese names, then by id. */
  readonly byName: OrderedNodes;
  /** Most edges first, then by name. */
  readonly byDegree: OrderedNodes;
  /** By ordinal, those that have none last, then by name. */
  byOrdinal(): OrderedNodes;
  /** By the start of their own time, the earliest or the latest first, those without one last, then by name. */
  byDate(): OrderedNodes;
  byLatest(): OrderedNodes;
  /** The rank of each node among the neighbors of another: by ordinal, then by name. */
  readonly neighborRank: Uint32Array;

  readonly out: Adjacency;
  readonly in: Adjacency;

  readonly statementsBySubject: Postings;
  readonly statementsByObject: Postings;
  readonly statementsByProperty: Postings;
  /** By the kind of the subject. */
  readonly statementsByKind: Postings;
  readonly statementsByRank: RankIndex;
  /** Without (0) and with (1) an inferred citation. */
  readonly statementsByInference: Postings;
  readonly statementsBySource: SourceIndex;
  statementsBySoleSource(): SoleSourceIndex;

  dates(): DateIndex;
  readonly time: Gradual<TimeIndex>;
  figures(): FigureIndex;
  /** What is there as of a date (ISO 8601, any precision); everything without one. The last few are kept. */
  moment(asOf: string | undefined): Moment;
  ownTimes(): OwnTimes;
  /** The values of the property with this number. */
  values(property: number): ValueIndex;
  readonly text: Gradual<TextIndex>;
  readonly beginnings: Gradual<BeginningIndex>;
  /** What a search finds. The last few are kept. */
  search(query: string): SearchMatches;
  readonly disagreements: Gradual<Disagreements>;

  /** Room for one algorithm at a time; algorithms do not wait for anything, so they never meet in it. */
  readonly scratch: readonly [NodeValues, NodeValues];
}
