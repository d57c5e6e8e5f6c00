/** Counts and sums by group. Types only. */
import type { Value } from '../../ontology/model.ts';
import type { Truncation } from './call.ts';
import type { EntityFilter, StatementFilter } from './lists.ts';

/** What things are told apart by when they are counted. */
export type Dimension =
  /** The kind of an entity, or of a statement's subject. */
  | { readonly by: 'kind' }
  /** The property of a statement; the properties that an entity has statements of. */
  | { readonly by: 'property' }
  /** The sources cited by a statement, or by the statements on an entity. */
  | { readonly by: 'source' }
  /** The rank of a statement; the ranks of the statements on an entity. */
  | { readonly by: 'rank' }
  /** The values of a property on an entity, or on the subject of a statement. A relation may be read from its object. */
  | { readonly by: 'value'; readonly property: string; readonly direction?: 'out' | 'in' }
  /**
   * The year or month in which an entity's own time begins (or ends where only that is known), or that of a statement's subject; the year where no month is
   * known. Of a kind whose time is a `moment` (`TimeSort`), what lies somewhere between two years or months is under both,
   * as an ISO 8601 interval: `2021/2023`.
   */
  | { readonly by: 'year' | 'month' };

/**
 * Of each group: how many there are, how many citations they have (in a group of a source those of that source), or what
 * the numbers of a property come to, whatever their units. Of a statement its own number counts, of an entity that of its best statement (`ontology/best-statement.ts`); deprecated ones
 * never do.
 */
export type Measure =
  | { readonly of: 'count' | 'citations' }
  | { readonly of: 'sum' | 'average' | 'least' | 'greatest'; readonly property: string };

export interface AggregateRequest {
  readonly count: 'entities' | 'statements';
  /** Which entities; with `count: 'statements'`, of which subjects. */
  readonly entities?: EntityFilter;
  /** Which statements; with `count: 'entities'`, only the subjects of such statements. */
  readonly statements?: StatementFilter;
  /** None for one row that stands for all. An Error where several make too many combinations. */
  readonly groupBy: readonly Dimension[];
  readonly measure: Measure;
  readonly asOf?: string;
  readonly limit: number;
}

export interface GroupKey {
  /** A name, id, term, year, month or interval; the value as text where it is another literal. */
  readonly key: string;
  /** Set where the dimension is `value`. */
  readonly value?: Value;
}

/** One combination of groups. What has several values of a dimension counts for each; what has none, under `null`. */
export interface AggregateRow {
  /** One for each dimension. */
  readonly groups: readonly (GroupKey | null)[];
  /** The measure; `null` where no number was there to measure. */
  readonly value: number | null;
  readonly count: number;
}

export interface AggregateAnswer {
  /** Groups with nothing in them are left out; the greatest value first, then the most, then by keys. */
  readonly rows: readonly AggregateRow[];
  /** How many rows there are in all. */
  readonly totalCount: number;
  readonly truncated: Truncation | null;
}
