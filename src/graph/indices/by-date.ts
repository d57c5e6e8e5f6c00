import { compareText } from '../../util/compare.ts';
import { earliest, latest } from '../../util/date-bounds.ts';
import { lowerBound } from '../../util/lower-bound.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type Postings, postings } from '../postings.ts';

/** A date that a statement has as its value, or as the value of a qualifier. */
export interface DatedStatement {
  /** ISO 8601, at the precision of the statement. */
  readonly date: string;
  /** The number of the statement. */
  readonly statement: number;
  /** The qualifier that has the date, or `null` where it is the value. */
  readonly qualifier: string | null;
}

/** All dates of all statements in the order of their beginnings, a year before its months and days. */
export interface DateIndex {
  readonly size: number;
  at(position: number): DatedStatement;
  /** The number of the statement at each position, for going through many. */
  readonly statementAt: Uint32Array;
  /** Where the date of a statement's qualifier, or of its value (`null`), stands; `undefined` where it has none. */
  find(statement: number, qualifier: string | null): number | undefined;
  /**
   * The dates that begin no sooner than `from` does and no later than `to` ends, as a range of positions: `first` belongs
   * to it, `end` does not. A bound that is not given bounds nothing.
   */
  between(
    from: string | undefined,
    to: string | undefined,
  ): { readonly first: number; readonly end: number };
  /** Positions by statement, and by its property and the kind of its subject. */
  readonly byStatement: Postings;
  readonly byProperty: Postings;
  readonly byKind: Postings;
  /** Positions of the dates that are values, by the subject: when it was founded, when it began. */
  readonly bySubject: Postings;
}

type Parts = Pick<
  KnowledgeGraph,
  'dataset' | 'columns' | 'kindOf' | 'kinds' | 'properties' | 'nodes'
>;

export function byDate({ dataset, columns, kindOf, kinds, properties, nodes }: Parts): DateIndex {
  const dated: DatedStatement[] = [];
  dataset.statements.forEach(({ value, qualifiers }, statement) => {
    if (value.type === 'date') dated.push({ date: value.date, statement, qualifier: null });
    for (const [qualifier, held] of Object.entries(qualifiers)) {
      if (held.type === 'date') dated.push({ date: held.date, statement, qualifier });
    }
  });
  dated.sort((a, b) => compareText(a.date, b.date) || a.statement - b.statement);
  const beginsAt = (position: number): number => earliest(dated[position]!.date);
  const by = (buckets: number, bucketOf: (statement: number) => number): Postings =>
    postings(buckets, (add) => {
      dated.forEach(({ statement }, position) => {
        add(bucketOf(statement), position);
      });
    });
  const byStatement = by(dataset.statements.length, (statement) => statement);
  return {
    size: dated.length,
    at: (position) => dated[position]!,
    statementAt: Uint32Array.from(dated, ({ statement }) => statement),
    find: (statement, qualifier) =>
      byStatement.of(statement).find((position) => dated[position]!.qualifier === qualifier),
    between(from, to) {
      const { length } = dated;
      const start = from === undefined ? Number.NEGATIVE_INFINITY : earliest(from);
      const last = to === undefined ? Number.POSITIVE_INFINITY : latest(to);
      const first = lowerBound(length, (position) => beginsAt(position) < start);
      const end = lowerBound(length, (position) => beginsAt(position) <= last);
      return { first, end: Math.max(first, end) };
    },
    byStatement,
    byProperty: by(properties.size, (statement) => columns.property[statement]!),
    byKind: by(kinds.size, (statement) => kindOf[columns.subject[statement]!]!),
    bySubject: postings(nodes.size, (add) => {
      dated.forEach(({ statement, qualifier }, position) => {
        if (qualifier === null) add(columns.subject[statement]!, position);
      });
    }),
  };
}
